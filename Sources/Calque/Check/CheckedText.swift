import CalqueModel
import CalqueText

/// One side of a check: a text and its segments.
struct CheckedText {
  let file: String
  let text: String
  let language: LanguageTag
  let bytes: [UInt8]
  let places: TextPlaces
  /// The bytes of each segment; a blank line of a segmented text is an empty range.
  let segments: [Range<Int>]
  /// The beginnings of the segments that are datelines.
  private let datelines: Set<Int>

  /// Cuts a text into sentences, or into lines.
  init(_ text: String, file: String, language: LanguageTag, isPresegmented: Bool) {
    self.file = file
    self.text = text
    self.language = language
    bytes = Array(text.utf8)
    places = TextPlaces(text)
    if isPresegmented {
      segments = Self.lines(of: bytes)
      datelines = []
    } else {
      let sentences = SentenceSplitter(language: Language(language)).sentences(in: text)
      segments = sentences.map { $0.start..<$0.end }
      datelines = Set(sentences.filter(\.isDateline).map(\.start))
    }
  }

  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    func add(_ end: Int) {
      var (first, last) = (start, end)
      while first < last, Self.isBlank(bytes[first]) { first += 1 }
      while last > first, Self.isBlank(bytes[last - 1]) { last -= 1 }
      lines.append(first < last ? first..<last : start..<start)
    }
    for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      add(place)
      start = place + 1
    }
    if start < bytes.count { add(bytes.count) }
    return lines
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// Whether a stretch is a dateline: "PARIS, 9 December (AFP) -".
  func isDateline(_ range: Range<Int>) -> Bool {
    !range.isEmpty && datelines.contains(range.lowerBound)
  }

  /// The text of a stretch.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A stretch as a place of a finding.
  func place(_ range: Range<Int>) -> CheckFinding.Place {
    let (line, column) = places.place(of: range.lowerBound)
    return CheckFinding.Place(
      file: file, line: line, column: column, range: range, text: text(range))
  }
}

/// A segment and its translation, as stretches of the two texts.
struct CheckedPair {
  /// The number of the pair, in the order of the source.
  let number: Int
  let source: Range<Int>
  let target: Range<Int>
}

extension Range where Bound == Int {
  /// The same stretch, from another beginning.
  func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
