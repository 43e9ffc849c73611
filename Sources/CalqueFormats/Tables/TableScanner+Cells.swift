import CalqueInput
import CalqueModel

/// The search for the ends of a row and of its cells.
extension TableScanner {
  /// The result of the search for a row.
  enum Outcome {
    case row(next: Int, endsInReturn: Bool, breaks: Int)
    case more
    case end
    case problem(String, at: Int)
  }

  /// Searches for a row of cells that are never quoted.
  func scanPlain(_ cells: inout [Cell]) -> Outcome {
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
      } else if byte != UInt8(ascii: "\t"), !StorableText.isWordControl(byte) {
        return .problem(Self.control(byte), at: offset)
      }
      offset += 1
    }
    return ending(&cells, start: start, breaks: 0)
  }

  /// Searches for a row of cells that can be quoted.
  func scanQuoted(_ cells: inout [Cell]) -> Outcome {
    cells.removeAll(keepingCapacity: true)
    let bytes = buffer.span
    let quote = UInt8(ascii: "\"")
    var breaks = 0
    var start = position
    var offset = position
    // The start of a cell whose first quote is a character.
    var literal = -1
    while offset < valid {
      var byte = bytes[offset]
      if byte == quote, offset == start, offset != literal {
        // A quoted cell ends at the first quote that no other quote follows.
        let opening = offset
        let breaksBefore = breaks
        var hasEscapes = false
        offset += 1
        scan: while true {
          guard offset < valid else { return unfinished(quoteAt: opening) }
          byte = bytes[offset]
          switch byte {
          case quote:
            // The next byte shows whether the quote closes the cell.
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
            if byte < 0x20, byte != UInt8(ascii: "\t"), !StorableText.isWordControl(byte) {
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
          // The quotes do not enclose the cell, so they are characters of it.
          cells.removeLast()
          literal = opening
          offset = opening
          breaks = breaksBefore
          continue
        }
      } else {
        while offset < valid {
          byte = bytes[offset]
          if byte == dialect.delimiter { break }
          if byte < 0x20, byte != UInt8(ascii: "\t"), !StorableText.isWordControl(byte) { break }
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

  /// Whether the validated bytes are the whole rest of the file.
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
