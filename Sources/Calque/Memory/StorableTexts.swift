import CalqueModel

extension WorkspaceError {
  /// Refuses texts that could be stored and never exported.
  ///
  /// - Parameters:
  ///   - texts: what a person wants stored; nil for what is not given.
  ///   - outcome: what is true when the texts are refused, e.g. `nothing was stored`.
  /// - Throws: `WorkspaceError.usage` with the first character that no exported file could hold.
  static func checkStorable(
    _ texts: [String?], outcome: String
  ) throws(WorkspaceError) {
    for text in texts {
      guard let text, let found = StorableText.firstUnstorable(in: text) else { continue }
      let column = (text.unicodeScalars.firstIndex(of: found)).map {
        text.unicodeScalars.distance(from: text.unicodeScalars.startIndex, to: $0) + 1
      }
      throw .usage(
        "the text '\(text)' holds the control character \(StorableText.name(of: found)) at column "
          + "\(column ?? 1), which no TMX or CSV file can hold; \(outcome). Leave it out")
    }
  }
}
