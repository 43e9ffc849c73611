import Calque

/// The answers to many lines of standard input, in their order.
enum Lines {
  /// Asks each line and notes whether anything was found.
  ///
  /// A line that is not UTF-8 is answered as far as it can be read, so that the answers stay in
  /// step with the lines; the command then ends with 2.
  ///
  /// - Parameter answer: prints the answer to a line; says whether it holds anything.
  /// - Throws: `ExitStatus` unless something was found and every line could be read.
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
