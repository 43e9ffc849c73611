import CalqueText

/// The lines that a web page adds to an article: links to other stories, calls to subscribe.
package enum Boilerplate {
  /// Whether a paragraph is such a line.
  ///
  /// A page often joins such a line to the next text without a space
  /// (`Lire aussiGrâce aux milliards`), so the beginning of a paragraph decides. A long paragraph
  /// is never such a line.
  package static func isLine(_ text: String) -> Bool {
    guard text.utf8.count <= 300 else { return false }
    let line = folded(String(trimmed(text)))
    return Language.all.contains { $0.webPhrases.holds(line) }
  }
}
