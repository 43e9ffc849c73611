import CalqueModel

/// A cell of a row: a range of the scanner's buffer.
struct Cell: Equatable {
  var start: Int
  var end: Int
  /// Whether `""` in it stands for `"`.
  var hasEscapes = false
}

/// What stands between cells, and whether cells can be quoted.
struct Dialect: Hashable, Sendable {
  var delimiter: UInt8
  var isQuoted: Bool

  static let tsv = Dialect(delimiter: UInt8(ascii: "\t"), isQuoted: false)
  static let csv = Dialect(delimiter: UInt8(ascii: ","), isQuoted: true)
}

/// What is wrong with a row.
struct RowProblem: Error {
  let message: String
  let line: Int
  let column: Int
  let text: String
}

/// Splits UTF-8 text into rows and cells, chunk by chunk.
///
/// A row ends at LF, CR or CRLF; in a quoted cell these are text. Cells are ranges of `buffer` and
/// hold until the next row is asked for. Validation is by chunk, so a broken byte stops nothing
/// before it; after a problem `skipLine` goes on behind the line that holds it.
struct TableScanner {
  private let source: any ByteSource
  private let dialect: Dialect
  private let limits: FormatLimits
  private(set) var buffer: [UInt8] = []
  /// Where the next row begins.
  private var position = 0
  /// Up to where the buffer is known to be valid; beyond it stands a broken or unfinished scalar.
  private var valid = 0
  private var isBroken = false
  private var hasEnded = false
  private var failure: InputError?
  private var skipsLineFeed = false
  private var nextLine = 1
  private var problemOffset = 0
  /// The line on which the current row begins.
  private(set) var line = 1

  init(_ source: any ByteSource, dialect: Dialect, limits: FormatLimits) {
    self.source = source
    self.dialect = dialect
    self.limits = limits
  }

  private enum Outcome {
    case row(next: Int, endsInReturn: Bool, breaks: Int)
    case more
    case end
    case problem(String, at: Int)
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
        position = next
        skipsLineFeed = endsInReturn
        nextLine += breaks
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

  /// Leaves the line of the last problem; false where nothing can come after it.
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
    return cell.hasEscapes ? Self.unescaped(text) : text
  }

  /// Whether a cell holds nothing but blanks.
  func isBlank(_ cell: Cell) -> Bool {
    let bytes = buffer.span
    for offset in cell.start..<cell.end where bytes[offset] > 0x20 { return false }
    return true
  }

  /// A problem with the current row, at a cell of it.
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

// MARK: - Scanning

extension TableScanner {
  private func scanPlain(_ cells: inout [Cell]) -> Outcome {
    cells.removeAll(keepingCapacity: true)
    let bytes = buffer.span
    var start = position
    var offset = position
    while offset < valid {
      let byte = bytes[offset]
      if byte >= 0x20 && byte != dialect.delimiter {
        offset &+= 1
        continue
      }
      if byte == dialect.delimiter {
        cells.append(Cell(start: start, end: offset))
        if cells.count >= limits.columns { return tooManyCells }
        start = offset + 1
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        cells.append(Cell(start: start, end: offset))
        return .row(next: offset + 1, endsInReturn: byte == UInt8(ascii: "\r"), breaks: 1)
      } else if byte != UInt8(ascii: "\t") {
        return .problem(Self.control(byte), at: offset)
      }
      offset += 1
    }
    return ending(&cells, start: start, breaks: 0)
  }

  private func scanQuoted(_ cells: inout [Cell]) -> Outcome {
    cells.removeAll(keepingCapacity: true)
    let bytes = buffer.span
    let quote = UInt8(ascii: "\"")
    var breaks = 0
    var start = position
    var offset = position
    while offset < valid {
      var byte = bytes[offset]
      if byte == quote, offset == start {
        // A quoted cell: up to the quote that no other follows.
        let opening = offset
        var hasEscapes = false
        offset += 1
        scan: while true {
          guard offset < valid else { return unfinished(quoteAt: opening) }
          byte = bytes[offset]
          switch byte {
          case quote:
            // Whether it closes the cell is seen at the byte after it.
            if offset + 1 >= valid, !isComplete { return unfinished(quoteAt: opening) }
            guard offset + 1 < valid, bytes[offset + 1] == quote else { break scan }
            hasEscapes = true
            offset += 2
          case UInt8(ascii: "\n"):
            breaks += 1
            offset += 1
          case UInt8(ascii: "\r"):
            if offset + 1 >= valid || bytes[offset + 1] != UInt8(ascii: "\n") { breaks += 1 }
            offset += 1
          default:
            if byte < 0x20, byte != UInt8(ascii: "\t") {
              return .problem(Self.control(byte), at: offset)
            }
            offset += 1
          }
        }
        cells.append(Cell(start: opening + 1, end: offset, hasEscapes: hasEscapes))
        offset += 1
        guard offset < valid else {
          return .row(next: offset, endsInReturn: false, breaks: breaks)
        }
        byte = bytes[offset]
        guard byte == dialect.delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        else {
          return .problem("after a closing quote a cell ends, but more text follows", at: offset)
        }
      } else {
        while offset < valid {
          byte = bytes[offset]
          if byte == dialect.delimiter || byte < 0x20 && byte != UInt8(ascii: "\t") { break }
          offset &+= 1
        }
        guard offset < valid else { break }
        guard byte == dialect.delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        else { return .problem(Self.control(byte), at: offset) }
        cells.append(Cell(start: start, end: offset))
      }
      if cells.count >= limits.columns { return tooManyCells }
      offset += 1
      start = offset
      if byte != dialect.delimiter {
        return .row(next: offset, endsInReturn: byte == UInt8(ascii: "\r"), breaks: breaks + 1)
      }
    }
    return ending(&cells, start: start, breaks: breaks)
  }

  private var tooManyCells: Outcome {
    .problem("a row of \(limits.columns) cells or more", at: position)
  }

  /// Whether the validated bytes are all that will come.
  private var isComplete: Bool { hasEnded && valid == buffer.count }

  private func ending(_ cells: inout [Cell], start: Int, breaks: Int) -> Outcome {
    if let stop = stop() { return stop }
    guard isComplete else { return .more }
    if position >= valid { return .end }
    cells.append(Cell(start: start, end: valid))
    return .row(next: valid, endsInReturn: false, breaks: breaks)
  }

  private func unfinished(quoteAt opening: Int) -> Outcome {
    if let stop = stop() { return stop }
    return isComplete ? .problem("a quote is opened and never closed", at: opening) : .more
  }

  private func stop() -> Outcome? {
    if isBroken { return .problem("not UTF-8: byte 0x\(Self.hex(buffer[valid]))", at: valid) }
    if let failure { return .problem(failure.message, at: valid) }
    if hasEnded, valid < buffer.count {
      return .problem("the file ends inside a character", at: valid)
    }
    return nil
  }

  private static func control(_ byte: UInt8) -> String {
    byte == 0 ? "a NUL byte, which no text holds" : "a control character, U+00\(hex(byte))"
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
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
    // A line that is shown in part ends with a whole scalar; at a file's end one can be missing.
    let isCut = end < bytes.count ? !isBreak(end) : !hasEnded
    if isCut { end = buffer.wholeScalars(in: first..<end).upperBound }
    return RowProblem(
      message: message, line: line + breaks(in: min(position, first)..<first),
      column: bytes.scalars(in: first..<offset) + 1,
      text: String(decoding: buffer[first..<end], as: UTF8.self))
  }
}
