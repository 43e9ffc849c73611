import CalqueSystem
import Synchronization

/// Standard output: buffered, with every write, flush and close checked.
///
/// An answer that was not written must be a failure of the command. `print` to a full disk exits
/// with 0, and `FileHandle.write` crashes.
final class Output: Sendable {
  /// The process's standard output.
  static let standard = Output(.standardOutput)

  /// Whether the output is a terminal.
  let isTerminal: Bool
  private let file: OutputFile
  private let buffer = Mutex<[UInt8]>([])
  private let failure = Mutex<OutputError?>(nil)
  private let canGoUnread = Atomic(false)
  private let stored = Mutex<String?>(nil)
  private static let capacity = 1 << 16

  init(_ file: OutputFile) {
    self.file = file
    isTerminal = file.isTerminal
  }

  /// Declares that the verb makes changes, so a closed pipe must not stop the verb.
  ///
  /// Other verbs end at a closed pipe, since they only print an answer.
  func letGoUnread() { canGoUnread.store(true, ordering: .relaxed) }

  /// Declares what the verb has changed, for the message about an output that cannot be written.
  func hasStored(_ what: String) { stored.withLock { $0 = what } }

  /// Writes the text of a page.
  ///
  /// A terminal receives the page's styles, but no other control characters.
  func write(_ text: String) throws(OutputError) {
    try buffered(Array((isTerminal ? TerminalText.composed(text) : text).utf8))
  }

  /// Writes the text of a page, and a line feed.
  func line(_ text: String = "") throws(OutputError) {
    try write(text + "\n")
  }

  /// A function that writes the bytes of a file or a table.
  ///
  /// A terminal receives no control characters.
  func dataSink() -> ([UInt8]) throws -> Void {
    guard isTerminal else { return { try self.buffered($0) } }
    var rest = [UInt8]()
    return { bytes in
      // A chunk can end inside a character.
      rest += bytes
      let whole = rest.count - Self.unfinished(rest)
      let text = String(decoding: rest[..<whole], as: UTF8.self)
      rest.removeFirst(whole)
      try self.buffered(
        Array(TerminalText.escaped(text, keepsLines: true, keepsTabs: true).utf8))
    }
  }

  /// The number of bytes at the end that begin an incomplete character.
  private static func unfinished(_ bytes: [UInt8]) -> Int {
    for (count, byte) in bytes.suffix(3).reversed().enumerated() where byte >= 0xC0 {
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return count + 1 < length ? count + 1 : 0
    }
    return 0
  }

  private func buffered(_ bytes: [UInt8]) throws(OutputError) {
    let full = buffer.withLock { buffer -> [UInt8]? in
      buffer.append(contentsOf: bytes)
      guard buffer.count >= Self.capacity else { return nil }
      defer { buffer.removeAll(keepingCapacity: true) }
      return buffer
    }
    if let full { try send(full) }
  }

  /// Whether an earlier write failed.
  var hasFailed: Bool { failure.withLock { $0 != nil } }

  /// Flushes the buffered text, so that a message on standard error follows the text.
  ///
  /// The next throwing call reports a failure.
  func settle() { try? flush() }

  /// Flushes the buffered text.
  func flush() throws(OutputError) {
    let rest = buffer.withLock { buffer in
      defer { buffer.removeAll(keepingCapacity: true) }
      return buffer
    }
    try send(rest)
  }

  /// Flushes and closes: some file systems report a full disk only on closing.
  func finish() throws(OutputError) {
    try flush()
    do { try file.close() } catch { throw self.error(error) }
  }

  /// Writes bytes; throws the failure of an earlier call again.
  private func send(_ bytes: [UInt8]) throws(OutputError) {
    if let error = failure.withLock({ $0 }) {
      if error.isClosedPipe, canGoUnread.load(ordering: .relaxed) { return }
      throw self.error(error.failure)
    }
    do { try file.write(bytes) } catch {
      failure.withLock { $0 = OutputError(failure: error) }
      try send([])
    }
  }

  private func error(_ failure: FileFailure) -> OutputError {
    OutputError(failure: failure, stored: stored.withLock(\.self))
  }
}

/// Output that could not be written.
struct OutputError: Error, CustomStringConvertible {
  /// The system's failure.
  let failure: FileFailure
  /// What the verb has changed all the same: "the unit is stored".
  var stored: String?

  /// Whether the reader closed the pipe, which is no fault.
  var isClosedPipe: Bool { failure.isClosedPipe }

  /// The error that ends a verb after a refused input: the refusal if the reader closed the pipe,
  /// else the output error.
  var keepingRefusal: any Error { isClosedPipe ? ExitStatus.refused : self }

  var description: String {
    "the output could not be written: \(failure.reason)" + (stored.map { "; \($0)" } ?? "")
  }
}
