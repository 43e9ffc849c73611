package import CalqueModel

/// The reason why bytes or text end or cannot be read.
package struct InputError: Error, Hashable, Sendable {
  /// The fault, and the form that was expected.
  package var message: String
  /// The line, from 1; 0 if no line is meant or the line is not known where the error is thrown.
  package var line: Int
  /// The column in Unicode scalars, from 1; 0 if the whole line is meant.
  package var column: Int
  /// The lines around the place.
  package var excerpt: Excerpt?
  /// The advice to the user.
  package var remedy: Remedy?

  /// Creates an error.
  package init(
    message: String, line: Int = 0, column: Int = 0, excerpt: Excerpt? = nil,
    remedy: Remedy? = nil
  ) {
    self.message = message
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.remedy = remedy
  }
}

extension InputError {
  /// The error for a byte that UTF-8 does not allow at its place.
  package static func notUTF8(_ byte: UInt8) -> InputError {
    let digits = String(byte, radix: 16, uppercase: true)
    return InputError(
      message: "not UTF-8: byte 0x\(digits)",
      remedy: "convert the file first, for instance: iconv -f WINDOWS-1252 -t UTF-8")
  }

  /// The first byte of a text's beginning that is not UTF-8, with its place; nil if the text is
  /// valid.
  package init?(notUTF8 text: [UInt8]) {
    guard case .broken(let offset) = ValidUTF8(text.span, from: 0) else { return nil }
    self = InputError.notUTF8(text[offset]).located(at: offset, in: text)
  }

  /// The error with the line and column of an offset, and the line's text.
  package func located(at offset: Int, in text: [UInt8]) -> InputError {
    var error = self
    var places = XMLPlaces()
    places.append(text)
    (error.line, error.column) = places.place(at: offset)
    error.excerpt = Excerpt(lines: [
      Excerpt.Line(number: error.line, text: places.text(around: offset), column: error.column)
    ])
    return error
  }
}
