// Embind writes the address of a type that it does not know into the message of
// an error. Nothing else uses printf, which is 2 KB compressed: without it the
// message names no type. "siprintf" is what Emscripten calls printf without
// floating-point numbers.
extern "C" int siprintf(char* buffer, const char*, ...) {
  buffer[0] = '\0';
  return 0;
}
