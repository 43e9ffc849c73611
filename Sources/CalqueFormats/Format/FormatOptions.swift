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
  public var limits: FormatLimits
  /// The command that an error's remedy names.
  package var command = "calque import"

  /// Makes options; what is not named is left to the file.
  public init(
    pair: LanguagePair? = nil, kind: Resource.Kind? = nil, format: FileFormat? = nil,
    encoding: String? = nil, domain: String? = nil, keepGoing: Bool = false,
    keepsIncomplete: Bool = false, limits: FormatLimits = FormatLimits()
  ) {
    self.pair = pair
    self.kind = kind
    self.format = format
    self.encoding = encoding
    self.domain = domain
    self.keepGoing = keepGoing
    self.keepsIncomplete = keepsIncomplete
    self.limits = limits
  }
}

/// How much a file may ask for before it is refused.
///
/// Every limit lies far above what honest files hold; together they keep a reader's memory constant.
public struct FormatLimits: Hashable, Sendable {
  /// Elements inside one another.
  public var depth = 256
  /// Bytes of one attribute's value.
  public var attribute = 64 << 10
  /// Bytes of one segment, note, property or table cell.
  public var segment = 1 << 20
  /// Bytes of one unit, concept, table row or file header with all that it holds.
  public var unit = 16 << 20
  /// Cells of one table row.
  public var columns = 1_000
  /// Bytes by which internal entities may lengthen a file.
  public var entities = 64 << 10
  /// How many times its size a compressed file may expand to.
  public var ratio = 250
  /// Bytes a compressed file may expand to.
  public var expanded = 1 << 40

  /// The limits that a file meets unless told otherwise.
  public init() {}
}
