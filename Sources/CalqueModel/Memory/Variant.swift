/// A unit's text in one language.
public struct Variant: Hashable, Sendable {
  /// The language tag, as written.
  public var language: LanguageTag
  /// The text for matching, byte for byte, without inline codes.
  public var text: String
  /// The segment's inner XML as written; nil if the segment has no inline codes.
  public var codes: String?
  /// Further data from the variant's file.
  public var meta: Meta

  /// Makes a variant.
  @inlinable
  public init(language: LanguageTag, text: String, codes: String? = nil, meta: Meta = Meta()) {
    self.language = language
    self.text = text
    self.codes = codes
    self.meta = meta
  }
}

extension Variant {
  /// Whether all parts of two variants are equal; texts are compared byte for byte.
  public static func == (a: Variant, b: Variant) -> Bool {
    a.language == b.language && a.text.hasSameBytes(as: b.text)
      && a.codes.hasSameBytes(as: b.codes) && a.meta == b.meta
  }
}
