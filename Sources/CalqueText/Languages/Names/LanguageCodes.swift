internal import CICU

/// The codes by which files name their languages.
package enum LanguageCodes {
  /// Whether a subtag in lower case is a language code.
  ///
  /// The codes are those of two letters in ISO 639-1, and those of three letters that files use.
  /// Some codes of three letters in ISO 639 are missing, because `new`, `men` and `tel` are first
  /// of all words.
  package static func contains(_ subtag: String) -> Bool {
    subtag.utf8.count == 2 ? twoLetters.contains(subtag) : threeLetters.contains(subtag)
  }

  /// The codes of two letters that ICU lists, without the codes that were withdrawn.
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

  /// The codes of ISO 639-2 and 639-3 that files use beside those of two letters.
  private static let threeLetters: Set = [
    "ara", "ast", "bre", "cat", "ces", "cze", "dan", "deu", "dut", "ell", "eng", "est", "eus",
    "fil", "fin", "fra", "fre", "ger", "gle", "glg", "gre", "heb", "hin", "hrv", "hun", "isl",
    "ita", "jpn", "kab", "kor", "lav", "lit", "nld", "nob", "nor", "oci", "pol", "por", "ron",
    "rum", "rus", "slk", "slv", "spa", "srp", "swe", "tur", "ukr", "vie", "zho", "chi",
  ]
}
