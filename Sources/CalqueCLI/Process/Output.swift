import CalqueSystem
import Synchronization

/// Standard output: buffered, and every write, flush and close checked.
///
/// `print` to a full disk exits 0 as if all were well, and `FileHandle.write` crashes; an answer
/// that was not written must be a failure of the command instead.
final class Output: Sendable {
  /// The process's standard output.
  static let standard = Output(.standardOutput)

  private let file: OutputFile
  private let buffer = Mutex<[UInt8]>([])
  private let failure = Mutex<OutputError?>(nil)
  private static let capacity = 1 << 16

  init(_ file: OutputFile) {
    self.file = file
  }

  /// Whether a person reads along.
  var isTerminal: Bool { file.isTerminal }

  /// Writes bytes as they are.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    let full = buffer.withLock { buffer -> [UInt8]? in
      buffer.append(contentsOf: bytes)
      guard buffer.count >= Self.capacity else { return nil }
      defer { buffer.removeAll(keepingCapacity: true) }
      return buffer
    }
    if let full { try send(full) }
  }

  /// Writes text as it is.
  func write(_ text: String) throws(OutputError) {
    try write(Array(text.utf8))
  }

  /// Writes text and a line feed.
  func line(_ text: String = "") throws(OutputError) {
    try write(text + "\n")
  }

  /// Hands over what was written so far, so that what is said next stands behind it.
  ///
  /// Where that fails, the next call that may fail says so.
  func settle() {
    do { try flush() } catch { failure.withLock { $0 = $0 ?? error } }
  }

  /// Hands over what was written so far.
  func flush() throws(OutputError) {
    if let error = failure.withLock({ $0 }) { throw error }
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

  private func send(_ bytes: [UInt8]) throws(OutputError) {
    do { try file.write(bytes) } catch { throw OutputError(failure: error) }
  }
}

/// Output that could not be written.
struct OutputError: Error, CustomStringConvertible {
  /// What the system said.
  let failure: FileFailure

  /// Whether the reader went away, which is its right.
  var isClosedPipe: Bool { failure.isClosedPipe }

  var description: String { "the output could not be written: \(failure.reason)" }
}
