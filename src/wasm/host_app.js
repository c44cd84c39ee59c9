// Names what app_bindings.cpp asks for, in Emscripten's way of saying it; web/canvas/app.ts brings it.
mergeInto(LibraryManager.library, {
  glyph_measure: function () {},
  glyph_draw: function () {},
  glyph_reset: function () {},
  tools_open: function () {},
  tools_draw: function () {},
});
