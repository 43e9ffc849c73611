import CalqueSystem

/// Messages behind headers that say their length.
///
/// A line that is no header is an error at once; what follows is passed over up to the next empty line
/// or the next line that says a length, so that the stream finds its way again.
struct HeaderFrames: FrameReader {
  /// The maximum size of a header's line in bytes.
  private static let longestLine = 4 << 10

  private var input: BufferedInput
  /// The number of bytes of a message that is too long, still to be passed over.
  private var excess = 0
  /// Whether lines are passed over until one is empty or says the length of a message.
  private var isLost = false

  init(_ file: InputFile) { input = BufferedInput(file) }

  mutating func next() -> Frame {
    while excess > 0 {
      let count = min(excess, input.ahead.count)
      input.skip(count)
      excess -= count
      if excess > 0, !input.fill() { return .end }
    }
    let length: Int
    switch headers() {
    case .end: return .end
    case .length(let number): length = number
    case .fault(let line):
      return .fault(
        .unreadable("'\(line)' is no header; 'Content-Length: N' stands before each message"))
    }
    guard length <= RPCFraming.maximumSize else {
      excess = length
      return .fault(.tooLong(length))
    }
    while input.ahead.count < length {
      guard input.fill() else {
        let count = input.ahead.count
        input.skip(count)
        return .fault(
          .unreadable("the input ended after \(count) of the \(length) bytes of a message"))
      }
    }
    return .message(input.take(length))
  }

  private enum Headers {
    case length(Int)
    /// A line that is no header, or the first header where none says the length.
    case fault(String)
    case end
  }

  /// Reads the lines up to the next empty one.
  private mutating func headers() -> Headers {
    var length: Int?
    var first: String?
    while let bytes = line() {
      let line = String(decoding: bytes, as: UTF8.self)
      let number = Self.length(in: line)
      if isLost, number == nil, !line.isEmpty { continue }
      isLost = false
      if line.isEmpty {
        // Empty lines between two messages do no harm.
        guard let first else { continue }
        return length.map(Headers.length) ?? .fault(first)
      }
      guard Self.isHeader(line) else {
        isLost = true
        return .fault(String(line.unicodeScalars.prefix(60)))
      }
      first = first ?? String(line.unicodeScalars.prefix(60))
      length = number ?? length
    }
    return .end
  }

  /// Whether a line is a name, a colon and a value.
  private static func isHeader(_ line: String) -> Bool {
    let name = line.utf8.prefix { $0 != UInt8(ascii: ":") }
    return !name.isEmpty && name.count < line.utf8.count
      && name.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// The number of a `Content-Length` header.
  private static func length(in line: String) -> Int? {
    let parts = line.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).map {
      trimmed($0)
    }
    guard parts.count == 2, parts[0].lowercased() == "content-length",
      !parts[1].isEmpty, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(parts[1]) ?? Int.max
  }

  private static func trimmed(_ bytes: Substring.UTF8View) -> String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var bytes = bytes.drop(while: isSpace)
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(Substring(bytes))
  }

  /// The next line without its end; nil at the end of the stream.
  ///
  /// A line that is too long is cut.
  private mutating func line() -> [UInt8]? {
    var searched = 0
    while true {
      let ahead = input.ahead
      if let end = ahead[(ahead.startIndex + searched)...].firstIndex(of: UInt8(ascii: "\n")) {
        var line = input.take(end - ahead.startIndex + 1)
        line.removeLast()
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return line
      }
      searched = ahead.count
      if searched > Self.longestLine { return input.take(searched) }
      if !input.fill() { return searched == 0 ? nil : input.take(searched) }
    }
  }
}
