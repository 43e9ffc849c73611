import Calque
import CalqueModel
import CalqueSystem
import Synchronization

/// Looks many lines up on several threads, and prints the answers in input order.
///
/// Available input is read a window at a time, and all threads answer the window. A line from an
/// interactive writer is answered at once. The window bounds the memory. The output does not depend
/// on the number of threads.
struct LookupLines {
  /// The form of the answers.
  let form: LookupForm
  /// The number of lines answered at once.
  let jobs: Int
  /// Creates a lookup, on request with a separate connection to the store.
  let lookup: @Sendable (_ isSeparate: Bool) throws -> Lookup

  /// The maximum size of a window: lines for each thread, and bytes.
  private static let linesPerJob = 128
  private static let mostBytes = 1 << 20
  /// The number of lines that a thread takes at once.
  ///
  /// A smaller window does not justify a thread.
  private static let chunk = 8
  /// The minimum number of lines that justifies the preparation for many lines.
  private static let many = 128

  /// Answers all lines of a source.
  ///
  /// A line that is not UTF-8 is answered from its readable part, so that answers and lines stay in
  /// step. The command then ends with 2.
  ///
  /// - Throws: `ExitStatus` unless there was a result and every line was readable; errors of
  ///   reading and lookup, after the answers to the preceding lines.
  func answer(_ source: LookupSource) throws {
    let workers = (0..<jobs).map { [lookup, form] number in
      LookupWorker(make: { try lookup(number > 0) }, form: form)
    }
    try workers[0].prepare()
    var source = source
    var outcome = Outcome()
    var expectsMany = false
    let progress = LineProgress()
    defer { progress.finish() }
    do {
      while true {
        var window = [LookupLine]()
        var failure: (any Error)?
        do { try fill(&window, from: &source) } catch { failure = error }
        if window.isEmpty, failure == nil { break }
        // Only the first window decides: a program that asks line by line never has many lines
        // waiting.
        if window.first?.line.number == 1 {
          expectsMany = window.count + source.waitingCount >= Self.many
        }
        let isMany = expectsMany
        try work(on: window).run(window) { number, line in
          try workers[number].answer(to: line, isMany)
        } each: { line, answer in
          try outcome.print(answer, to: line.line)
        }
        if let failure { throw failure }
        progress.advance(past: window)
      }
    } catch let error as OutputError where outcome.isRefused { throw error.keepingRefusal }
    if outcome.isRefused { throw ExitStatus.refused }
    if !outcome.isFound { throw ExitStatus.nothingFound }
  }

  /// Reads the next lines: waits for one, and adds the lines already available.
  private func fill(_ window: inout [LookupLine], from source: inout LookupSource) throws {
    guard let first = try source.next() else { return }
    window.append(first)
    var bytes = first.line.text.utf8.count
    let most = jobs == 1 ? 1 : jobs * Self.linesPerJob
    while window.count < most, bytes < Self.mostBytes, let line = try source.nextReady() {
      window.append(line)
      bytes += line.line.text.utf8.count
    }
  }

  /// The division of a window: a thread takes several lines at once.
  private func work(on window: [LookupLine]) -> OrderedWork {
    OrderedWork(
      jobs: max(1, min(jobs, window.count / Self.chunk)), chunk: Self.chunk, window: window.count)
  }

  /// The facts that decide the exit code.
  private struct Outcome {
    var isFound = false
    var isRefused = false
    var isNoted = false

    mutating func print(
      _ answer: Result<LineAnswer, any Error>, to line: LineReader.Line
    ) throws {
      if !line.isValid {
        isRefused = true
        Talk.warning("-:\(line.number): not UTF-8; what cannot be read was taken for U+FFFD")
      }
      let answer = try answer.get()
      if !isNoted, let notice = answer.notice {
        isNoted = true
        Talk.warning(notice)
      }
      if answer.isFound { isFound = true }
      try Output.standard.write(answer.text)
      if let timing = answer.timing { Talk.line(timing) }
    }
  }
}

/// The printed answer to one line.
struct LineAnswer: Sendable {
  let text: String
  let timing: String?
  let notice: String?
  let isFound: Bool
}

/// A thread's lookup, created at first use.
final class LookupWorker: Sendable {
  private let make: @Sendable () throws -> Lookup
  private let form: LookupForm
  private let lookup = Mutex<Lookup?>(nil)

  init(make: @escaping @Sendable () throws -> Lookup, form: LookupForm) {
    self.make = make
    self.form = form
  }

  /// Creates the lookup, so that errors are reported before the first line arrives.
  func prepare() throws {
    try lookup.withLock { lookup in lookup = try make() }
  }

  /// The answer to a line.
  func answer(to line: LookupLine, _ expectsMany: Bool) throws -> LineAnswer {
    try lookup.withLock { lookup in
      let mine = try lookup ?? make()
      lookup = mine
      if expectsMany { mine.expectMany() }
      let answer = try line.answer(by: mine)
      return LineAnswer(
        text: form.block(of: answer), timing: form.timing(of: answer), notice: mine.notice,
        isFound: !answer.isEmpty)
    }
  }
}

/// Progress through many lines; silent if the answers go to a terminal.
private final class LineProgress {
  private let progress: Progress?
  private let size = InputFile.standardInput.size
  private var done = 0

  init() {
    progress = Output.standard.isTerminal ? nil : Progress("lookup", total: size)
  }

  /// Counts bytes if the size of the input is known, else lines.
  func advance(past window: [LookupLine]) {
    done += size != nil ? window.reduce(0) { $0 + $1.line.text.utf8.count + 1 } : window.count
    progress?.advance(to: done)
  }

  func finish() { progress?.finish() }
}
