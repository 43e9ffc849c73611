import CalqueModel

/// A place in a text as editors name it, from 0.
struct TextPosition: Hashable {
  let line: Int
  let character: Int

  init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// Reads `{"line","character"}`; nil for anything else.
  init?(_ value: JSONValue?) {
    guard let line = value?["line"]?.integer, let character = value?["character"]?.integer,
      line >= 0, character >= 0
    else { return nil }
    self.init(line: line, character: character)
  }

  var json: JSONValue { ["line": .number(line), "character": .number(character)] }
}

/// A text with its lines.
///
/// A line ends at LF, CR LF or CR. Offsets are UTF-8 bytes.
struct TextDocument {
  private(set) var text: String
  private var bytes: [UInt8] = []
  private var lineStarts: [Int] = []

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    lineStarts = Self.lineStarts(of: bytes)
  }

  /// The number of lines; a text that ends with a line end has an empty last line.
  var lineCount: Int { lineStarts.count }

  /// The size in bytes.
  var size: Int { bytes.count }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (place, byte) in bytes.enumerated() {
      let isEnd =
        byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
          && (place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\n"))
      if isEnd { starts.append(place + 1) }
    }
    return starts
  }

  /// The bytes of a line, without its end.
  func line(_ number: Int) -> Range<Int> {
    let start = lineStarts[number]
    var end = number + 1 < lineStarts.count ? lineStarts[number + 1] : bytes.count
    while end > start, [0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The offset of a position.
  ///
  /// One behind a line's end is the line's end, one behind the last line is the text's end, and one
  /// inside a character is the character's start.
  func offset(of position: TextPosition, _ encoding: PositionEncoding) -> Int {
    guard position.line < lineStarts.count else { return bytes.count }
    let line = line(position.line)
    var (place, units) = (line.lowerBound, 0)
    while place < line.upperBound {
      let length = Self.length(bytes[place])
      units += encoding.units(ofScalarWith: length)
      if units > position.character { break }
      place += length
    }
    return min(place, line.upperBound)
  }

  /// The position of an offset.
  func position(of offset: Int, _ encoding: PositionEncoding) -> TextPosition {
    let number = lineNumber(of: offset)
    let line = line(number)
    var (place, units) = (line.lowerBound, 0)
    while place < min(offset, line.upperBound) {
      let length = Self.length(bytes[place])
      units += encoding.units(ofScalarWith: length)
      place += length
    }
    return TextPosition(line: number, character: units)
  }

  /// The range of some bytes as editors write it.
  func range(_ range: Range<Int>, _ encoding: PositionEncoding) -> JSONValue {
    [
      "start": position(of: range.lowerBound, encoding).json,
      "end": position(of: range.upperBound, encoding).json,
    ]
  }

  /// The number of the line that holds an offset, from 0.
  func lineNumber(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The start of the word that ends at an offset; the offset itself if there is none.
  func wordStart(before offset: Int) -> Int {
    let line = line(lineNumber(of: offset))
    var start = offset
    let before = text(line.lowerBound..<max(line.lowerBound, min(offset, line.upperBound)))
    for scalar in before.unicodeScalars.reversed() {
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil || scalar == "-" else { break }
      start -= scalar.utf8.count
    }
    return start
  }

  /// Puts a text in place of some bytes.
  mutating func replace(_ range: Range<Int>, with new: String) {
    bytes.replaceSubrange(range, with: Array(new.utf8))
    lineStarts = Self.lineStarts(of: bytes)
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The length of a scalar in UTF-8, by its first byte.
  private static func length(_ byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
