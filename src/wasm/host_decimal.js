// What host_decimal.cpp asks for, in Emscripten's way of saying it.
mergeInto(LibraryManager.library, {
  host_number_text: function (value, address) {
    var text = String(value);
    for (var i = 0; i < text.length; ++i) HEAPU8[address + i] = text.charCodeAt(i);
    return text.length;
  },
  host_nearest_double: function (address, size) {
    return Number(UTF8ToString(address, size));
  },
});
