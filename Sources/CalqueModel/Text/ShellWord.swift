/// A text as one word of a command that a message proposes and somebody pastes into a shell.
///
/// Every message quotes by this one rule. Single quotes hold everything in sh, bash and zsh; between
/// double quotes an interactive bash still expands `!`.
package enum ShellWord {
  /// The text, in single quotes unless it is plain: letters, digits and `-`, `_`, `.`, `/`.
  package static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789-_./".unicodeScalars.contains($0)
    }
    if isPlain, !text.isEmpty { return text }
    let escaped = text.unicodeScalars.map { $0 == "'" ? #"'\''"# : String($0) }
    return "'\(escaped.joined())'"
  }

  /// The text as the last argument of a command: behind `--` where it looks like an option.
  package static func argument(_ text: String) -> String {
    (text.unicodeScalars.first == "-" ? "-- " : "") + quoted(text)
  }
}
