import CalqueText

/// Reads phrases in one language, and keeps what is known of their words.
struct PhraseReader: Sendable {
  private let language: Language
  private let forms: Forms
  private let small: Set<String>
  private var scanner = TextScanner()
  private var known: [String: SoughtPhrase.Word] = [:]

  /// The forms that a word stands for.
  enum Forms: Sendable {
    /// The form as it is written, whatever its case and accents.
    case written
    /// All forms of the word.
    case all(Morphologies)
  }

  /// A reader for a language.
  init(_ language: Language, _ forms: Forms) {
    (self.language, self.forms) = (language, forms)
    small = Set(language.rules.functionWords.all)
  }

  /// The words of a phrase.
  mutating func phrase(_ text: String) -> SoughtPhrase {
    let tokens = tokens(of: text, in: language, using: &scanner)
    let utf8 = Array(text.utf8)
    return SoughtPhrase(
      words: tokens.map { token in
        word(token, String(decoding: utf8[token.start..<token.end], as: UTF8.self))
      })
  }

  private mutating func word(_ token: Token, _ written: String) -> SoughtPhrase.Word {
    if let word = known[written] { return word }
    var stems: Set<String> = [token.stem]
    var others: Set<String> = []
    let isSmall = small.contains(token.folded)
    if token.kind == .word, !isSmall, case .all(let morphologies) = forms {
      let family = morphologies.family(of: written, in: language).map { folded($0) }
      others = Set(family)
      for form in family { stems.insert(stem(form, in: language)) }
    }
    // In order, so that of many occurrences the same ones are looked at in every process.
    let word = SoughtPhrase.Word(
      folded: token.folded, stems: stems.sorted().map { Array($0.utf8) }, forms: others,
      isSmall: isSmall)
    known[written] = word
    return word
  }
}
