// Any text as a link is either refused or gives a valid scenario that survives
// encoding and decoding.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/model/validation.h"
#include "exchange/link.h"
#include "exchange/link_text.h"
#include "support/random_scenario.h"

namespace sextant {
namespace {

void Require(bool condition) {
  if (!condition) std::abort();
}

void CheckLink(std::string_view text) {
  const Result<Scenario> scenario = DecodeLink(text);
  if (!scenario) {
    const ErrorCode code = scenario.error().code;
    Require(code == ErrorCode::kNotALink || code == ErrorCode::kLinkDamaged ||
            code == ErrorCode::kLinkNewer);
    return;
  }
  Require(!Validate(scenario.value()));
  const Result<Scenario> again = DecodeLink(EncodeLink(scenario.value()));
  Require(again.ok());
  Require(HasSameBits(again.value(), scenario.value()));
}

}  // namespace
}  // namespace sextant

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace sextant;
  const std::string text(reinterpret_cast<const char*>(data), size);
  CheckLink(text);
  // Hardly any input has a correct checksum, so the code behind that check is
  // only reached if the text is given one.
  CheckLink(text + '~' + LinkChecksum().Add(text).Text());
  return 0;
}
