import CalqueMorphology
import CalqueText

/// The words of a sentence with what the search for candidates needs to know of each.
struct CandidateWords {
  /// What a word is inside a noun phrase.
  enum Role {
    case noun, adjective
    /// A preposition that joins two nouns, with an article or without: *de*, *du*.
    case link
    case article
    case comma, conjunction
    case open, close
    case other
  }

  struct Word {
    let range: Range<Int>
    let written: String
    /// Folded, without hyphens.
    let folded: String
    var role: Role
    let isFirst: Bool
    let isCapital: Bool
    /// Two capitals or more, and no small letter.
    let isAcronym: Bool
    /// Whether the lexicon knows the word in small letters.
    let isKnown: Bool
    /// Whether a link includes an article: *du*, *des*.
    let hasArticle: Bool
    /// Whether the word is an article, a preposition, a conjunction or the like.
    let isSmall: Bool
  }

  private(set) var words: [Word] = []
  private let morphology: Morphology
  private let language: Language
  private let functionWords: Set<String>
  private let plainLinks: Set<String>
  private let articledLinks: Set<String>

  init(_ morphology: Morphology) {
    self.morphology = morphology
    language = morphology.language
    functionWords = Set(language.rules.functionWords.all)
    let phrases = morphology.phraseWords
    var plain = Set<String>()
    var articled = Set<String>()
    for (word, forms) in phrases.contractions {
      plain.insert(word)
      for form in forms {
        if form.hasSuffix("'") { plain.insert(form) } else { articled.insert(form) }
      }
    }
    plainLinks = plain
    articledLinks = articled
  }

  /// Reads a sentence that begins at a byte of the text.
  mutating func read(_ sentence: String, at start: Int, _ scanner: inout TextScanner) {
    words.removeAll(keepingCapacity: true)
    let tokens = tokens(of: sentence, in: language, using: &scanner)
    let utf8 = Array(sentence.utf8)
    var place = 0
    var isFirst = true
    while place < tokens.count {
      var last = place
      // Words that hyphens join are one word.
      while tokens[place].kind == .word, last + 2 < tokens.count, tokens[last + 1].folded == "-",
        tokens[last + 2].kind == .word, tokens[last].end == tokens[last + 1].start,
        tokens[last + 1].end == tokens[last + 2].start
      {
        last += 2
      }
      let range = tokens[place].start..<tokens[last].end
      let written = String(decoding: utf8[range], as: UTF8.self)
      let folded = tokens[place...last].filter { $0.kind == .word || $0.kind == .number }
        .map(\.folded).joined()
      words.append(
        word(
          tokens[place].kind, written, folded.isEmpty ? tokens[place].folded : folded,
          (start + range.lowerBound)..<(start + range.upperBound), isFirst: isFirst))
      if tokens[place].kind == .word {
        if isNoName(tokens[place...last], behind: place > 0 ? tokens[place - 1] : nil, utf8) {
          words[words.count - 1].role = .other
        }
        isFirst = false
      }
      place = last + 1
    }
    tag()
  }

  /// Whether a word is surely no noun, whatever its letters say: the end of a number (1*er*), a small
  /// letter (*n*°), or a verb with its pronoun (*renommez-la*, *a-t-il*).
  private func isNoName(_ pieces: ArraySlice<Token>, behind: Token?, _ utf8: [UInt8]) -> Bool {
    guard let first = pieces.first, let last = pieces.last else { return false }
    if let behind, behind.kind == .number, behind.end == first.start { return true }
    if last.end - first.start == 1 { return (0x61...0x7A).contains(utf8[first.start]) }
    guard pieces.count > 1, functionWords.contains(last.folded) else { return false }
    if functionWords.contains(first.folded)
      || morphology.phraseWords.auxiliaries.contains(first.folded)
    {
      return true
    }
    func speeches(_ range: Range<Int>) -> Set<PartOfSpeech> {
      let written = String(decoding: utf8[range], as: UTF8.self)
      return Set(morphology.readings(of: written).map(\.features.speech))
    }
    let (verb, whole) = (
      speeches(first.start..<first.end), speeches(first.start..<last.end)
    )
    return verb.contains(.verb) && !verb.contains(.noun) && !whole.contains(.noun)
  }

  private func word(
    _ kind: TokenKind, _ written: String, _ folded: String, _ range: Range<Int>, isFirst: Bool
  ) -> Word {
    let scalars = written.unicodeScalars
    let capitals = scalars.count { $0.properties.isUppercase }
    let smalls = scalars.count { $0.properties.isLowercase }
    let isCapital = kind == .word && scalars.first?.properties.isUppercase == true
    let isSmallWord = functionWords.contains(folded)
    var role = Role.other
    switch kind {
    case .word:
      if plainLinks.contains(folded) || articledLinks.contains(folded) {
        role = .link
      } else if morphology.phraseWords.kinds(of: folded).contains(.determiner) {
        role = .article
      } else if morphology.phraseWords.conjunctions.contains(folded) {
        role = .conjunction
      } else if !isSmallWord {
        role = .noun
      }
    case .punctuation:
      if folded == "(" { role = .open } else if folded == ")" { role = .close }
      if folded == "," { role = .comma }
    default: break
    }
    return Word(
      range: range, written: written, folded: folded, role: role, isFirst: isFirst,
      isCapital: isCapital && !(isFirst && isSmallWord),
      isAcronym: kind == .word && capitals >= 2 && smalls == 0 && scalars.count <= 8
        && !written.contains("'"),
      isKnown: isSmallWord || !morphology.analyses(of: written).isEmpty
        || !morphology.analyses(of: folded).isEmpty,
      hasArticle: articledLinks.contains(folded),
      isSmall: isSmallWord || role == .link || role == .article)
  }

  /// Tells nouns from adjectives and other words, by the tagger where there is one.
  private mutating func tag() {
    let readings = words.map { morphology.readings(of: $0.written) }
    let tags = morphology.tagger?.tags(
      of: zip(words, readings).map {
        TaggerWord($0.written, readings: $1, isFirst: $0.isFirst)
      })
    for place in words.indices where words[place].role == .noun {
      let word = words[place]
      if word.isAcronym || word.isCapital && !word.isFirst { continue }
      let speeches = Set(readings[place].map(\.features.speech))
      guard let tag = tags?[place].best else {
        if !speeches.isEmpty, !speeches.contains(.noun) {
          words[place].role = speeches.contains(.adjective) ? .adjective : .other
        }
        continue
      }
      switch tag {
      case .noun, .name: break
      case .adjective:
        words[place].role = .adjective
      case .participle:
        words[place].role = speeches.contains(.adjective) ? .adjective : .other
      case .verb, .other:
        words[place].role = word.isKnown ? .other : .noun
      }
    }
  }
}
