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
}
