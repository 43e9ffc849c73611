import CalqueModel
import CalqueText

/// What a name names: a kind and a code, whatever the language.
struct Name: Hashable, Sendable {
  /// The kinds, in the order in which one text is read: a country before its people.
  enum Kind: UInt8, Sendable { case place, people, language, currency }

  let kind: Kind
  let code: String

  /// A number below zero, which no concept of a store has: FNV-1a (Fowler, Noll, Vo) of kind and
  /// code.
  var id: ConceptID {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in [kind.rawValue] + code.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return ConceptID(-Int64(hash >> 2) - 1)
  }
}

/// The names of a language that a text may hold.
struct SourceNames {
  /// A name with one of its spellings.
  struct Spelling {
    let name: Name
    let text: String
    /// Whether upper and lower case count.
    let isExact: Bool

    /// The spelling as a term of the recogniser; an adjective has a feminine and plurals.
    func term(number: Int) -> RecogniserTerm {
      let speech =
        switch name.kind {
        case .place, .language: "proper noun"
        case .people: "adjective"
        case .currency: "noun"
        }
      return RecogniserTerm(
        number: number, text: text, partOfSpeech: speech, flags: isExact ? .caseSensitive : [])
    }
  }

  /// The spellings, places first.
  private(set) var all: [Spelling] = []

  init(_ language: Language) {
    let rules = language.rules.names
    add(rules.places, .place, exact: true)
    for code in RegionNames.regions where rules.places.names(of: code).isEmpty {
      add(RegionNames.region(code, in: language), Name(kind: .place, code: code), exact: true)
    }
    add(rules.peoples, .people, exact: rules.capitalisesPeoples)
    let peoples = Set(rules.peoples.keys.flatMap { rules.peoples.names(of: $0).map(\.text) })
    for code in LanguageCodes.twoLetters.sorted() {
      guard let name = LanguageNames.name(of: code, in: language), !peoples.contains(name) else {
        continue
      }
      add(name, Name(kind: .language, code: code), exact: true)
    }
    add(rules.currencies, .currency, exact: false)
    for code in RegionNames.currencies where rules.currencies.names(of: code).isEmpty {
      let name = RegionNames.currency(code, in: language)
      add(name, Name(kind: .currency, code: code), exact: false)
    }
  }

  private mutating func add(_ table: NameTable, _ kind: Name.Kind, exact: Bool) {
    for code in table.keys {
      for name in table.names(of: code) where name.isRecognised {
        add(name.text, Name(kind: kind, code: code), exact: exact)
      }
    }
  }

  // Several words are a name in any case: les îles Féroé, Îles Féroé.
  private mutating func add(_ text: String?, _ name: Name, exact: Bool) {
    guard let text else { return }
    let isOneWord = !text.utf8.contains(UInt8(ascii: " "))
    all.append(Spelling(name: name, text: text, isExact: exact && isOneWord))
  }
}

/// What a language calls a name.
struct TargetNames {
  private let language: Language

  init(_ language: Language) { self.language = language }

  /// The terms, the one to print first; empty if the language has no name.
  func terms(of name: Name, language tag: LanguageTag) -> [Term] {
    let rules = language.rules.names
    let own =
      switch name.kind {
      case .place: rules.places.names(of: name.code)
      case .people: rules.peoples.names(of: name.code)
      case .currency: rules.currencies.names(of: name.code)
      case .language: [NameTable.Name]()
      }
    var texts = own.map(\.text)
    if texts.isEmpty {
      let found =
        switch name.kind {
        case .place: RegionNames.region(name.code, in: language)
        case .language: LanguageNames.name(of: name.code, in: language)
        case .currency: RegionNames.currency(name.code, in: language)
        case .people: nil as String?
        }
      texts = found.map { [$0] } ?? []
    }
    return texts.enumerated().map { place, text in
      Term(language: tag, text: text, status: place == 0 ? .preferred : .admitted)
    }
  }
}
