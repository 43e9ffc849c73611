/// The place of a sentence in a text.
package struct Sentence: Hashable, Sendable {
  /// The beginning in UTF-8 bytes, past white space.
  package let start: Int
  /// The end (exclusive) in UTF-8 bytes, before white space.
  package let end: Int
  /// The number of the paragraph, from 0; numbers never fall from one sentence to the next.
  package let paragraph: Int
  /// Whether the stretch is a news story's dateline, which is no sentence: `PARIS (AFP) -`.
  package let isDateline: Bool

  package init(start: Int, end: Int, paragraph: Int, isDateline: Bool = false) {
    self.start = start
    self.end = end
    self.paragraph = paragraph
    self.isDateline = isDateline
  }
}
