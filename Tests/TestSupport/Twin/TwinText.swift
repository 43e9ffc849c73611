/// A query or a stored text, ready to be compared.
package struct TwinText: Sendable {
  package let text: String
  package let folded: String
  package let tokens: [TwinToken]

  package init(_ raw: String, language: String) {
    let text = TwinFolding.text(raw)
    self.text = text
    folded = TwinFolding.folded(text)
    tokens = TwinScanner(text).tokens().map {
      TwinToken(kind: $0.kind, text: $0.text, language: language)
    }
  }

  package var totalWeight: Int { tokens.reduce(0) { $0 + $1.weight } }

  /// The tokens as the vectors write them, white space inside a token as `_`.
  package var shown: String {
    tokens.map { token in
      TwinFolding.string(token.text.unicodeScalars.map { TwinScalars.isSpace($0) ? "_" : $0 })
    }.joined(separator: " ")
  }
}
