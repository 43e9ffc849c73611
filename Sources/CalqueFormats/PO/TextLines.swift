import CalqueInput
import CalqueModel

/// The lines of a text, chunk by chunk; a line ends at LF, CRLF or CR.
struct TextLines {
  private let source: ValidatedSource
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var hasEnded = false
  private var failure: InputError?
  /// The number of lines that were read.
  private(set) var line = 0

  /// Creates a reader of lines of at most `limit` bytes.
  init(_ source: any ByteSource, limit: Int) {
    self.source = ValidatedSource(source)
    self.limit = limit
  }

  /// The next line without its end; nil at the end of the text.
  ///
  /// - Throws: `InputError` with the place if the text is not UTF-8, holds a NUL, or a line is too
  ///   long.
  mutating func next() throws(InputError) -> String? {
    var end = position
    while true {
      while end < buffer.count, buffer[end] != 0x0A, buffer[end] != 0x0D {
        if buffer[end] == 0 {
          throw problem(InputError(message: "a control character, U+0000"), at: end)
        }
        end += 1
      }
      // A CR at the end of the buffer may be half of a CRLF.
      if end < buffer.count, buffer[end] == 0x0A || end + 1 < buffer.count || hasEnded { break }
      if hasEnded {
        if let failure { throw problem(failure, at: end) }
        if end == position { return nil }
        break
      }
      if end - position > limit {
        throw problem(InputError(message: "a line is longer than \(limit >> 10) KiB"), at: position)
      }
      end -= position
      fill()
    }
    line += 1
    let text = String(decoding: buffer[position..<end], as: UTF8.self)
    position = end
    passEnd()
    return text
  }

  /// Goes on behind a line that could not be read.
  ///
  /// - Returns: false if the text ends there.
  mutating func skipLine() -> Bool {
    line += 1
    while true {
      if let end = buffer[position...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        position = end
        passEnd()
        return true
      }
      (buffer, position) = ([], 0)
      if failure != nil {
        guard source.passOverLine() else { return false }
        (failure, hasEnded) = (nil, false)
      }
      if hasEnded { return false }
      fill()
    }
  }

  /// Passes over the end of a line at the position.
  private mutating func passEnd() {
    guard position < buffer.count else { return }
    let isReturn = buffer[position] == 0x0D
    position += 1
    if isReturn, position < buffer.count, buffer[position] == 0x0A { position += 1 }
  }

  /// An error in the line that was read last.
  func located(_ error: InputError, _ text: String) -> InputError {
    if error.line > 0 { return error }
    var error = error
    error.line = line
    error.column = 1
    error.excerpt = Excerpt(lines: [Excerpt.Line(number: line, text: text, column: 1)])
    return error
  }

  private mutating func fill() {
    buffer.removeSubrange(0..<position)
    position = 0
    do throws(InputError) {
      let chunk = try source.next()
      hasEnded = chunk.isEmpty
      buffer += chunk
    } catch {
      failure = error
      hasEnded = true
    }
  }

  /// An error at an offset of the buffer, in the line that begins at `position`.
  private func problem(_ error: InputError, at offset: Int) -> InputError {
    var error = error
    error.line = line + 1
    error.column = buffer.span.scalars(in: position..<min(offset, buffer.count)) + 1
    let rest = buffer[position..<min(buffer.count, position + 200)]
    let text = String(decoding: rest.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    error.excerpt = Excerpt(lines: [
      Excerpt.Line(number: error.line, text: text, column: error.column)
    ])
    return error
  }
}
