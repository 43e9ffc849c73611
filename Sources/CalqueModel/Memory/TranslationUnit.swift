/// A translation unit: one segment in two or more languages.
public struct TranslationUnit: Hashable, Sendable {
  /// The unit's identifier in its file, such as TMX `tuid` or gettext `msgctxt`.
  public var externalID: String?
  /// The language of the original text, as written; nil if the file names none.
  public var sourceLanguage: LanguageTag?
  /// The time of creation.
  public var created: Instant?
  /// The author.
  public var createdBy: String?
  /// The time of the last change.
  public var changed: Instant?
  /// The author of the last change.
  public var changedBy: String?
  /// The degree of trust in the translation.
  public var status: UnitStatus
  /// The origin of the translation: a tool, a file, an alignment.
  public var origin: String?
  /// The number of uses, if the file counts them.
  public var useCount: Int?
  /// Further data from the unit's file.
  public var meta: Meta
  /// The texts, in the order of the file; a language can occur twice.
  public var variants: [Variant]

  /// Makes a unit; parts without an argument are absent.
  @inlinable
  public init(
    externalID: String? = nil, sourceLanguage: LanguageTag? = nil, created: Instant? = nil,
    createdBy: String? = nil, changed: Instant? = nil, changedBy: String? = nil,
    status: UnitStatus = .translated, origin: String? = nil, useCount: Int? = nil,
    meta: Meta = Meta(), variants: [Variant]
  ) {
    self.externalID = externalID
    self.sourceLanguage = sourceLanguage
    self.created = created
    self.createdBy = createdBy
    self.changed = changed
    self.changedBy = changedBy
    self.status = status
    self.origin = origin
    self.useCount = useCount
    self.meta = meta
    self.variants = variants
  }
}

extension TranslationUnit {
  /// Whether all parts of two units are equal; texts are compared byte for byte.
  public static func == (a: TranslationUnit, b: TranslationUnit) -> Bool {
    a.status == b.status && a.created == b.created && a.changed == b.changed
      && a.useCount == b.useCount && a.sourceLanguage == b.sourceLanguage
      && a.externalID.hasSameBytes(as: b.externalID) && a.createdBy.hasSameBytes(as: b.createdBy)
      && a.changedBy.hasSameBytes(as: b.changedBy) && a.origin.hasSameBytes(as: b.origin)
      && a.variants == b.variants && a.meta == b.meta
  }
}
