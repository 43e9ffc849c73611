public import CalqueModel

/// What a reader found out about a file before reading it.
public struct Detected: Hashable, Sendable {
  /// The format.
  public let format: FileFormat
  /// Whether it holds units or concepts.
  public let kind: Resource.Kind
  /// The languages as far as the file's beginning names them, in order; empty where nobody says.
  public let languages: [LanguageTag]
  /// Whether the file is compressed by gzip.
  public let isCompressed: Bool
  /// The name of the resource that the file makes unless another is given.
  public let resourceName: String
  /// Why it was taken for what it is, where that is not plain from the format.
  public let said: String?
}
