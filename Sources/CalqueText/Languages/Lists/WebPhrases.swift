/// The lines that web pages in a language add to an article, folded.
///
/// They link to other stories and call to subscribe.
package struct WebPhrases: Sendable {
  /// What such a line begins with, whatever stands behind it.
  package let beginnings: [String]
  /// What such a line consists of.
  package let whole: Set<String>

  init(beginnings: [String], whole: Set<String>) {
    self.beginnings = beginnings
    self.whole = whole
  }

  /// Of a language whose web pages nobody read.
  static let none = WebPhrases(beginnings: [], whole: [])

  /// Whether a folded line is such a line.
  package func holds(_ line: String) -> Bool {
    beginnings.contains { line.utf8.starts(with: $0.utf8) } || whole.contains(line)
  }
}
