/// The lines that web pages in a language add to an article, folded.
///
/// Such a line links to another story or calls to subscribe.
package struct WebPhrases: Sendable {
  /// The beginnings of such lines, which may continue in any way.
  package let beginnings: [String]
  /// The whole lines.
  package let whole: Set<String>

  init(beginnings: [String], whole: Set<String>) {
    self.beginnings = beginnings
    self.whole = whole
  }

  /// The lines of a language whose web pages are not read.
  static let none = WebPhrases(beginnings: [], whole: [])

  /// Whether a folded line is in the list.
  package func holds(_ line: String) -> Bool {
    beginnings.contains { line.utf8.starts(with: $0.utf8) } || whole.contains(line)
  }
}
