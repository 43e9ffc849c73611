package import CalqueModel

/// A receiver of the content of an XML document, event by event.
///
/// A handler throws an `InputError` without a place; the document adds place and excerpt.
package protocol XMLHandler: AnyObject {
  /// An element begins; declarations of namespaces come first among the attributes.
  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError)
  /// The innermost element ends.
  func end(_ name: String) throws(InputError)
  /// Text; a run of text can come in several pieces.
  func text(_ bytes: Span<UInt8>) throws(InputError)
  /// A processing instruction.
  func instruction(_ target: String, _ text: String) throws(InputError)
  /// A fault that did not prevent the reading.
  func warn(_ message: String, kind: String)
}
