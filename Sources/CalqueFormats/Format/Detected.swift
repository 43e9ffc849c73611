public import CalqueModel

/// The properties of a file that a reader finds before it reads the content.
public struct Detected: Hashable, Sendable {
  /// The format.
  public let format: FileFormat
  /// Whether the file holds units or concepts.
  public let kind: Resource.Kind
  /// The languages that the file's beginning or the options name, in order; empty if they are
  /// unknown.
  public let languages: [LanguageTag]
  /// Whether the file is compressed by gzip.
  public let isCompressed: Bool
  /// The name of the file's resource, unless the user gives another.
  public let resourceName: String
  /// The reason for the kind; nil if the format or the user decides the kind.
  public let said: String?
  /// The meaning of a table's columns, in words for people; nil for other files.
  public let understood: String?
}
