import CalqueModel

/// What an editor says that it can do.
struct ClientFeatures {
  /// The unit of positions: the first of the editor's that is known here; else UTF-16.
  let encoding: PositionEncoding
  /// Whether hovers may be Markdown.
  let showsMarkdown: Bool
  /// Whether code actions may carry their edits; else they are commands.
  let takesActions: Bool
  /// Whether the server may ask for edits.
  let appliesEdits: Bool
  /// Whether a diagnostic may name a second place.
  let showsRelated: Bool

  init(_ capabilities: JSONValue?) {
    let text = capabilities?["textDocument"]
    let encodings = capabilities?["general"]?["positionEncodings"]?.items ?? []
    encoding =
      encodings.lazy.compactMap { $0.text.flatMap(PositionEncoding.init) }.first ?? .utf16
    showsMarkdown =
      text?["hover"]?["contentFormat"]?.items?.contains { $0.text == "markdown" } ?? false
    takesActions = text?["codeAction"]?["codeActionLiteralSupport"] != nil
    appliesEdits = capabilities?["workspace"]?["applyEdit"]?.boolean ?? false
    showsRelated = text?["publishDiagnostics"]?["relatedInformation"]?.boolean ?? false
  }
}
