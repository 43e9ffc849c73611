import CalqueInput
public import CalqueModel

/// Why a file cannot be read or written.
///
/// `description` gives place, message and excerpt; what was stored only the caller knows.
///
///     broken.tmx:1042:5: <seg> is never closed
///          |
///     1042 |     <seg>La France accueillera
///          |     ^^^^^ opened here
public struct FormatError: Error, Hashable, Sendable {
  /// Where.
  public var place: SourcePlace
  /// What is wrong, and what was expected.
  public var message: String
  /// The lines in question.
  public var excerpt: Excerpt?
  /// What to do about it: `to keep what can be read: calque import --keep-going broken.tmx`.
  public var remedy: String?

  /// Makes an error.
  public init(
    place: SourcePlace, message: String, excerpt: Excerpt? = nil, remedy: String? = nil
  ) {
    self.place = place
    self.message = message
    self.excerpt = excerpt
    self.remedy = remedy
  }
}

extension FormatError: CustomStringConvertible {
  /// Place, message and excerpt, without the remedy.
  public var description: String {
    var text = "\(place): \(message)"
    if let excerpt { text += "\n\(excerpt)" }
    return text
  }
}

extension FormatError {
  /// An error of the input, in the file that the input was read from.
  init(_ error: InputError, file: String, remedy: String? = nil) {
    self.init(
      place: SourcePlace(file: file, line: error.line, column: error.column),
      message: error.message, excerpt: error.excerpt, remedy: error.remedy ?? remedy)
  }

  /// The remedy for a file that is broken in part.
  static func keepGoing(_ file: String, _ options: FormatOptions) -> String {
    "to keep what can be read: \(options.command) --keep-going \(ShellWord.argument(file))"
  }
}
