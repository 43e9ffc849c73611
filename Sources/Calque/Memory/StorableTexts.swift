import CalqueModel

extension WorkspaceError {
  /// Refuses texts that could be stored but never exported.
  ///
  /// - Parameters:
  ///   - texts: the texts to store; nil for a text that is not given.
  ///   - outcome: the state after the refusal, for the message: `nothing was stored`.
  /// - Throws: `WorkspaceError` of the kind `request` with the first character that no exported
  ///   file can hold.
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
