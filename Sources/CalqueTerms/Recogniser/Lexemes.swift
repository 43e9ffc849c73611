import CalqueMorphology
import CalqueText

/// The tokens of a text without the hyphens between words, as the recogniser walks them.
struct Lexemes {
  /// A word, a number or a sign of the text.
  struct Lexeme {
    let kind: TokenKind
    let folded: String
    /// The start, in UTF-8 bytes of the text.
    let start: Int
    /// The end, exclusive, with an optional ending in parentheses: *mise(s)*.
    fileprivate(set) var end: Int
    /// The end of the word itself.
    let wordEnd: Int
    /// Whether a hyphen without spaces joins the lexeme to the previous one.
    let isJoined: Bool
    /// Whether a blank line separates the lexeme from the previous one.
    let isApart: Bool
    /// The first reading of the folded form; -1 if no term has such a word.
    let reading: Int32
    /// The first reading of the stem; -1 if no term has such a stem.
    let stemReading: Int32
    /// The lexicon's readings of the word.
    let readings: [WordReading]
    /// The words of terms that have a lemma in common with the word.
    let relatives: [Int32]
    /// The number of lexemes from this one to the next blank line or the end, this one included.
    fileprivate(set) var room = 1
  }

  private(set) var all: [Lexeme] = []
  private let text: String

  private let tables: RecogniserTables
  private let language: Language
  private var lexicon: WordReadings
  private var relatives: [String: [Int32]] = [:]

  /// Scans a text; `tables` holds the words of the terms.
  init(
    _ text: String, _ tables: RecogniserTables, _ morphology: Morphology,
    _ reader: inout WordReader
  ) {
    self.tables = tables
    language = morphology.language
    lexicon = WordReadings(morphology)
    var contiguous = text
    contiguous.makeContiguousUTF8()
    self.text = contiguous
    let found = reader.tokens(of: contiguous)
    all.reserveCapacity(found.count)
    var hyphenEnd = -1
    var skipped = 0
    for (place, token) in found.enumerated() {
      if place < skipped { continue }
      if token.kind == .punctuation, token.folded == "-", token.start == all.last?.end {
        hyphenEnd = token.end
        continue
      }
      let reading = tables.forms.firstReading(of: token.folded)
      if reading < 0, token.kind == .word, mayHaveSeam(token.start, token.end),
        let parts = Glue.parts(of: written(token.start, token.end), &reader)
      {
        for part in parts {
          append(
            part.moved(by: token.start), reading: tables.forms.firstReading(of: part.folded),
            isJoined: token.start == hyphenEnd && part.start == 0)
        }
        continue
      }
      append(token, reading: reading, isJoined: token.start == hyphenEnd)
      if token.kind == .word, let end = OptionalEnding.end(behind: place, found) {
        skipped = end + 1
        all[all.count - 1].end = found[end].end
      }
    }
    for place in all.indices.dropLast().reversed() where !all[place + 1].isApart {
      all[place].room = all[place + 1].room + 1
    }
  }

  /// The first readings of a lexeme's folded form and of its stem; -1 if no term has them.
  func readings(of number: Int) -> (form: Int32, stem: Int32) {
    (all[number].reading, all[number].stemReading)
  }

  /// The text of a lexeme, as it is written.
  func written(of number: Int) -> String { written(all[number].start, all[number].wordEnd) }

  /// The text of a range of bytes.
  func written(_ start: Int, _ end: Int) -> String {
    let utf8 = text.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: start)
    return String(text[first..<utf8.index(first, offsetBy: end - start)])
  }

  private mutating func append(_ token: WordToken, reading: Int32, isJoined: Bool) {
    let isApart = all.last.map { isBlankLine($0.end, token.start) } ?? false
    var readings = [WordReading]()
    var relatives = [Int32]()
    if token.kind == .word, lexicon.hasLexicon {
      let word = written(token.start, token.end)
      readings = lexicon.readings(of: word)
      relatives = words(of: word, readings)
    }
    all.append(
      Lexeme(
        kind: token.kind, folded: token.folded, start: token.start,
        end: token.end, wordEnd: token.end, isJoined: isJoined, isApart: isApart, reading: reading,
        stemReading: tables.stems.isEmpty || token.kind != .word
          ? -1 : tables.stems.firstReading(of: language.stemmer.stem(token.folded)),
        readings: readings, relatives: relatives))
  }

  private mutating func words(of word: String, _ readings: [WordReading]) -> [Int32] {
    if let known = relatives[word] { return known }
    var words = [Int32]()
    for reading in readings { tables.lemmas.append(reading.lemma, to: &words) }
    relatives[word] = words
    return words
  }

  // Whether the word has, after its first byte, an ASCII capital or a byte that can begin another.
  private func mayHaveSeam(_ start: Int, _ end: Int) -> Bool {
    let utf8 = text.utf8
    let second = utf8.index(utf8.startIndex, offsetBy: start + 1)
    return utf8[second..<utf8.index(second, offsetBy: end - start - 1)].contains {
      (0x41...0x5A).contains($0) || $0 >= 0xC3
    }
  }

  private func isBlankLine(_ start: Int, _ end: Int) -> Bool {
    guard end - start > 1 else { return false }
    let utf8 = text.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: start)
    var lines = 0
    for byte in utf8[first..<utf8.index(first, offsetBy: end - start)]
    where byte == UInt8(ascii: "\n") {
      lines += 1
    }
    return lines > 1
  }
}
