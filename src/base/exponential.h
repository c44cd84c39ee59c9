// Logarithms and powers in a few hundred bytes, equal to the last bit on every
// platform. The C library's differ, and add several kilobytes to the download.
#ifndef SEXTANT_BASE_EXPONENTIAL_H_
#define SEXTANT_BASE_EXPONENTIAL_H_

namespace sextant {

// Natural logarithm of a finite number above 0, to about 1e-15.
double Log(double value);
double Log10(double value);

// e^value, to about 1e-15; 0 below e^-700, and e^700 is the largest.
double Exp(double value);

// 10^exponent: the double nearest to it for |exponent| ≤ 22.
double PowerOfTen(int exponent);

// The largest e with 10^e ≤ value; value ≥ 1e-300.
int DecimalExponent(double value);

// `value` with at most so many significant decimal digits: the double nearest
// to that decimal number, such as 0.0682. 0 below 1e-300 and for NaN. A number
// that would need a power of ten beyond 10^22 is returned unchanged.
double RoundToDigits(double value, int digits);

}  // namespace sextant

#endif  // SEXTANT_BASE_EXPONENTIAL_H_
