import CalqueSystem

/// Standard error: what is said to the person, beside the data.
enum Talk {
  /// Says what stops the command.
  static func error(_ message: String) { line("error: " + message) }

  /// Says what the command went on in spite of.
  static func warning(_ message: String) { line("warning: " + message) }

  /// Says a line, or several, after the answer so far; control characters are shown, not sent.
  static func line(_ message: String) {
    Output.standard.settle()
    Progress.clear()
    send(TerminalText.escaped(message, keepsLines: true) + "\n")
  }

  /// Sends text as it is.
  ///
  /// Nobody can be told that standard error fails, so it is not checked.
  static func send(_ text: String) {
    try? OutputFile.standardError.write(Array(text.utf8))
  }
}
