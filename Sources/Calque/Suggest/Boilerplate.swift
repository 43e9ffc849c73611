import CalqueText

/// Lines that a web page adds to an article: links to other stories, calls to subscribe.
enum Boilerplate {
  /// Whether a paragraph is such a line.
  ///
  /// The page often runs them together with what follows (`Lire aussiGrâce aux milliards`), so a
  /// beginning counts whatever stands behind it; a long paragraph is never one.
  static func isLine(_ text: String) -> Bool {
    guard text.utf8.count <= 300 else { return false }
    let line = folded(String(trimmed(text)))
    return Language.all.contains { $0.webPhrases.holds(line) }
  }
}
