package import CalqueModel

/// The parts of a file's name: `archive/2023.fr-en.tmx.gz`.
package struct FileName: Sendable {
  /// The last suffix in lower case, after `.gz` is dropped: `tmx`; empty if there is none.
  package private(set) var suffix = ""
  /// The language pair before the suffix: `fr-en`.
  package private(set) var pair: LanguagePair?
  /// The rest: `2023`.
  package private(set) var stem: String

  private static let suffixes = Set(FormatRegistry.all.flatMap(\.suffixes))

  private static let suffixesOfTables = Set(
    FormatRegistry.all.filter { TableFormat.formats.contains($0.format) }.flatMap(\.suffixes))

  /// Whether the suffix is one of a table format.
  var isTable: Bool { Self.suffixesOfTables.contains(suffix) }

  /// Splits a path; the stem of `-` is `stdin`.
  package init(path: String) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    var parts = (name ?? "").utf8
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    if parts.count > 1, parts.last?.asciiLowercased == "gz" { parts.removeLast() }
    if parts.count > 1, let last = parts.last?.asciiLowercased {
      suffix = last
      if Self.suffixes.contains(last) { parts.removeLast() }
    }
    if let last = parts.last, let pair = Self.pair(last) {
      self.pair = pair
      if parts.count > 1 { parts.removeLast() }
    }
    let stem = parts.joined(separator: ".")
    self.stem = path == "-" ? "stdin" : stem.isEmpty ? "unnamed" : stem
  }

  /// A pair of two known languages; nil for `old-new`.
  private static func pair(_ text: String) -> LanguagePair? {
    guard let pair = LanguagePair(text), ColumnName.tag(pair.source.written) != nil,
      ColumnName.tag(pair.target.written) != nil
    else { return nil }
    return pair
  }
}
