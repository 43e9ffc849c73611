import Calque

/// The answers to many lines of standard input, in input order.
enum Lines {
  /// Answers each line and records whether any answer holds a result.
  ///
  /// A line that is not UTF-8 is answered from its readable part, so that answers and lines stay in
  /// step. The command then ends with 2.
  ///
  /// - Parameter answer: prints the answer to a line; returns whether the answer holds a result.
  /// - Throws: `ExitStatus` unless there was a result and every line was readable.
  static func answer(_ answer: (String) throws -> Bool) throws {
    var reader = LineReader()
    var (isFound, isRefused) = (false, false)
    do {
      while let line = try reader.next() {
        if !line.isValid {
          isRefused = true
          Talk.warning("-:\(line.number): not UTF-8; what cannot be read was taken for U+FFFD")
        }
        if try answer(line.text) { isFound = true }
      }
    } catch let error as OutputError where isRefused { throw error.keepingRefusal }
    if isRefused { throw ExitStatus.refused }
    if !isFound { throw ExitStatus.nothingFound }
  }
}
