/// A translation unit: one segment in two or more languages.
public struct Unit: Hashable, Sendable {
  /// The unit's name in its file (TMX `tuid`, gettext `msgctxt` …), if it has one.
  public var externalID: String?
  /// The language the unit was written in first, as its file says it; nil where it says none.
  public var sourceLanguage: LanguageTag?
  /// When the unit was made.
  public var created: Instant?
  /// Who made it.
  public var createdBy: String?
  /// When the unit was last changed.
  public var changed: Instant?
  /// Who changed it.
  public var changedBy: String?
  /// How far the translation is trusted.
  public var status: UnitStatus
  /// Where the translation comes from: a tool, a file, an alignment.
  public var origin: String?
  /// How often the unit was used, where its file counts it.
  public var useCount: Int?
  /// What its file says of it beyond that.
  public var meta: Meta
  /// Its texts, in the file's order; a language can occur twice.
  public var variants: [Variant]

  /// Makes a unit; what is not named is absent.
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

extension Unit {
  /// Whether two units say the same, texts compared byte for byte.
  public static func == (a: Unit, b: Unit) -> Bool {
    a.status == b.status && a.created == b.created && a.changed == b.changed
      && a.useCount == b.useCount && a.sourceLanguage == b.sourceLanguage
      && a.externalID.hasSameBytes(as: b.externalID) && a.createdBy.hasSameBytes(as: b.createdBy)
      && a.changedBy.hasSameBytes(as: b.changedBy) && a.origin.hasSameBytes(as: b.origin)
      && a.variants == b.variants && a.meta == b.meta
  }
}
