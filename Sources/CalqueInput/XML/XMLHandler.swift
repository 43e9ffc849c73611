package import CalqueModel

/// What an XML document holds, event by event.
package protocol XMLHandler: AnyObject {
  /// An element begins; declarations of namespaces come first among the attributes.
  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(XMLProblem)
  /// The innermost element ends.
  func end(_ name: String) throws(XMLProblem)
  /// Text; one run of it can come in several pieces.
  func text(_ bytes: Span<UInt8>) throws(XMLProblem)
  /// A processing instruction.
  func instruction(_ target: String, _ text: String) throws(XMLProblem)
  /// Something that was read all the same.
  func warn(_ message: String, kind: String)
}

/// Why a document cannot be read on.
package struct XMLProblem: Error {
  package var message: String
  /// The byte of the document, where that is not the place the parser stands at.
  package var offset: Int?
  /// The innermost element that is still open, and the byte after the start of its tag.
  package var open: (name: String, offset: Int)?
  /// The name of the element that ends instead.
  package var closing: String?

  package init(_ message: String, offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }
}
