/// The white space at the two ends of a text.
///
/// It belongs to the place of a segment and not to what the segment says: a translation gets that of
/// the segment into which the translation is filled.
struct OuterSpace {
  private let leading: String
  private let trailing: String

  /// Finds the white space at the ends of a text; a text of white space alone has it in front.
  init(of text: String) {
    let scalars = text.unicodeScalars
    let end = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    let last = scalars.lastIndex { !$0.properties.isWhitespace }
    leading = String(scalars[..<end])
    trailing = last.map { String(scalars[scalars.index(after: $0)...]) } ?? ""
  }

  /// A text with this white space instead of its own.
  func around(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return text }
    return leading + String(scalars[start...last]) + trailing
  }
}
