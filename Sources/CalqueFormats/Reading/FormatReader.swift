package import CalqueModel

/// A reader of a file of one format, as a stream; the counterpart of `FormatWriter`.
///
/// A reader is made of an opened file whose beginning is known, so that the user can see the file's
/// properties before anything is stored. A reader reads once, in memory that does not grow with the
/// file.
package protocol FormatReader {
  /// Whether the file holds units or concepts.
  var kind: Resource.Kind { get }
  /// The languages that the file's beginning or the options name, in order; empty if they are
  /// unknown.
  var languages: [LanguageTag] { get }
  /// The reason for the kind; nil if the format or the user decides the kind.
  var said: String? { get }
  /// The meaning of a table's columns, in words for people; nil for other files.
  var understood: String? { get }
  /// Reports the content of the file, in its order, the header first.
  ///
  /// - Throws: `FormatError` with the place if the file is broken; errors of `each`.
  mutating func read(_ each: (FileEvent) throws -> Void) throws
}

extension FormatReader {
  /// No reason.
  package var said: String? { nil }

  /// No columns.
  package var understood: String? { nil }
}
