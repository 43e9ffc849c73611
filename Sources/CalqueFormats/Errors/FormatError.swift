package import CalqueInput
public import CalqueModel

/// The reason why a file cannot be read or written.
///
/// `description` gives place, message and excerpt; only the caller knows what was stored.
///
///     broken.tmx:1042:5: <seg> is never closed
///          |
///     1042 |     <seg>La France accueillera
///          |     ^^^^^ opened here
public struct FormatError: Error, Hashable, Sendable {
  /// The place of the error.
  public var place: SourcePlace
  /// The fault, and the form that was expected.
  public var message: String
  /// The lines around the place.
  public var excerpt: Excerpt?
  /// The advice to the user.
  public var remedy: Remedy?

  /// Creates an error.
  public init(
    place: SourcePlace, message: String, excerpt: Excerpt? = nil, remedy: Remedy? = nil
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
  /// An error of the input, with the file from which the input was read.
  package init(_ error: InputError, file: String, remedy: Remedy? = nil) {
    self.init(
      place: SourcePlace(file: file, line: error.line, column: error.column),
      message: error.message, excerpt: error.excerpt, remedy: error.remedy ?? remedy)
  }
}
