/// The blocks of a text; no sentence crosses the end of a block.
///
/// A blank line ends a block. A single line break ends a block unless a machine wrapped the lines, as
/// `LineWrap` judges. Each block is one paragraph.
struct Blocks {
  /// The blocks as ranges of UTF-16 units; no block is blank.
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

  /// The lines in order, trimmed; nil for a blank line.
  private static func lines(of text: [UInt16]) -> [Line?] {
    var lines: [Line?] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, !Marks.isLineEnd(text[end]) { end += 1 }
      lines.append(Line(text, start..<end))
      // CRLF is one line end. A form feed starts a new page.
      let formFeed = end < text.count && text[end] == 0x0C
      if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { end += 1 }
      if formFeed { lines.append(nil) }
      start = end + 1
    }
    return lines
  }
}
