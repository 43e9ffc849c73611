/// One designation of a concept in one language.
public struct Term: Hashable, Sendable {
  /// The language tag, as written.
  public var language: LanguageTag
  /// The term's text, byte for byte.
  public var text: String
  /// Whether the term is to be used.
  public var status: TermStatus
  /// The status in the file's spelling; nil if the spelling is `status.name`.
  public var rawStatus: String?
  /// The kind of designation.
  public var type: TermType?
  /// The part of speech, as written: `noun`, `verb`, `phrase` and so on.
  public var partOfSpeech: String?
  /// The grammatical gender, usually `m`, `f` or `mf`.
  public var gender: String?
  /// The grammatical number, as written.
  public var number: String?
  /// The register or usage, as written.
  public var register: String?
  /// The region of use, as written.
  public var region: String?
  /// Warnings about the term.
  public var flags: TermFlags
  /// The time of use; open at both ends unless the file limits the time.
  public var validity: Validity
  /// A sentence with the term.
  public var example: String?
  /// A note about this term alone.
  public var note: String?
  /// The source that the term was found in.
  public var source: String?
  /// Further data from the term's file.
  public var meta: Meta

  /// Makes a term; parts without an argument are absent.
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
  /// Whether all parts of two terms are equal; texts are compared byte for byte.
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

extension Term {
  /// Whether the term, found in a text, is translated.
  public var isSource: Bool { status != .forbidden && !flags.contains(.targetOnly) }

  /// Whether the term is printed as a translation, be it as a forbidden one.
  public var isTranslation: Bool { type != .form && !flags.contains(.sourceOnly) }
}
