/// One sentence of a text, as the place where it stands.
package struct Sentence: Hashable, Sendable {
  /// Where it begins: a UTF-8 byte offset into the text, past any white space.
  package let start: Int
  /// Where it ends (exclusive): a UTF-8 byte offset into the text, before any white space.
  package let end: Int
  /// The number of its paragraph, from 0; it never falls from one sentence to the next.
  package let paragraph: Int

  package init(start: Int, end: Int, paragraph: Int) {
    self.start = start
    self.end = end
    self.paragraph = paragraph
  }
}
