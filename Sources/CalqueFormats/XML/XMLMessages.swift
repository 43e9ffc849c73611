import CLibXML2

/// What libxml2's errors mean, in words for people who did not write the file.
enum XMLMessages {
  /// Whether the innermost open element has to do with an error.
  static func isAboutNesting(_ code: Int32) -> Bool {
    [
      XML_ERR_TAG_NAME_MISMATCH, XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_END,
      XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED,
    ].contains { code == Int32($0.rawValue) }
  }

  /// The message for an error.
  ///
  /// - Parameters:
  ///   - code: libxml2's number for it.
  ///   - text: libxml2's message.
  ///   - detail: the name it mentions first.
  ///   - open: the innermost open element.
  static func message(_ code: Int32, _ text: String, _ detail: String, open: String?) -> String {
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_ERR_DOCUMENT_EMPTY: "no XML element at all"
    case XML_ERR_DOCUMENT_END where open == nil: "something follows after the end of the document"
    case XML_ERR_DOCUMENT_END, XML_ERR_TAG_NOT_FINISHED, XML_ERR_LTSLASH_REQUIRED:
      open.map { "<\($0)> is never closed: the file ends first" } ?? "the file ends too early"
    case XML_ERR_TAG_NAME_MISMATCH: "<\(open ?? detail)> is never closed"
    case XML_ERR_INVALID_CHAR: "a character that XML does not allow"
    case XML_ERR_INVALID_CHARREF: "a character reference to what XML does not allow"
    case XML_ERR_INVALID_DEC_CHARREF, XML_ERR_INVALID_HEX_CHARREF:
      "a character reference that is no number"
    case XML_ERR_NAME_REQUIRED: "a name was expected after < or &; as text they are &lt; and &amp;"
    case XML_ERR_ENTITYREF_SEMICOL_MISSING: "a reference lacks its ; (as text, & is &amp;)"
    case XML_ERR_LT_IN_ATTRIBUTE: "a < stands in an attribute's value; it must be &lt;"
    case XML_ERR_ATTRIBUTE_NOT_STARTED: "an attribute's value needs quotes around it"
    case XML_ERR_ATTRIBUTE_NOT_FINISHED: "an attribute's value never ends"
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE: "attribute \(detail) has no value"
    case XML_ERR_ATTRIBUTE_REDEFINED: "attribute \(detail) is there twice"
    case XML_ERR_RESERVED_XML_NAME: "something stands before the XML declaration"
    case XML_ERR_GT_REQUIRED: "a > was expected"
    case XML_ERR_CDATA_NOT_FINISHED: "a CDATA section never ends"
    case XML_ERR_COMMENT_NOT_FINISHED: "a comment never ends"
    default: text.trimmingBlanks
    }
  }
}
