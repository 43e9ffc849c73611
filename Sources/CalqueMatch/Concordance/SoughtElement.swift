import CalqueText

/// An element of a query, ready to be compared with the tokens of a text.
struct SoughtElement: Sendable {
  /// How a token is the element.
  enum Match {
    /// By the spelling of the query.
    case exact
    /// By another form of the word, or by the same value.
    case form
  }

  private enum Kind: Sendable {
    case word(forms: Set<[UInt32]>)
    case prefix
    case number(values: [[UInt8]])
    case sign
  }

  private let kind: Kind
  /// The compared form of the query's element.
  private let key: [UInt32]
  private let capitals: Capitals?
  /// The names of the classes of the word's forms, or that of numbers; nil where the element is
  /// neither a whole word nor a number.
  let classNames: [[UInt8]]?
  /// The name of the class of the word as it is spelled in the query, or that of numbers; nil where
  /// the element is neither.
  let ownClassName: [UInt8]?
  /// Letters that the folded text has wherever it has the element; empty if none are known.
  let sieve: [UInt32]
  /// The sieve as bytes; nil if it has too few letters, or others than a to z.
  let letters: SoughtLetters?

  init(
    _ element: ConcordanceQuery.Element, _ options: WordConcordance.Options, _ stemmer: Stemmer,
    _ properties: inout ScalarProperties, _ forms: (String) -> WordForms
  ) {
    switch element {
    case .word(let plain):
      key = SoughtToken.key(plain, options, &properties)
      var spellings = [FoldedText.fold(word: plain, &properties)]
      var keys: Set<[UInt32]> = []
      for spelling in forms(String(scalars: plain)).spellings {
        let scalars = spelling.unicodeScalars.map(\.value)
        keys.insert(SoughtToken.key(scalars, options, &properties))
        spellings.append(FoldedText.fold(word: scalars, &properties))
      }
      // Where accents count, *elu* is not *élu*, and so has none of its forms.
      kind = .word(forms: options.keepsAccents && !keys.contains(key) ? [] : keys)
      capitals = options.keepsCase ? Capitals(plain) : nil
      sieve = Self.sharedBeginning(spellings)
      let names = spellings.map { spelling in
        var (stem, name) = (spelling, [UInt8]())
        stemmer.stem(&stem)
        Lexicon.encode(.word, stem, into: &name)
        return name
      }
      (classNames, ownClassName) = (Array(Set(names)), names.first)
    case .prefix(let plain):
      key = SoughtToken.key(plain, options, &properties)
      kind = .prefix
      capitals = options.keepsCase ? Capitals(plain) : nil
      sieve = FoldedText.fold(word: plain, &properties)
      (classNames, ownClassName) = (nil, nil)
    case .number(let plain):
      (key, kind) = (plain, .number(values: NumberValue.readings(of: plain)))
      // All numbers are of one class.
      let name = [TokenKind.number.rawValue]
      (capitals, sieve, classNames, ownClassName) = (nil, [], [name], name)
    case .sign(let plain):
      (key, kind) = (plain, .sign)
      (capitals, sieve, classNames, ownClassName) = (nil, [], nil, nil)
    }
    letters = SoughtLetters(sieve)
  }

  /// Whether the element is the beginning of a word.
  var isBeginning: Bool {
    if case .prefix = kind { true } else { false }
  }

  /// How a token is the element; nil if the token is another.
  func match(_ token: SoughtToken) -> Match? {
    switch kind {
    case .word(let forms):
      guard token.kind == .word else { return nil }
      let isExact = token.key == key
      guard isExact || forms.contains(token.key) else { return nil }
      if let capitals, !capitals.agree(with: Capitals(token.plain)) { return nil }
      return isExact ? .exact : .form
    case .prefix:
      guard token.kind == .word, token.key.starts(with: key) else { return nil }
      if let capitals, !capitals.agree(with: Capitals(token.plain.prefix(key.count))) {
        return nil
      }
      return .exact
    case .number(let values):
      guard token.kind == .number else { return nil }
      if token.plain == key { return .exact }
      return token.value.map(values.contains) == true ? .form : nil
    case .sign:
      return token.kind != .word && token.kind != .number && token.plain == key ? .exact : nil
    }
  }

  /// Whether a word is surely not the element, by its first letters: folding keeps those of ASCII.
  func isNever(_ word: ArraySlice<UInt32>) -> Bool {
    switch kind {
    case .word, .prefix:
      for (letter, wanted) in zip(word, sieve) {
        let small = letter | 0x20
        guard (0x61...0x7A).contains(small) else { return false }
        if small != wanted { return true }
      }
      return false
    case .number, .sign: return true
    }
  }

  private static func sharedBeginning(_ words: [[UInt32]]) -> [UInt32] {
    guard var shared = words.first else { return [] }
    for word in words {
      shared = zip(shared, word).prefix { $0 == $1 }.map(\.0)
    }
    return shared
  }
}

/// A token of a text, in the forms that a search compares.
struct SoughtToken {
  let kind: TokenKind
  let plain: [UInt32]
  /// A word's folded form, or its small letters with accents.
  let key: [UInt32]
  /// A number's value in the language of the text.
  let value: [UInt8]?

  init(
    _ kind: TokenKind, plain: [UInt32], _ properties: inout ScalarProperties,
    _ options: WordConcordance.Options, _ signs: NumberSigns
  ) {
    self.kind = kind
    self.plain = plain
    key = kind == .word ? Self.key(plain, options, &properties) : []
    value = kind == .number ? NumberValue.reading(of: plain, signs) : nil
  }

  /// The compared form of a word.
  static func key(
    _ plain: [UInt32], _ options: WordConcordance.Options, _ properties: inout ScalarProperties
  ) -> [UInt32] {
    options.keepsAccents
      ? FoldedText.smallLetters(word: plain) : FoldedText.fold(word: plain, &properties)
  }
}

/// The capitals of a word.
struct Capitals: Hashable, Sendable {
  private let letters: [Bool]

  init(_ word: some Sequence<UInt32>) {
    letters = word.map { Unicode.Scalar($0)?.properties.isUppercase ?? false }
  }

  /// Whether two forms of a word are written alike: small, with one capital at the beginning, all
  /// in capitals, or with the same capitals.
  func agree(with other: Capitals) -> Bool {
    letters == other.letters || isSmall && other.isSmall || isInitial && other.isInitial
      || isAll && other.isAll
  }

  private var isSmall: Bool { !letters.contains(true) }
  private var isInitial: Bool { letters.first == true && !letters.dropFirst().contains(true) }
  private var isAll: Bool { letters.count > 1 && !letters.contains(false) }
}
