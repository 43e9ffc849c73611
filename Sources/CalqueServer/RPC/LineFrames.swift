import CalqueSystem

/// Messages of a line each.
///
/// Blank lines are passed over.
struct LineFrames: FrameReader {
  private var input: BufferedInput
  /// Whether the rest of a line that is too long is to be passed over.
  private var isPassingOver = false

  init(_ file: InputFile) { input = BufferedInput(file) }

  mutating func next() -> Frame {
    var searched = 0
    while true {
      let ahead = input.ahead
      if let end = ahead[(ahead.startIndex + searched)...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = input.take(end - ahead.startIndex + 1).dropLast()
        searched = 0
        if isPassingOver {
          isPassingOver = false
        } else if !Self.isBlank(line) {
          return .message(Array(line))
        }
        continue
      }
      searched = ahead.count
      if searched > RPCFraming.maximumSize || isPassingOver {
        input.skip(searched)
        searched = 0
        if !isPassingOver {
          isPassingOver = true
          return .fault(.tooLong(nil))
        }
      }
      if !input.fill() { return last() }
    }
  }

  /// The last line, which no line feed ends.
  private mutating func last() -> Frame {
    let line = input.take(input.ahead.count)
    return isPassingOver || Self.isBlank(line[...]) ? .end : .message(line)
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
