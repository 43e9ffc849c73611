import Calque

/// `calque align --worker`: a request a line on standard input, its answer on standard output.
///
/// The answers come in the order of the requests, each as soon as it is made. A line that is no
/// request gets an answer with an error, and the next line is read.
struct AlignWorker {
  /// Aligns the documents.
  let worker: AlignmentWorker

  /// The maximum size of a request in bytes; it bounds the memory.
  private static let longest = 64 << 20

  /// Answers all of standard input.
  ///
  /// - Throws: `ExitStatus.refused` if an answer is an error; errors of reading and writing.
  func run() throws {
    try TextInput.refuseTerminal(
      "calque align --worker --pair fr-en <requests.jsonl", missing: "request")
    var reader = LineReader(longest: Self.longest, passesOver: true)
    var isRefused = false
    while let line = try reader.next() {
      let answer = answer(to: line)
      isRefused = isRefused || answer.isError
      try Output.standard.write(answer.json + "\n")
    }
    if isRefused { throw ExitStatus.refused }
  }

  private func answer(to line: LineReader.Line) -> AlignmentWorker.Answer {
    if line.isTooLong {
      return worker.refusal("the line is longer than \(Self.longest >> 20) MiB")
    }
    guard line.isValid else { return worker.refusal("the line is not UTF-8") }
    return worker.answer(line.text)
  }
}
