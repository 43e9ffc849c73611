/// Why a document cannot be parsed on, in terms of byte offsets.
struct XMLProblem: Error {
  var message: String
  /// The byte of the document, where that is not the place the parser stands at.
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
