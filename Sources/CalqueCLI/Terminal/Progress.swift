import CalqueSystem
import Synchronization

/// A bar on standard error, while somebody waits; nothing where standard error is no terminal.
struct Progress: Sendable {
  private let label: String
  private let total: Int?
  private let isShown: Bool

  /// What stands on the terminal's last line, and when it was drawn.
  private struct Line {
    var isDrawn = false
    var drawn: ContinuousClock.Instant?
  }
  private static let line = Mutex(Line())

  /// A bar for a piece of work.
  ///
  /// - Parameters:
  ///   - label: what is done, e.g. a file's name.
  ///   - total: how much there is to do; nil where nobody knows.
  init(_ label: String, total: Int? = nil) {
    self.label = TerminalText.escaped(label)
    self.total = total
    isShown = OutputFile.standardError.isTerminal
  }

  /// Shows how far the work is, at most ten times a second.
  func advance(to done: Int) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let isDue = Self.line.withLock { line in
      if let drawn = line.drawn, now - drawn < .milliseconds(100) { return false }
      line = Line(isDrawn: true, drawn: now)
      return true
    }
    if isDue { Talk.send("\r\u{1B}[K" + text(done)) }
  }

  /// Takes the bar away.
  func finish() { Self.clear() }

  /// Takes away whatever bar there is, so that a message has the line for itself.
  static func clear() {
    let wasDrawn = line.withLock { line in
      defer { line = Line() }
      return line.isDrawn
    }
    if wasDrawn { Talk.send("\r\u{1B}[K") }
  }

  private func text(_ done: Int) -> String {
    guard let total, total > 0 else { return "\(label)  \(done)" }
    let cells = 24 * min(done, total) / total
    let bar = String(repeating: "#", count: cells) + String(repeating: ".", count: 24 - cells)
    return "\(label)  [\(bar)] \(100 * min(done, total) / total) %"
  }
}
