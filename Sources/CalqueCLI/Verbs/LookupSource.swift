import Calque

/// A line to look up.
struct LookupLine: Sendable {
  /// The line, with its number.
  let line: LineReader.Line
  /// What stands around the line.
  var context = SegmentContext()
  /// The place of a sentence in its document; nil for a line of standard input.
  var place: DocumentSegment.Place?

  /// The answer of a lookup.
  func answer(by lookup: Lookup) throws -> LookupAnswer {
    guard let place else { return try lookup.answer(line.text, in: context) }
    return try lookup.answer(
      to: DocumentSegment(text: line.text, context: context, place: place))
  }
}

/// The lines of a lookup: those of standard input, or the sentences of a document.
struct LookupSource {
  private enum Kind {
    /// The lines of standard input, each by itself.
    case lines
    /// The lines of standard input as one text, each with its neighbours.
    case text
    /// The sentences of a document.
    case document
  }

  private let kind: Kind
  private var reader = LineReader()
  /// The lines that were read to find the neighbour of another.
  private var ahead: [LineReader.Line] = []
  private var previous: String?
  /// The sentences of the document that are left.
  private var segments: ArraySlice<DocumentSegment> = []
  private var number = 0

  /// The maximum number of blank lines that are passed over in search of a neighbour.
  private static let reach = 1_000

  /// The lines of standard input.
  ///
  /// - Parameter isText: whether the lines follow each other in a text.
  init(linesOfText isText: Bool) { kind = isText ? .text : .lines }

  /// The sentences of a document.
  init(_ segments: [DocumentSegment]) { (kind, self.segments) = (.document, segments[...]) }

  /// The number of lines that are known to follow.
  var waitingCount: Int { reader.waitingCount + ahead.count + segments.count }

  /// The next line; nil after the last.
  mutating func next() throws -> LookupLine? {
    switch kind {
    case .lines: return try reader.next().map { LookupLine(line: $0) }
    case .text: return try nextOfText()
    case .document:
      guard let segment = segments.popFirst() else { return nil }
      number += 1
      let line = LineReader.Line(number: number, text: segment.text, isValid: true)
      return LookupLine(line: line, context: segment.context, place: segment.place)
    }
  }

  /// The next line if it is there without waiting for a writer.
  ///
  /// A line of a text is waited for: it is the neighbour of the line before.
  mutating func nextReady() throws -> LookupLine? {
    guard case .lines = kind else { return try next() }
    return try reader.nextReady().map { LookupLine(line: $0) }
  }

  /// The next line of a text, between the nearest lines that are not blank.
  private mutating func nextOfText() throws -> LookupLine? {
    func isBlank(_ line: LineReader.Line) -> Bool {
      line.text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
    while ahead.count < 2 || ahead.count < Self.reach && ahead.dropFirst().allSatisfy(isBlank) {
      guard let line = try reader.next() else { break }
      ahead.append(line)
    }
    if ahead.isEmpty { return nil }
    let line = ahead.removeFirst()
    let next = ahead.first { !isBlank($0) }
    defer { if !isBlank(line) { previous = line.text.withoutReturn } }
    return LookupLine(
      line: line,
      context: SegmentContext(previous: previous, next: next?.text.withoutReturn))
  }
}
