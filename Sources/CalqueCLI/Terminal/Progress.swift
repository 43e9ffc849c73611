import CalqueSystem
import Synchronization

/// A progress bar on standard error; nothing is shown unless standard error is a terminal.
struct Progress: Sendable {
  private let label: String
  private let total: Int?
  private let isShown: Bool
  private let began: ContinuousClock.Instant

  /// Whether the bar is drawn on the terminal's last line, and the time of drawing.
  private struct Line {
    var isDrawn = false
    var drawn: ContinuousClock.Instant?
  }
  private static let line = Mutex(Line())

  /// Creates the bar of a task.
  ///
  /// - Parameters:
  ///   - label: the task, e.g. a file's name.
  ///   - total: the amount of work; nil if unknown.
  ///   - began: the beginning of the task.
  init(_ label: String, total: Int? = nil, began: ContinuousClock.Instant = .now) {
    self.began = began
    self.label = TerminalText.escaped(label)
    self.total = total
    isShown = OutputFile.standardError.isTerminal
  }

  /// Shows the progress, at most ten times a second.
  ///
  /// - Parameters:
  ///   - done: the amount of work that is done.
  ///   - detail: what else to show beside the bar.
  func advance(to done: Int, detail: String = "") {
    guard isShown else { return }
    let now = ContinuousClock.now
    let isDue = Self.line.withLock { line in
      if let drawn = line.drawn, now - drawn < .milliseconds(100) { return false }
      line = Line(isDrawn: true, drawn: now)
      return true
    }
    if isDue {
      let parts = [text(done), detail, timeLeft(done, at: now)].filter { !$0.isEmpty }
      Talk.send("\r\u{1B}[K" + parts.joined(separator: "  "))
    }
  }

  /// Shows the progress of a file: `old.tmx  [####....] 21 %  12,000 rows, 5.1 of 24.0 MB`.
  func advance(toRow rows: Int, bytes: Int, of size: Int?) {
    guard isShown else { return }
    var detail = "\(Wording.number(rows)) rows"
    if bytes > 0 { detail += ", \(Self.megabytes(bytes))" }
    guard let size, size > 0, bytes <= size else {
      return Progress(label).advance(to: rows, detail: bytes > 0 ? Self.megabytes(bytes) : "")
    }
    detail += " of \(Self.megabytes(size))"
    Progress(label, total: size, began: began).advance(to: bytes, detail: detail)
  }

  /// A number of bytes in millions with one decimal: `5.1 MB`.
  private static func megabytes(_ bytes: Int) -> String {
    "\(Wording.number(bytes / 1_000_000)).\(bytes / 100_000 % 10) MB"
  }

  /// Removes the bar.
  func finish() { Self.clear() }

  /// Removes any bar, so that a message has a line of its own.
  static func clear() {
    let wasDrawn = line.withLock { line in
      defer { line = Line() }
      return line.isDrawn
    }
    if wasDrawn { Talk.send("\r\u{1B}[K") }
  }

  /// The time until the end at the present pace; empty until that can be told.
  private func timeLeft(_ done: Int, at now: ContinuousClock.Instant) -> String {
    let elapsed = now - began
    guard let total, (1..<max(1, total)).contains(done), elapsed > .seconds(2) else { return "" }
    let seconds = Int((elapsed / done * (total - done)).components.seconds)
    return seconds < 60 ? "\(seconds + 1) s left" : "\((seconds + 59) / 60) min left"
  }

  private func text(_ done: Int) -> String {
    guard let total, total > 0 else { return "\(label)  \(done)" }
    let cells = 24 * min(done, total) / total
    let bar = String(repeating: "#", count: cells) + String(repeating: ".", count: 24 - cells)
    return "\(label)  [\(bar)] \(100 * min(done, total) / total) %"
  }
}
