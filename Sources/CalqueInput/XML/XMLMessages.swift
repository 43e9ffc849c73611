import CXML
import CalqueModel

/// The meaning of libxml2's errors, in words for people who did not write the file.
enum XMLMessages {
  /// Whether an error concerns the innermost open element.
  static func isAboutNesting(_ code: Int32) -> Bool {
    [
      calque_xml_tag_name_mismatch, calque_xml_tag_not_finished, calque_xml_document_end,
      calque_xml_gt_required, calque_xml_ltslash_required,
    ].contains { $0 == Int(code) }
  }

  /// The message for a file that ends too early.
  static func ending(inside open: String?) -> String {
    open.map { "<\($0)> is never closed: the file ends first" } ?? "the file ends too early"
  }

  /// The message for an error.
  ///
  /// - Parameters:
  ///   - code: libxml2's number of the error.
  ///   - text: libxml2's message.
  ///   - detail: the first name in libxml2's message.
  ///   - open: the innermost open element.
  /// - Returns: the fault, without the place.
  static func message(_ code: Int32, _ text: String, _ detail: String, open: String?) -> String {
    switch Int(code) {
    case calque_xml_document_empty: "no XML element at all"
    case calque_xml_document_end where open == nil:
      "something follows after the end of the document"
    case calque_xml_document_end, calque_xml_tag_not_finished, calque_xml_ltslash_required:
      ending(inside: open)
    case calque_xml_undeclared_entity: "entity &\(detail); is not declared"
    case calque_xml_tag_name_mismatch: "<\(open ?? detail)> is never closed"
    case calque_xml_invalid_char: "a character that XML does not allow"
    case calque_xml_invalid_charref: "a character reference to what XML does not allow"
    case calque_xml_invalid_dec_charref, calque_xml_invalid_hex_charref:
      "a character reference that is no number"
    case calque_xml_name_required:
      "a name was expected after < or &; as text they are &lt; and &amp;"
    case calque_xml_semicolon_missing: "a reference lacks its ; (as text, & is &amp;)"
    case calque_xml_lt_in_attribute: "a < stands in an attribute's value; it must be &lt;"
    case calque_xml_attribute_not_started: "an attribute's value needs quotes around it"
    case calque_xml_attribute_not_finished: "an attribute's value never ends"
    case calque_xml_attribute_without_value: "attribute \(detail) has no value"
    case calque_xml_attribute_redefined: "attribute \(detail) is there twice"
    case calque_xml_reserved_name: "something stands before the XML declaration"
    case calque_xml_gt_required: "a > was expected"
    case calque_xml_cdata_not_finished: "a CDATA section never ends"
    case calque_xml_comment_not_finished: "a comment never ends"
    default:
      text.contains("XML_PARSE_HUGE")
        ? "something is longer or deeper than is read" : text.trimmingBlanks
    }
  }
}
