import Calque
import CalqueModel
import CalqueSystem
import Synchronization

/// Looks many lines up, on several threads, and prints the answers in the order of the lines.
///
/// What stands ready of the input is taken a window at a time and answered by all threads; a line
/// that somebody waits for is answered at once. Memory is bounded by the window, and what is printed
/// does not depend on the number of threads.
struct LookupLines {
  /// How the answers read.
  let form: LookupForm
  /// How many lines to answer at once.
  let jobs: Int
  /// Makes a lookup with a connection of its own.
  let lookup: @Sendable () throws -> Lookup

  /// A window holds this many lines for each thread, or this many bytes.
  private static let linesPerJob = 128
  private static let mostBytes = 1 << 20
  /// Lines that a thread takes at once; a window of fewer is not worth a thread.
  private static let chunk = 8
  /// From so many lines on it is worth getting ready for many.
  private static let many = 128

  /// Answers all of standard input.
  ///
  /// A line that is not UTF-8 is answered as far as it can be read, so that the answers stay in
  /// step with the lines; the command then ends with 2.
  ///
  /// - Throws: `ExitStatus` unless something was found and every line could be read; what reading
  ///   and looking up throw, after the answers to the lines before.
  func answer() throws {
    let workers = (0..<jobs).map { _ in LookupWorker(make: lookup, form: form) }
    try workers[0].prepare()
    var reader = LineReader()
    var outcome = Outcome()
    var expectsMany = false
    let progress = LineProgress()
    defer { progress.finish() }
    do {
      while true {
        var window = [LineReader.Line]()
        var failure: (any Error)?
        do { try fill(&window, from: &reader) } catch { failure = error }
        if window.isEmpty, failure == nil { break }
        // Asked of the first window only: a program that asks line by line never has many.
        if window.first?.number == 1 {
          expectsMany = window.count + reader.waitingCount >= Self.many
        }
        let isMany = expectsMany
        try work(on: window).run(window) { number, line in
          try workers[number].answer(to: line, isMany)
        } each: { line, answer in
          try outcome.print(answer, to: line)
        }
        if let failure { throw failure }
        progress.advance(past: window)
      }
    } catch let error as OutputError where outcome.isRefused { throw error.keepingRefusal }
    if outcome.isRefused { throw ExitStatus.refused }
    if !outcome.isFound { throw ExitStatus.nothingFound }
  }

  /// Takes the next lines: waits for one, and adds those that are there already.
  private func fill(_ window: inout [LineReader.Line], from reader: inout LineReader) throws {
    guard let first = try reader.next() else { return }
    window.append(first)
    var bytes = first.text.utf8.count
    let most = jobs == 1 ? 1 : jobs * Self.linesPerJob
    while window.count < most, bytes < Self.mostBytes, let line = try reader.nextReady() {
      window.append(line)
      bytes += line.text.utf8.count
    }
  }

  /// How a window is shared out: a thread takes several lines at once.
  private func work(on window: [LineReader.Line]) -> OrderedWork {
    OrderedWork(
      jobs: max(1, min(jobs, window.count / Self.chunk)), chunk: Self.chunk, window: window.count)
  }

  /// What the exit code will say.
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

/// What is printed for one line.
struct LineAnswer: Sendable {
  let text: String
  let timing: String?
  let notice: String?
  let isFound: Bool
}

/// One thread's lookup, made when it is needed first.
final class LookupWorker: Sendable {
  private let make: @Sendable () throws -> Lookup
  private let form: LookupForm
  private let lookup = Mutex<Lookup?>(nil)

  init(make: @escaping @Sendable () throws -> Lookup, form: LookupForm) {
    self.make = make
    self.form = form
  }

  /// Makes the lookup, so that what is wrong with it is said before the first line comes.
  func prepare() throws {
    try lookup.withLock { lookup in lookup = try make() }
  }

  /// The answer to a line.
  func answer(to line: LineReader.Line, _ expectsMany: Bool) throws -> LineAnswer {
    try lookup.withLock { lookup in
      let mine = try lookup ?? make()
      lookup = mine
      if expectsMany { mine.expectMany() }
      let answer = try mine.answer(line.text)
      return LineAnswer(
        text: form.block(of: answer), timing: form.timing(of: answer), notice: mine.notice,
        isFound: !answer.isEmpty)
    }
  }
}

/// How far many lines are; silent where the answers themselves are to be seen.
private final class LineProgress {
  private let progress: Progress?
  private let size = InputFile.standardInput.size
  private var done = 0

  init() {
    progress = Output.standard.isTerminal ? nil : Progress("lookup", total: size)
  }

  /// Counts bytes where the input's size is known, lines where not.
  func advance(past window: [LineReader.Line]) {
    done += size != nil ? window.reduce(0) { $0 + $1.text.utf8.count + 1 } : window.count
    progress?.advance(to: done)
  }

  func finish() { progress?.finish() }
}
