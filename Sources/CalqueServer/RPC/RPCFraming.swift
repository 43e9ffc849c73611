import CalqueSystem

/// The form in which messages follow each other in a stream.
package enum RPCFraming: Sendable {
  /// `Content-Length: N`, an empty line, and N bytes (Language Server Protocol, base protocol).
  case headers
  /// A line a message (Model Context Protocol, stdio transport).
  case lines

  /// The maximum size of a message in bytes.
  package static let maximumSize = 16 << 20

  /// The bytes of a message as they are sent.
  func framed(_ message: String) -> [UInt8] {
    switch self {
    case .headers:
      return Array("Content-Length: \(message.utf8.count)\r\n\r\n".utf8) + Array(message.utf8)
    // JSON text has no raw line feed.
    case .lines: return Array(message.utf8) + [UInt8(ascii: "\n")]
    }
  }

  /// A reader of the messages of a stream.
  func reader(_ input: InputFile) -> any FrameReader {
    switch self {
    case .headers: HeaderFrames(input)
    case .lines: LineFrames(input)
    }
  }
}

/// What comes next in a stream of messages.
enum Frame {
  /// The bytes of a message.
  case message([UInt8])
  /// Bytes that are no message, and were or will be passed over.
  case fault(RPCError)
  /// The end of the stream.
  case end
}

/// A reader of frames.
protocol FrameReader {
  /// The next frame; waits for it.
  mutating func next() -> Frame
}

/// A stream of bytes, buffered.
struct BufferedInput {
  private let input: InputFile
  private var buffer: [UInt8] = []
  private var start = 0
  /// Whether the stream has ended, or cannot be read any more.
  private(set) var isAtEnd = false

  init(_ input: InputFile) { self.input = input }

  /// The bytes that were read ahead.
  var ahead: ArraySlice<UInt8> { buffer[start...] }

  /// Reads more; false at the end.
  mutating func fill() -> Bool {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    guard !isAtEnd, let bytes = try? input.read(upTo: 64 << 10), !bytes.isEmpty else {
      isAtEnd = true
      return false
    }
    buffer += bytes
    return true
  }

  /// Passes over some of the bytes that were read ahead.
  mutating func skip(_ count: Int) { start += min(count, buffer.count - start) }

  /// Takes some of the bytes that were read ahead.
  mutating func take(_ count: Int) -> [UInt8] {
    let end = min(start + count, buffer.count)
    defer { start = end }
    return Array(buffer[start..<end])
  }
}

extension RPCError {
  /// The message is longer than the maximum.
  static func tooLong(_ size: Int?) -> RPCError {
    let maximum = RPCFraming.maximumSize >> 20
    let said = size.map { "\($0) bytes" } ?? "more than \(maximum) MiB"
    return .unreadable(
      "the message has \(said) and is passed over; the maximum is \(maximum) MiB")
  }
}
