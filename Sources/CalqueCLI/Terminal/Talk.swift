import CalqueSystem

/// Standard error: messages to the user, apart from the data.
enum Talk {
  /// Prints the error that stops the command.
  static func error(_ message: String) { line("error: " + message) }

  /// Prints a problem that does not stop the command.
  static func warning(_ message: String) { line("warning: " + message) }

  /// Prints one or several lines, after the answer so far.
  ///
  /// Control characters are escaped.
  static func line(_ message: String) {
    Output.standard.settle()
    Progress.clear()
    send(TerminalText.escaped(message, keepsLines: true) + "\n")
  }

  /// Sends text unchanged.
  ///
  /// A failure of standard error is ignored, since it cannot be reported.
  static func send(_ text: String) {
    try? OutputFile.standardError.write(Array(text.utf8))
  }
}
