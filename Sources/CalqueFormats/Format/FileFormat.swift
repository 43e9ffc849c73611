/// The name of a format that Calque reads or writes.
///
/// `FormatRegistry` holds the description of each format.
public struct FileFormat: RawRepresentable, Hashable, Sendable {
  /// The name, as `--format` takes it and a store keeps it: `tmx`.
  public let rawValue: String

  /// The format of a name; nil if Calque neither reads nor writes such a file.
  public init?(rawValue: String) {
    guard
      let known = FormatRegistry.all.first(where: {
        $0.format.rawValue.utf8.elementsEqual(rawValue.utf8)
      }), known.reads || known.writes, !known.isPairOfFiles
    else { return nil }
    self = known.format
  }

  /// Names a format, which the registry need not hold.
  package init(named name: String) { rawValue = name }
}

extension FileFormat: CustomStringConvertible {
  /// The name, as `--format` takes it: `tmx`.
  public var description: String { rawValue }
}

extension FileFormat: CaseIterable {
  /// The formats of one file that are read or written, in the order of the registry.
  public static var allCases: [FileFormat] {
    FormatRegistry.all.filter { ($0.reads || $0.writes) && !$0.isPairOfFiles }.map(\.format)
  }
}

extension FileFormat {
  /// The format in which a new file with a suffix is written (`tmx`, `csv`); nil if there is none.
  public init?(suffix: String) {
    let writing = FormatRegistry.all.first {
      $0.writes && $0.suffixes.contains(suffix) && !$0.readOnlySuffixes.contains(suffix)
    }
    guard let writing else { return nil }
    self = writing.format
  }

  /// Whether a file of the format is a table, with a row a unit or concept.
  package var isTable: Bool { TableFormat.has(self) }

  /// Whether the ids of units hold within their file only.
  package var hasLocalIDs: Bool {
    [FileFormat.xliff, .sdlxliff, .mqxliff, .po, .qt].contains(self)
  }

  /// The format's name for people: `TMX`.
  public var title: String { FormatRegistry.description(of: self)?.title ?? rawValue }
}
