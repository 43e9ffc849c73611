public import CalqueFormats

/// A format of alignments: two that list beads, and the formats of memories.
public enum AlignmentFormat: Hashable, Sendable, CustomStringConvertible {
  /// Sentence numbers and confidence, a bead a line: `[0,1]:[0]<TAB>0.9312`.
  case beads
  /// Source, target, confidence and kind, a bead a line, without a header.
  case tsv
  /// The units in a format of memories, with document and confidence if the format can hold them.
  case units(FileFormat)

  /// All formats, in the order of the help.
  public static var all: [AlignmentFormat] { [.beads, .tsv] + kept.map { .units($0) } }

  // The formats that hold the document and the confidence of a unit.
  private static let kept: [FileFormat] = [.tmx, .jsonl]

  /// The format with a name: `beads`, `tmx`; nil if there is none.
  public init?(name: String) {
    guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// The name, which is also the suffix of the format's files.
  public var name: String {
    switch self {
    case .beads: "beads"
    case .tsv: "tsv"
    case .units(let format): format.rawValue
    }
  }

  /// The name.
  public var description: String { name }

  /// The format of memories; nil for the other formats.
  var units: FileFormat? {
    if case .units(let format) = self { format } else { nil }
  }
}
