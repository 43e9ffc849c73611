/// A line that is not blank, with the signs that tell whether its end is a paragraph's end.
struct Line {
  let start: Int
  let end: Int
  /// The length of the first word, which would have had to fit on the line before.
  let firstWord: Int
  /// Whether the line is one word, such as an address, which no machine wraps.
  let isWord: Bool
  /// Whether the line begins with a small letter, as no sentence does.
  let beginsSmall: Bool
  /// The item of a list that the line begins.
  let item: Item
  /// Whether the line ends a sentence: with a full stop or its like, and closing marks.
  let isFinished: Bool
  /// Whether the line ends a provision of a list: with a semicolon or a colon.
  let endsClause: Bool

  /// The beginning of an item of a list.
  enum Item {
    /// No item.
    case none
    /// A number or a capital with a full stop, which may also be a date or an initial: `M. Dupont`.
    case doubtful
    /// A dash, a bullet, `a)`.
    case sure
  }

  var length: Int { end - start }

  /// Whether the line begins as an item of a list: with a dash, a bullet, `1.`, `a)`.
  var beginsItem: Bool { item != .none }

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
    isWord = word == end
    beginsSmall = Marks.isLower(text[start])
    item = Self.item(text, start..<word, followed: word < end)
    var last = end - 1
    while last > start, Marks.isSpace(text[last]) || Self.closes(text[last]) { last -= 1 }
    isFinished = Marks.isTerminator(text[last]) || Marks.isForeignTerminator(text[last])
    endsClause = text[last] == 0x3A || text[last] == 0x3B
  }

  private static func closes(_ unit: UInt16) -> Bool {
    Marks.isCloser(unit) || Marks.isTouchingCloser(unit)
  }

  private static func item(_ text: [UInt16], _ word: Range<Int>, followed: Bool) -> Item {
    guard followed else { return .none }
    let first = text[word.lowerBound]
    let last = text[word.upperBound - 1]
    if word.count == 1 {
      let isBullet = [0x2A, 0x2022, 0x2023, 0x25AA, 0x25CF, 0xB7].contains(first)
      return isBullet || Marks.isDash(first) ? .sure : .none
    }
    guard word.count <= 5, last == 0x29 || last == 0x2E else { return .none }
    let body = text[word].dropFirst(first == 0x28 ? 1 : 0).dropLast()
    let isLetter = body.count == 1 && body.allSatisfy(Marks.isLetter)
    guard isLetter || body.allSatisfy(Marks.isDigit) else { return .none }
    return last == 0x2E && !body.allSatisfy(Marks.isLower) ? .doubtful : .sure
  }
}
