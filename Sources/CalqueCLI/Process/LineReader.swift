import CalqueSystem

extension String {
  /// The line without the CR that some programs write before LF.
  ///
  /// Only LF ends a line, so the CR belongs to the line, and a JSON answer repeats the CR. The
  /// query does not include the CR.
  var withoutReturn: String {
    utf8.last == 0x0D ? String(unicodeScalars.dropLast()) : self
  }
}

/// The lines of a descriptor, one at a time.
///
/// Only LF ends a line.
///
/// Memory is bounded by the longest line. The maximum is 1 MiB, the limit of a segment, unless a
/// reader has another.
struct LineReader {
  /// A line, without the LF.
  struct Line {
    /// The line number, from 1.
    let number: Int
    /// The text, with U+FFFD in place of invalid UTF-8.
    let text: String
    /// Whether the bytes were UTF-8.
    let isValid: Bool
    /// Whether the line was too long, and its bytes were passed over.
    var isTooLong = false
  }

  /// The maximum size of a line in bytes.
  private let longest: Int
  /// Whether a longer line is passed over; otherwise it is an error.
  private let passesOver: Bool
  private let input: InputFile
  private var buffer = [UInt8]()
  private var start = 0
  private var isAtEnd = false
  private var number = 0

  init(
    _ input: InputFile = .standardInput, longest: Int = 1 << 20, passesOver: Bool = false
  ) {
    (self.input, self.longest, self.passesOver) = (input, longest, passesOver)
  }

  /// The next line; nil after the last.
  ///
  /// The reader flushes all answers before waiting for input, so a program at the other end of two
  /// pipes gets each answer before sending the next line.
  ///
  /// - Throws: `UsageError` if reading fails or a line is too long; `OutputError`.
  mutating func next() throws -> Line? {
    try next(waits: true)
  }

  /// The next line, if available without waiting for the writer.
  ///
  /// - Throws: the errors of `next()`.
  mutating func nextReady() throws -> Line? {
    try next(waits: false)
  }

  /// The number of whole lines in the buffer.
  ///
  /// - Complexity: O(buffered bytes), 64 KiB unless a line is longer.
  var waitingCount: Int { buffer[start...].reduce(0) { $1 == 0x0A ? $0 + 1 : $0 } }

  private mutating func next(waits: Bool) throws -> Line? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return line(buffer[start..<end])
      }
      searched = buffer.count
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return line(buffer[start...])
      }
      if buffer.count - start > longest {
        if passesOver { return try tooLong() }
        throw UsageError("-:\(number + 1): the line is longer than \(longest >> 20) MiB")
      }
      if !waits, !input.isReady { return nil }
      searched -= start
      buffer.removeFirst(start)
      start = 0
      try refill()
    }
  }

  /// Passes over the rest of a line.
  private mutating func tooLong() throws -> Line {
    number += 1
    while true {
      if let end = buffer[start...].firstIndex(of: 0x0A) {
        start = end + 1
        break
      }
      buffer.removeAll(keepingCapacity: true)
      start = 0
      if isAtEnd { break }
      try refill()
    }
    return Line(number: number, text: "", isValid: true, isTooLong: true)
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> Line {
    number += 1
    var bytes = bytes
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if let text = String(validating: bytes, as: UTF8.self) {
      return Line(number: number, text: text, isValid: true)
    }
    return Line(number: number, text: String(decoding: bytes, as: UTF8.self), isValid: false)
  }

  private mutating func refill() throws {
    try Output.standard.flush()
    do throws(FileFailure) {
      let bytes = try input.read(upTo: 64 << 10)
      isAtEnd = bytes.isEmpty
      buffer += bytes
    } catch {
      throw UsageError("standard input: \(error.reason)")
    }
  }
}
