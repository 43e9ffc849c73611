import CalqueModel
import CalqueSystem

/// The queries of a verb: one text from the command line, or lines of standard input.
enum TextInput {
  /// One text.
  case text(String)
  /// The lines of standard input, each a text.
  case lines

  /// Chooses by the arguments: none or `-` is standard input.
  ///
  /// - Parameters:
  ///   - arguments: the words, joined by one space.
  ///   - example: a working command for the error message.
  /// - Throws: `UsageError` if no text is given and standard input is a terminal, or if a text is
  ///   not UTF-8.
  init(_ arguments: [String], example: String) throws {
    if arguments.isEmpty {
      try Self.refuseTerminal(example, missing: "text")
      self = .lines
    } else if arguments == ["-"] {
      self = .lines
    } else {
      let text = arguments.count == 1 ? arguments[0] : arguments.joined(separator: " ")
      self = .text(try Self.checked(text))
    }
  }

  /// Refuses to wait in silence for standard input on a terminal.
  ///
  /// - Throws: `UsageError` with an example command.
  static func refuseTerminal(_ example: String, missing: String = "file") throws {
    guard !InputFile.standardInput.isTerminal else {
      throw UsageError("no \(missing) is given", remedy: "For example: \(example)")
    }
  }

  /// Checks a text from the arguments.
  ///
  /// - Throws: `UsageError` if the text is not UTF-8.
  static func checked(_ argument: String) throws -> String {
    guard PathText.isPlain(argument) else {
      throw UsageError("the text '\(argument)' is not UTF-8")
    }
    return argument
  }
}
