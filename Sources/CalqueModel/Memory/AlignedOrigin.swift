/// The marks of a unit that an alignment made: its origin, its confidence and its place.
public enum AlignedOrigin {
  /// The origin of the unit.
  public static let name = "aligned"
  /// The type of the property that holds the confidence, from 0 to 1.
  public static let confidence = "x-confidence"
  /// The type of the property that names the document.
  public static let document = "x-document"
  /// The type of the property that holds the number of the source paragraph, from 1.
  public static let paragraph = "x-paragraph"
  /// The confidence from which a reviewer need not look at a unit, and from which it has no
  /// penalty.
  public static let sure = 0.9
}

extension TranslationUnit {
  /// The confidence with which an alignment made the unit, from 0 to 1.
  ///
  /// Nil if a person or another tool made the unit, and if a person has reviewed it. A unit that an
  /// alignment made and whose confidence cannot be read is not trusted: 0.
  public var alignmentConfidence: Double? {
    let isUnread = status == .draft || status == .translated
    guard origin == AlignedOrigin.name, isUnread else { return nil }
    let written = meta.properties.last { $0.type == AlignedOrigin.confidence }?.value
    guard let written, let confidence = Double(written), (0...1).contains(confidence) else {
      return 0
    }
    return confidence
  }
}
