// The rows of a table that was read.
#ifndef SEXTANT_EXCHANGE_IMPORT_ROW_LIST_H_
#define SEXTANT_EXCHANGE_IMPORT_ROW_LIST_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace sextant {

// What a row states, in the order of ImportedRow::values.
enum class Measure : uint8_t { kVisits, kOrders, kRevenue, kCost };
inline constexpr size_t kMeasureCount = 4;
inline constexpr const char* kMeasureNames[] = {"visits", "orders", "revenue",
                                                "cost"};
inline constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

// JavaScript reads these as they lie in memory (web/engine/tools/table.mjs).
struct ImportedRow {
  std::array<double, kMeasureCount> values;  // NaN: unknown
  uint32_t line = 0;                         // of the file, from 1
  uint32_t name = 0;                         // in ImportedTable::names
  int32_t cell = -1;                         // in ImportedTable::cell_ids
  uint16_t period = 0;    // only while the file is being read
  uint16_t currency = 0;  // only while the file is being read
};
static_assert(sizeof(ImportedRow) == 48);

// In blocks, so that growing moves nothing.
class RowList {
 public:
  static constexpr size_t kBlockSize = 4096;

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  ImportedRow& operator[](size_t at) {
    return blocks_[at / kBlockSize][at % kBlockSize];
  }
  const ImportedRow& operator[](size_t at) const {
    return blocks_[at / kBlockSize][at % kBlockSize];
  }
  ImportedRow& Add() {
    if (size_ == blocks_.size() * kBlockSize) {
      blocks_.emplace_back(new ImportedRow[kBlockSize]);
    }
    ImportedRow& row = (*this)[size_++];
    row = ImportedRow();
    return row;
  }
  // Keeps the blocks for the rows to come.
  void Shorten(size_t size) { size_ = size; }
  const ImportedRow* block(size_t at) const { return blocks_[at].get(); }

 private:
  std::vector<std::unique_ptr<ImportedRow[]>> blocks_;
  size_t size_ = 0;
};

}  // namespace sextant

#endif  // SEXTANT_EXCHANGE_IMPORT_ROW_LIST_H_
