import CalqueModel

/// Option values that several verbs of `calque term` share.
enum TermOptions {
  /// Reads `preferred`, `admitted` or `forbidden`.
  ///
  /// - Throws: `UsageError` for any other word.
  static func status(_ text: String) throws -> TermStatus {
    guard let status = TermStatus(name: text) else {
      throw UsageError("'\(text)' is not preferred, admitted or forbidden")
    }
    return status
  }

  /// Reads a span of time.
  ///
  /// - Throws: `UsageError` if the text is not a span of time.
  static func validity(_ text: String) throws -> Validity {
    guard let validity = Validity(text) else {
      throw UsageError("'\(text)' is no span of time", remedy: "Write one as 2023-07..2024-01.")
    }
    return validity
  }

  /// Reads a part of speech; an empty text stands for none.
  ///
  /// - Throws: `UsageError` for any other word.
  static func partOfSpeech(_ text: String) throws -> String {
    try choice(
      text, "a part of speech", of: ["noun", "proper noun", "adjective", "verb", "phrase"])
  }

  /// Reads a gender; an empty text stands for none.
  ///
  /// - Throws: `UsageError` for any other word.
  static func gender(_ text: String) throws -> String {
    try choice(text, "a gender", of: ["m", "f", "mf"])
  }

  private static func choice(
    _ text: String, _ name: String, of known: [String]
  ) throws -> String {
    guard text.isEmpty || known.contains(text) else {
      throw UsageError(
        "'\(text)' is not \(name)", remedy: "Known: \(known.joined(separator: ", ")).")
    }
    return text
  }
}
