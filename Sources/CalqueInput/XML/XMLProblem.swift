/// The reason why a document cannot be parsed further, with byte offsets.
struct XMLProblem: Error {
  var message: String
  /// The offset of the problem in the document; nil for the parser's position.
  var offset: Int?
  /// The innermost element that is still open, and the byte after the start of its tag.
  var open: (name: String, offset: Int)?
  /// The name of the element that ends instead.
  var closing: String?

  init(_ message: String, offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }
}
