public import CalqueFormats

/// A form that an alignment is written in: two of its own, and the formats of memories.
public enum AlignmentFormat: Hashable, Sendable, CustomStringConvertible {
  /// Sentence numbers and confidence, a bead a line: `[0,1]:[0]<TAB>0.9312`.
  case beads
  /// Source, target, confidence and kind, a bead a line, without a header.
  case tsv
  /// The units in a format of memories, with document and confidence where the format has room.
  case units(FileFormat)

  /// Every form, in the order that help prints them.
  public static var all: [AlignmentFormat] { [.beads, .tsv] + kept.map { .units($0) } }

  // The formats that keep the document and the confidence of a unit.
  private static let kept: [FileFormat] = [.tmx, .jsonl]

  /// The form of a name: `beads`, `tmx`; nil where there is none.
  public init?(name: String) {
    guard let format = Self.all.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// The name, which is the suffix of its files as well.
  public var name: String {
    switch self {
    case .beads: "beads"
    case .tsv: "tsv"
    case .units(let format): format.rawValue
    }
  }

  /// The name.
  public var description: String { name }

  /// The format of memories, where the form is one.
  var units: FileFormat? {
    if case .units(let format) = self { format } else { nil }
  }
}
