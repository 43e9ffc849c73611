import CalqueModel

extension FileFormat {
  /// One JSON object a line.
  public static let jsonl = FileFormat(named: "jsonl")
}

extension FormatDescription {
  /// One JSON object a line, for other programs; the format holds all data of a unit or concept.
  static let jsonl = FormatDescription(
    .jsonl, title: "JSON lines", suffixes: ["jsonl"], kinds: [.memory, .glossary],
    recognises: { head in
      let first = head.lines.first ?? ""
      return first.hasPrefix("{\"unit\":") || first.hasPrefix("{\"concept\":") ? .certain : nil
    },
    makeReader: { input in JSONLReader(input) },
    makeWriter: { header, options in JSONLWriter(header: header, options: options) })
}
