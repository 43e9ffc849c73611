/// A unit's text in one language.
public struct Variant: Hashable, Sendable {
  /// The language, as written.
  public var language: LanguageTag
  /// The text for matching, byte for byte, without inline codes.
  public var text: String
  /// The segment's inner XML as written, where it holds inline codes; nil where it is plain text.
  public var codes: String?
  /// What its file says of it beyond that.
  public var meta: Meta

  /// Makes a variant.
  public init(language: LanguageTag, text: String, codes: String? = nil, meta: Meta = Meta()) {
    self.language = language
    self.text = text
    self.codes = codes
    self.meta = meta
  }
}

extension Variant {
  /// Whether two variants say the same, texts compared byte for byte.
  public static func == (a: Variant, b: Variant) -> Bool {
    a.language == b.language && a.text.hasSameBytes(as: b.text)
      && a.codes.hasSameBytes(as: b.codes) && a.meta == b.meta
  }
}
