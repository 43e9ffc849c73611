package import CalqueInput
public import CalqueModel

/// What a reader is told beforehand; whatever is absent is found out from the file.
public struct FormatOptions: Sendable {
  /// The languages of a file that names none: first its first column, then its second.
  public var pair: LanguagePair?
  /// What to read the file as.
  public var kind: Resource.Kind?
  /// The format, where the content shall not decide.
  public var format: FileFormat?
  /// The character encoding, where the file's own word shall not decide: `windows-1252`.
  public var encoding: String?
  /// The subject field of every concept that names none.
  public var domain: String?
  /// Whether to keep what can be read of a broken file and refuse only the rest.
  public var keepGoing: Bool
  /// Whether units with fewer than two texts are delivered, as a conversion wants them, or skipped.
  public var keepsIncomplete: Bool
  /// How much a file may ask for.
  package var limits = InputLimits()
  /// The command that an error's remedy names.
  package var command = "calque import"

  /// Makes options; what is not named is left to the file.
  public init(
    pair: LanguagePair? = nil, kind: Resource.Kind? = nil, format: FileFormat? = nil,
    encoding: String? = nil, domain: String? = nil, keepGoing: Bool = false,
    keepsIncomplete: Bool = false
  ) {
    self.pair = pair
    self.kind = kind
    self.format = format
    self.encoding = encoding
    self.domain = domain
    self.keepGoing = keepGoing
    self.keepsIncomplete = keepsIncomplete
  }
}
