import CalqueModel
import CalqueSystem

/// What a verb is asked about: one text given on the command line, or lines of standard input.
enum TextInput {
  /// One text.
  case text(String)
  /// Lines of standard input, each of which is a text.
  case lines

  /// Decides by the arguments: none or `-` is standard input.
  ///
  /// - Parameters:
  ///   - arguments: the words, joined by one space.
  ///   - example: a command that says what was meant.
  /// - Throws: `UsageError` where no text is given and standard input is a terminal, which nothing
  ///   waits for in silence, or where a text is not UTF-8.
  init(_ arguments: [String], example: String) throws {
    if arguments.isEmpty {
      try Self.refuseTerminal(example, missing: "text")
      self = .lines
    } else if arguments == ["-"] {
      self = .lines
    } else {
      self = .text(try Self.checked(arguments.joined(separator: " ")))
    }
  }

  /// Refuses to wait in silence for standard input on a terminal.
  ///
  /// - Throws: `UsageError` with a command that says what was meant.
  static func refuseTerminal(_ example: String, missing: String = "file") throws {
    guard !InputFile.standardInput.isTerminal else {
      throw UsageError("no \(missing) is given", remedy: "For example: \(example)")
    }
  }

  /// A text that was given as an argument.
  ///
  /// - Throws: `UsageError` where its bytes are not UTF-8.
  static func checked(_ argument: String) throws -> String {
    guard PathText.isPlain(argument) else {
      throw UsageError("the text '\(argument)' is not UTF-8")
    }
    return argument
  }
}
