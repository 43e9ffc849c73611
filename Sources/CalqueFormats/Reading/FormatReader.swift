package import CalqueModel

/// What reads a file of one format, as a stream; the twin of `FormatWriter`.
///
/// A reader is made of an opened file whose beginning is known, so that a person can be told what
/// the file is before anything is stored. It reads once, in memory that does not grow with the file.
package protocol FormatReader {
  /// Whether the file holds units or concepts.
  var kind: Resource.Kind { get }
  /// The languages as far as the file's beginning names them, in order.
  var languages: [LanguageTag] { get }
  /// Why the file was taken for what it is, where that is not plain from the format.
  var said: String? { get }
  /// Reports what the file holds, in its order, the header first.
  ///
  /// - Throws: `FormatError` with the place where the file is broken, and what `each` throws.
  mutating func read(_ each: (FileEvent) throws -> Void) throws
}

extension FormatReader {
  /// Nothing needs to be said.
  package var said: String? { nil }
}
