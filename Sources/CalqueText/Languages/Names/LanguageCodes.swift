internal import CICU

/// The codes that files name their languages by.
package enum LanguageCodes {
  /// Whether a subtag in lower case is such a code: one of two letters of ISO 639-1, or one of the
  /// three-letter codes in circulation.
  ///
  /// Not every code of three letters that ISO 639 has: `new`, `men` and `tel` are words first.
  package static func contains(_ subtag: String) -> Bool {
    subtag.utf8.count == 2 ? twoLetters.contains(subtag) : threeLetters.contains(subtag)
  }

  /// The codes of two letters, by ICU, which leaves out those that were withdrawn.
  package static let twoLetters: Set<String> = {
    var codes = Set<String>()
    guard var next = unsafe calque_languages() else { return codes }
    while let code = unsafe next.pointee {
      let text = unsafe String(cString: code)
      if text.utf8.count == 2 { codes.insert(text) }
      unsafe next += 1
    }
    return codes
  }()

  /// Codes of ISO 639-2 and 639-3 that files in circulation use beside the short ones.
  private static let threeLetters: Set = [
    "ara", "ast", "bre", "cat", "ces", "cze", "dan", "deu", "dut", "ell", "eng", "est", "eus",
    "fil", "fin", "fra", "fre", "ger", "gle", "glg", "gre", "heb", "hin", "hrv", "hun", "isl",
    "ita", "jpn", "kab", "kor", "lav", "lit", "nld", "nob", "nor", "oci", "pol", "por", "ron",
    "rum", "rus", "slk", "slv", "spa", "srp", "swe", "tur", "ukr", "vie", "zho", "chi",
  ]
}
