import CalqueInput
import CalqueModel

/// Splits UTF-8 text into rows and cells, chunk by chunk.
///
/// A row ends at LF, CR or CRLF; inside a quoted cell these are text. Cells are ranges of `buffer`
/// and are valid until the next row is read. Text is validated chunk by chunk, so rows before a
/// broken byte can be read. After a problem, `skipLine` continues behind the line with the problem.
struct TableScanner {
  private let source: any ByteSource
  let dialect: Dialect
  let limits: InputLimits
  private(set) var buffer: [UInt8] = []
  /// The offset of the next row.
  private(set) var position = 0
  /// The end of the valid part of the buffer; a broken or unfinished scalar may follow.
  private(set) var valid = 0
  private(set) var isBroken = false
  private(set) var hasEnded = false
  private(set) var failure: InputError?
  private var skipsLineFeed = false
  private var nextLine = 1
  private var problemOffset = 0
  /// The line on which the current row begins, from 1.
  private(set) var line = 1

  /// Whether a row counts as one line, whatever its cells hold: the row of a sheet.
  private let countsRows: Bool

  init(
    _ source: any ByteSource, dialect: Dialect, limits: InputLimits, countsRows: Bool = false
  ) {
    self.source = source
    self.countsRows = countsRows
    self.dialect = dialect
    self.limits = limits
  }

  /// The offset of the row that was read last.
  private var rowStart = 0

  /// The row that was read last as text, without its line end.
  var rowText: String {
    var end = position
    while end > rowStart, buffer[end - 1] == 0x0A || buffer[end - 1] == 0x0D { end -= 1 }
    return String(decoding: buffer[rowStart..<end], as: UTF8.self)
      .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  /// Reads the next row into `cells`; false at the end.
  mutating func next(_ cells: inout [Cell]) throws(RowProblem) -> Bool {
    line = nextLine
    while true {
      if skipsLineFeed, position < valid {
        if buffer[position] == UInt8(ascii: "\n") { position += 1 }
        skipsLineFeed = false
      }
      switch dialect.isQuoted ? scanQuoted(&cells) : scanPlain(&cells) {
      case .row(let next, let endsInReturn, let breaks):
        rowStart = position
        position = next
        skipsLineFeed = endsInReturn
        nextLine += countsRows ? 1 : breaks
        return true
      case .end:
        return false
      case .problem(let message, let offset):
        problemOffset = offset
        throw problem(message, at: offset)
      case .more:
        try fill()
      }
    }
  }

  /// Skips the line of the last problem; false if nothing can follow it.
  mutating func skipLine() -> Bool {
    var offset = problemOffset
    while true {
      while offset < buffer.count {
        let byte = buffer[offset]
        offset += 1
        guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
        skipsLineFeed = byte == UInt8(ascii: "\r")
        nextLine += 1 + breaks(in: position..<offset - 1)
        position = offset
        valid = offset
        validate()
        return true
      }
      if hasEnded || failure != nil { return false }
      nextLine += breaks(in: position..<buffer.count)
      buffer.removeAll(keepingCapacity: true)
      (position, valid, offset, isBroken) = (0, 0, 0, false)
      read()
    }
  }

  /// A cell's text.
  func text(_ cell: Cell) -> String {
    let text = String(validated: buffer.span.extracting(cell.start..<cell.end))
    let whole = cell.hasEscapes ? Self.unescaped(text) : text
    return hasControls(cell) ? StorableText.cleaned(whole).text : whole
  }

  /// Whether a cell has control characters of word processors, which `text` replaces.
  func hasControls(_ cell: Cell) -> Bool {
    let bytes = buffer.span
    for offset in cell.start..<cell.end where bytes[offset] < 0x20 {
      if StorableText.isWordControl(bytes[offset]) { return true }
    }
    return false
  }

  /// A cell's bytes as they are in the file.
  func bytes(_ cell: Cell) -> [UInt8] { Array(buffer[cell.start..<cell.end]) }

  /// Whether a cell is empty or has only blanks.
  func isBlank(_ cell: Cell) -> Bool {
    let bytes = buffer.span
    for offset in cell.start..<cell.end where bytes[offset] > 0x20 { return false }
    return true
  }

  /// A problem with the current row, at one of its cells.
  func problem(_ message: String, in cell: Cell?) -> RowProblem {
    problem(message, at: cell?.start ?? position)
  }

  private static func unescaped(_ text: String) -> String {
    var bytes = [UInt8]()
    bytes.reserveCapacity(text.utf8.count)
    var isSecond = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\""), !isSecond {
        isSecond = true
      } else {
        isSecond = false
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

// MARK: - Buffer and places

extension TableScanner {
  private mutating func fill() throws(RowProblem) {
    if position > 0 {
      buffer.removeSubrange(0..<position)
      valid -= position
      position = 0
    }
    if buffer.count > limits.unit {
      problemOffset = 0
      throw problem("a row of more than \(limits.unit >> 20) MiB", at: 0)
    }
    read()
  }

  private mutating func read() {
    do {
      let chunk = try source.next()
      if chunk.isEmpty { hasEnded = true }
      buffer += chunk
    } catch {
      failure = error
    }
    validate()
  }

  private mutating func validate() {
    switch ValidUTF8(buffer.span, from: valid) {
    case .whole: (valid, isBroken) = (buffer.count, false)
    case .unfinished(let offset): (valid, isBroken) = (offset, false)
    case .broken(let offset): (valid, isBroken) = (offset, true)
    }
  }

  private func breaks(in range: Range<Int>) -> Int {
    let bytes = buffer.span
    var count = 0
    for offset in range {
      if bytes[offset] == UInt8(ascii: "\n") {
        count += 1
      } else if bytes[offset] == UInt8(ascii: "\r"),
        offset + 1 >= bytes.count || bytes[offset + 1] != UInt8(ascii: "\n")
      {
        count += 1
      }
    }
    return count
  }

  private func problem(_ message: String, at offset: Int) -> RowProblem {
    let bytes = buffer.span
    func isBreak(_ offset: Int) -> Bool {
      bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r")
    }
    var first = offset
    while first > 0, !isBreak(first - 1) { first -= 1 }
    var end = offset
    while end < min(bytes.count, offset + 1_000), !isBreak(end) { end += 1 }
    // A line that is shown in part ends with a whole scalar. At the end of a file, the last scalar
    // can be incomplete.
    let isCut = end < bytes.count ? !isBreak(end) : !hasEnded
    if isCut { end = buffer.wholeScalars(in: first..<end).upperBound }
    return RowProblem(
      message: message, line: line + breaks(in: min(position, first)..<first),
      column: bytes.scalars(in: first..<offset) + 1,
      text: String(decoding: buffer[first..<end], as: UTF8.self))
  }
}
