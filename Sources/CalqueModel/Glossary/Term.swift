/// One designation of a concept in one language.
public struct Term: Hashable, Sendable {
  /// The language, as written.
  public var language: LanguageTag
  /// The term, byte for byte.
  public var text: String
  /// Whether to use it.
  public var status: TermStatus
  /// The status as its file spells it, where that differs from `status.name`.
  public var rawStatus: String?
  /// What kind of designation it is.
  public var type: TermType?
  /// Part of speech, as written: `noun`, `verb`, `phrase` and so on.
  public var partOfSpeech: String?
  /// Grammatical gender: `m`, `f` or `mf` as a rule.
  public var gender: String?
  /// Grammatical number, as written.
  public var number: String?
  /// Register or usage, as written.
  public var register: String?
  /// Where it is used, as written.
  public var region: String?
  /// What to beware of.
  public var flags: TermFlags
  /// When the term holds; open on both sides where nothing is said.
  public var validity: Validity
  /// A sentence that shows it.
  public var example: String?
  /// A note about this term alone.
  public var note: String?
  /// Where it was found.
  public var source: String?
  /// What its file says of it beyond that.
  public var meta: Meta

  /// Makes a term; what is not named is absent.
  public init(
    language: LanguageTag, text: String, status: TermStatus = .preferred, rawStatus: String? = nil,
    type: TermType? = nil, partOfSpeech: String? = nil, gender: String? = nil,
    number: String? = nil, register: String? = nil, region: String? = nil, flags: TermFlags = [],
    validity: Validity = Validity(), example: String? = nil, note: String? = nil,
    source: String? = nil, meta: Meta = Meta()
  ) {
    self.language = language
    self.text = text
    self.status = status
    self.rawStatus = rawStatus
    self.type = type
    self.partOfSpeech = partOfSpeech
    self.gender = gender
    self.number = number
    self.register = register
    self.region = region
    self.flags = flags
    self.validity = validity
    self.example = example
    self.note = note
    self.source = source
    self.meta = meta
  }
}

extension Term {
  /// Whether two terms say the same, texts compared byte for byte.
  public static func == (a: Term, b: Term) -> Bool {
    a.language == b.language && a.status == b.status && a.type == b.type && a.flags == b.flags
      && a.validity == b.validity && a.text.hasSameBytes(as: b.text)
      && a.rawStatus.hasSameBytes(as: b.rawStatus)
      && a.partOfSpeech.hasSameBytes(as: b.partOfSpeech)
      && a.gender.hasSameBytes(as: b.gender) && a.number.hasSameBytes(as: b.number)
      && a.register.hasSameBytes(as: b.register) && a.region.hasSameBytes(as: b.region)
      && a.example.hasSameBytes(as: b.example) && a.note.hasSameBytes(as: b.note)
      && a.source.hasSameBytes(as: b.source) && a.meta == b.meta
  }
}
