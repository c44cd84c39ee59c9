// Embind registers many types before a program asks for any. Sextant passes none of these, so it does not
// load what would convert them.
mergeInto(LibraryManager.library, {
  _embind_register_std_wstring__deps: [],
  _embind_register_std_wstring: function () {},
  _embind_register_bigint__deps: [],
  _embind_register_bigint: function () {},
});
