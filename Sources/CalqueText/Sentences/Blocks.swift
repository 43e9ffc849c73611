/// The blocks of a text: the stretches that a sentence never crosses.
///
/// A blank line ends a block. A single line break ends one only where the lines were not wrapped by
/// a machine: see `LineWrap`. Each block is one paragraph.
struct Blocks {
  /// The blocks, as ranges of UTF-16 units, none of them blank.
  private(set) var ranges: [Range<Int>] = []

  init(of text: [UInt16]) {
    var group: [Line] = []
    var groups: [[Line]] = []
    for line in Self.lines(of: text) {
      if let line {
        group.append(line)
      } else if !group.isEmpty {
        groups.append(group)
        group = []
      }
    }
    if !group.isEmpty { groups.append(group) }
    let wrap = LineWrap(groups)
    for group in groups {
      var start = group[0].start
      let shape = LineWrap.Shape(group)
      for (line, next) in zip(group, group.dropFirst()) where wrap.isHard(line, next, in: shape) {
        ranges.append(start..<line.end)
        start = next.start
      }
      ranges.append(start..<group[group.count - 1].end)
    }
  }

  /// The lines in order, trimmed; nil for a blank one.
  private static func lines(of text: [UInt16]) -> [Line?] {
    var lines: [Line?] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, !Marks.isLineEnd(text[end]) { end += 1 }
      lines.append(Line(text, start..<end))
      // CRLF is one line end, and a form feed starts a new page.
      let formFeed = end < text.count && text[end] == 0x0C
      if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { end += 1 }
      if formFeed { lines.append(nil) }
      start = end + 1
    }
    return lines
  }
}

/// One line that is not blank, with what decides whether its end means anything.
struct Line {
  let start: Int
  let end: Int
  /// The units of its first word: what would have had to fit on the line before.
  let firstWord: Int
  /// Begins with a small letter: no sentence does.
  let beginsSmall: Bool
  /// Begins with a dash, a bullet, `1.`, `a)`.
  let beginsItem: Bool
  /// Ends with a full stop or its like, closing marks after it allowed.
  let isFinished: Bool

  var length: Int { end - start }

  init?(_ text: [UInt16], _ range: Range<Int>) {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, Marks.isSpace(text[start]) { start += 1 }
    while end > start, Marks.isSpace(text[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    self.start = start
    self.end = end
    var word = start
    while word < end, !Marks.isSpace(text[word]) { word += 1 }
    firstWord = word - start
    beginsSmall = Marks.isLower(text[start])
    beginsItem = Self.isItem(text, start..<word, followed: word < end)
    var last = end - 1
    while last > start, Marks.isSpace(text[last]) || Self.closes(text[last]) { last -= 1 }
    isFinished = Marks.isTerminator(text[last]) || Marks.isForeignTerminator(text[last])
  }

  private static func closes(_ unit: UInt16) -> Bool {
    Marks.isCloser(unit) || Marks.isTouchingCloser(unit)
  }

  private static func isItem(_ text: [UInt16], _ word: Range<Int>, followed: Bool) -> Bool {
    guard followed else { return false }
    let first = text[word.lowerBound]
    let last = text[word.upperBound - 1]
    if word.count == 1 {
      return Marks.isDash(first) || [0x2A, 0x2022, 0x2023, 0x25AA, 0x25CF, 0xB7].contains(first)
    }
    guard word.count <= 5, last == 0x29 || last == 0x2E else { return false }
    let body = text[word].dropFirst(first == 0x28 ? 1 : 0).dropLast()
    return body.allSatisfy(Marks.isDigit) || (body.count == 1 && body.allSatisfy(Marks.isLetter))
  }
}

/// Tells a line break that a machine made to fit a width from one that the author meant.
///
/// Wrapped lines are full: the next line's first word would not have fitted. Their later lines
/// often begin with a small letter. A text of one sentence or one paragraph a line shows neither.
struct LineWrap {
  /// No terminal, mail or plain text file was ever wrapped wider than this.
  private static let widest = 120
  /// The width that the text was wrapped to, if it was.
  private let width: Int

  /// What a group of lines without a blank one looks like.
  struct Shape {
    /// The units of its longest line.
    let width: Int
    /// Whether there are several line breaks and none of them stands before a small letter.
    let isCapital: Bool

    init(_ group: [Line]) {
      width = group.reduce(0) { max($0, $1.length) }
      isCapital = group.count > 2 && !group.dropFirst().contains(where: \.beginsSmall)
    }
  }

  init(_ groups: [[Line]]) {
    width =
      groups.filter { $0.count > 1 }.map { Shape($0).width }.filter { $0 <= Self.widest }.max()
      ?? 0
  }

  /// Whether the break between two lines of a group ends a paragraph.
  func isHard(_ line: Line, _ next: Line, in group: Shape) -> Bool {
    if next.beginsItem { return true }
    if next.beginsSmall && !line.isFinished { return false }
    if group.width > Self.widest || group.isCapital { return true }
    return line.length + 1 + next.firstWord <= width
  }
}
