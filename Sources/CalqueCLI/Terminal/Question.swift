import Calque
import CalqueSystem

/// A question to the person at the terminal.
enum Question {
  /// Asks for confirmation; no answer is a no.
  ///
  /// - Parameters:
  ///   - question: the action to confirm, ending in a question mark.
  ///   - isAnswered: whether `--yes` was given.
  /// - Throws: `UsageError` if nobody can be asked, or if the answer is no.
  static func confirm(_ question: String, isAnswered: Bool) throws {
    if isAnswered { return }
    guard InputFile.standardInput.isTerminal, OutputFile.standardError.isTerminal else {
      throw UsageError(
        "\(question) Nobody is there to answer", remedy: "Say yes beforehand: --yes")
    }
    Talk.send(TerminalText.escaped(question) + " [y/N] ")
    let answer = readLine(strippingNewline: true) ?? ""
    guard Consent.isGiven(by: answer) else {
      throw UsageError("nothing was changed")
    }
  }
}
