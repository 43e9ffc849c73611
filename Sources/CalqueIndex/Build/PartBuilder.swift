package import CalqueMatch
internal import CalqueModel
internal import CalqueSystem
package import CalqueText

/// Builds a part of the index from the texts of a memory.
///
/// Each text is read once and forgotten. The builder keeps some two bytes a token, the lexicon and
/// eight bytes a unit; the other columns of the units lie in a file until they are written. The
/// postings are laid out and written six million at a time.
package struct PartBuilder: Sendable {
  private let stemmer: Stemmer
  var lexicon: Lexicon
  private var scanner = TextScanner()
  /// The forms of the tokens of each unit; the classes, once the forms are written.
  var tokens = PackedRows()
  // The columns of the units, in the order in which the units were added. While the part is written,
  // the weights are in the order of the units' numbers.
  var weights: [UInt32] = []
  var variants = LongColumn<Int64>()
  var units = LongColumn<Int64>()
  var changes = LongColumn<Int64>()
  var resources = LongColumn<UInt32>()
  var statuses = LongColumn<UInt8>()
  var hashes = LongColumn<UInt64>()
  let file: ScratchFile?
  var holders = ClassHolders()
  var shorts = ShortTextsBuilder()

  /// How many postings are laid out in memory at once.
  var postingsAtOnce = 6_000_000

  /// How many tokens are brought into the order of the units in memory.
  var tokensOrdered = 8_000_000

  private var folding = FoldTable()
  private var folded: [UInt32] = []
  private var row: [UInt32] = []
  private var words: WrittenWords
  /// The tokens of a text that `words` does not have, their places among all, and their forms.
  private var unknown: (tokens: [TokenSpan], places: [Int], forms: [UInt32]) = ([], [], [])

  /// An empty part for a language.
  ///
  /// - Parameters:
  ///   - language: the language.
  ///   - folder: where long columns lie meanwhile; nil to keep them in memory.
  package init(language: Language, scratch folder: String? = nil) {
    self.init(language: language, scratch: folder, words: WrittenWords())
  }

  init(language: Language, scratch folder: String? = nil, words: WrittenWords) {
    self.words = words
    file = folder.map { ScratchFile(in: $0) }
    stemmer = language.stemmer
    lexicon = Lexicon(stemmer: language.stemmer)
  }

  /// The number of units added so far.
  package var count: Int { weights.count }

  /// Adds a text; a text without tokens can never match and is left out.
  ///
  /// - Throws: `IndexError.tooLarge` if the memory is beyond the numbers of an index.
  package mutating func add(_ segment: MemorySegment) throws(IndexError) {
    let utf8 = segment.text.utf8Span.span
    scanner.scan(utf8, breaks: segment.breaks)
    if scanner.tokens.isEmpty { return }
    guard tokens.numberCount + scanner.tokens.count < Int(UInt32.max), weights.count < 1 << 31
    else {
      throw .tooLarge(what: "it has more than 2³² tokens or 2³¹ texts")
    }
    enterTokens(of: utf8)
    try tokens.append(row)
    weights.append(holders.note(row, lexicon, in: UInt32(weights.count)))
    try variants.append(segment.variant, file)
    try units.append(segment.unit, file)
    try changes.append(segment.changed, file)
    guard segment.resource >= 0, segment.resource < Int64(UInt32.max) else {
      throw .tooLarge(what: "the number of a memory is beyond 32 bits")
    }
    try resources.append(UInt32(segment.resource), file)
    try statuses.append(UInt8(truncatingIfNeeded: segment.status.rawValue), file)
    try hashes.append(TextEquality.hash(of: scanner.text, text: segment.text), file)
    // A long text need not be folded to know that it is long.
    if scanner.text.holdsMoreLetters(than: ShortTexts.longest) { return }
    let range = segment.breaks.isEmpty ? folding.fold(utf8, &scanner.text.properties) : nil
    if let range {
      if range.count > ShortTexts.longest { return }
      try shorts.add(
        unit: UInt32(weights.count - 1), folded: folding.scalars, range, file)
    } else {
      scanner.text.foldTrimmed(into: &folded)
      if folded.count > ShortTexts.longest { return }
      try shorts.add(unit: UInt32(weights.count - 1), folded: folded, folded.indices, file)
    }
  }

  /// Writes the forms of the tokens of the text that was scanned over `row`; new forms are entered into
  /// the lexicon.
  private mutating func enterTokens(of utf8: Span<UInt8>) {
    let (tokens, text) = (scanner.tokens, scanner.text)
    // Only then equal bytes are equal words.
    guard text.isNormalized, !text.hasSkipped, !text.hasBreaks else {
      return lexicon.enter(tokens, of: text, utf8, into: &row)
    }
    unknown.tokens.removeAll(keepingCapacity: true)
    unknown.places.removeAll(keepingCapacity: true)
    row.resize(to: tokens.count)
    for place in tokens.indices {
      let token = tokens[place]
      if case .word = token.kind, let form = words.form(of: Self.letters(token, text, utf8)) {
        row[place] = form
      } else {
        unknown.tokens.append(token)
        unknown.places.append(place)
      }
    }
    lexicon.enter(unknown.tokens, of: text, utf8, into: &unknown.forms)
    for (number, place) in unknown.places.enumerated() {
      let (token, form) = (unknown.tokens[number], unknown.forms[number])
      row[place] = form
      guard case .word = token.kind else { continue }
      let letters = Self.letters(token, text, utf8)
      // A word that is new comes twice in some texts.
      if words.form(of: letters) == nil { words.note(letters, form) }
    }
  }

  /// Gives back the memory that only further texts would need.
  mutating func forgetWords() {
    words = WrittenWords(mostBits: 1)
    unknown = ([], [], [])
  }

  @inline(__always)
  private static func letters(
    _ token: TokenSpan, _ text: borrowing ScalarText, _ utf8: Span<UInt8>
  ) -> WrittenWords.Letters {
    WrittenWords.Letters(utf8, Int(text.offsets[token.start])..<Int(text.offsets[token.end]))
  }
}
