import CalqueSystem
import Synchronization

/// Standard output: buffered, and every write, flush and close checked.
///
/// `print` to a full disk exits 0 as if all were well, and `FileHandle.write` crashes; an answer
/// that was not written must be a failure of the command instead.
final class Output: Sendable {
  /// The process's standard output.
  static let standard = Output(.standardOutput)

  /// Whether a person reads along.
  let isTerminal: Bool
  private let file: OutputFile
  private let buffer = Mutex<[UInt8]>([])
  private let failure = Mutex<OutputError?>(nil)
  private let canGoUnread = Atomic(false)
  private static let capacity = 1 << 16

  init(_ file: OutputFile) {
    self.file = file
    isTerminal = file.isTerminal
  }

  /// Says that the verb changes something, which is done also where nobody reads the answer.
  ///
  /// Without this a closed pipe ends the verb, since an answer is all that it does.
  func letGoUnread() { canGoUnread.store(true, ordering: .relaxed) }

  /// Writes text that a page has composed: on a terminal its styles pass, and no other control
  /// character.
  func write(_ text: String) throws(OutputError) {
    try buffered(Array((isTerminal ? TerminalText.composed(text) : text).utf8))
  }

  /// Writes text that a page has composed, and a line feed.
  func line(_ text: String = "") throws(OutputError) {
    try write(text + "\n")
  }

  /// What takes the bytes of a file or a table: on a terminal no control character passes.
  func dataSink() -> ([UInt8]) throws -> Void {
    guard isTerminal else { return { try self.buffered($0) } }
    var rest = [UInt8]()
    return { bytes in
      // A chunk can end in the middle of a character.
      rest += bytes
      let whole = rest.count - Self.unfinished(rest)
      let text = String(decoding: rest[..<whole], as: UTF8.self)
      rest.removeFirst(whole)
      try self.buffered(
        Array(TerminalText.escaped(text, keepsLines: true, keepsTabs: true).utf8))
    }
  }

  /// How many bytes at the end begin a character whose others are still to come.
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

  /// Whether an earlier call could not write.
  var hasFailed: Bool { failure.withLock { $0 != nil } }

  /// Hands over the text so far, so that a message on standard error is shown behind it.
  ///
  /// A failure is thrown by the next call that can throw.
  func settle() { try? flush() }

  /// Hands over the text so far.
  func flush() throws(OutputError) {
    let rest = buffer.withLock { buffer in
      defer { buffer.removeAll(keepingCapacity: true) }
      return buffer
    }
    try send(rest)
  }

  /// Hands over the rest and closes: some file systems say only then that the disk is full.
  func finish() throws(OutputError) {
    try flush()
    do { try file.close() } catch { throw OutputError(failure: error) }
  }

  /// Writes bytes, unless an earlier call failed: that failure is thrown again.
  private func send(_ bytes: [UInt8]) throws(OutputError) {
    if let error = failure.withLock({ $0 }) {
      if error.isClosedPipe, canGoUnread.load(ordering: .relaxed) { return }
      throw error
    }
    do { try file.write(bytes) } catch {
      failure.withLock { $0 = OutputError(failure: error) }
      try send([])
    }
  }
}

/// Output that could not be written.
struct OutputError: Error, CustomStringConvertible {
  /// What the system said.
  let failure: FileFailure

  /// Whether the reader went away, which is its right.
  var isClosedPipe: Bool { failure.isClosedPipe }

  /// What ends a verb that had refused an input before: where the reader went away, the refusal.
  var keepingRefusal: any Error { isClosedPipe ? ExitStatus.refused : self }

  var description: String { "the output could not be written: \(failure.reason)" }
}
