import CalqueModel

/// Converts byte offsets of a document to lines and columns, and quotes lines, while it is read.
///
/// Only the last chunks are kept. A place is counted from the place of the last question, so all
/// places of a document together cost one pass over it.
struct XMLPlaces {
  private var window: [UInt8] = []
  /// The offset in the document of the window's first byte.
  private var base = 0
  private var cursor = LineCursor()
  private var start = LineCursor()
  /// The place of the last question when the window was last cut, where the next cut may be.
  private var next = LineCursor()
  private let kept = 64 << 10

  /// The number of bytes that were added.
  var end: Int { base + window.count }

  /// Adds the next bytes of the document.
  mutating func append(_ chunk: [UInt8]) {
    if window.count > 2 * kept { cut(window.count - kept) }
    window += chunk
  }

  /// Drops about so many bytes: rather up to a place whose line is known than a second count.
  private mutating func cut(_ most: Int) {
    let end = base + most
    if next.offset > base + most / 4, next.offset <= end {
      start = next
    } else {
      start = counted(from: cursor.offset <= end ? cursor : start, to: end)
    }
    window.removeFirst(start.offset - base)
    base = start.offset
    if cursor.offset < base { cursor = start }
    next = cursor
  }

  /// The line and column of an offset; for an offset that is no longer kept, those of the oldest
  /// byte.
  mutating func place(at offset: Int) -> (line: Int, column: Int) {
    cursor = counted(from: offset >= cursor.offset ? cursor : start, to: min(offset, end))
    return (cursor.line, cursor.column)
  }

  /// The offset of the `<` of the tag that contains `offset`; nil if the byte is no longer kept.
  func tagStart(before offset: Int) -> Int? {
    var place = min(offset, end) - base - 1
    while place >= 0 {
      if window[place] == UInt8(ascii: "<") { return base + place }
      place -= 1
    }
    return nil
  }

  /// The part of the line around an offset that is kept, without the line's end.
  func text(around offset: Int) -> String {
    func isBreak(_ place: Int) -> Bool {
      window[place] == UInt8(ascii: "\n") || window[place] == UInt8(ascii: "\r")
    }
    var first = max(0, min(offset, end) - base)
    while first > 0, !isBreak(first - 1) { first -= 1 }
    var last = max(first, min(offset, end) - base)
    while last < min(window.count, first + 64 << 10), !isBreak(last) { last += 1 }
    return String(decoding: window[window.wholeScalars(in: first..<last)], as: UTF8.self)
  }

  private func counted(from start: LineCursor, to offset: Int) -> LineCursor {
    guard start.offset < offset else { return start }
    var cursor = start
    cursor.pass(window.span.extracting(start.offset - base..<offset - base))
    return cursor
  }
}
