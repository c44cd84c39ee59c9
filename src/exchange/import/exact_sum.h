// A sum that does not depend on the order of what is added, but for the last
// bit of twice as many as a double has.
#ifndef SEXTANT_EXCHANGE_IMPORT_EXACT_SUM_H_
#define SEXTANT_EXCHANGE_IMPORT_EXACT_SUM_H_

#include "exchange/import/row_list.h"

namespace sextant {

class ExactSum {
 public:
  // NaN is not known, and not added.
  void Add(double value) {
    if (value != value) return;
    const double sum = high_ + value;
    const double part = sum - high_;
    low_ += (high_ - (sum - part)) + (value - part);
    high_ = sum;
    known_ = true;
  }
  // NaN when nothing was known.
  double value() const { return known_ ? high_ + low_ : kUnknown; }

 private:
  double high_ = 0;
  double low_ = 0;
  bool known_ = false;
};

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_EXACT_SUM_H_
