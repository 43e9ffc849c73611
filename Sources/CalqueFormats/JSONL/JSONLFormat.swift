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
      let start = head.text.drop { $0 <= 0x20 && $0 > 0 }.prefix(16)
      if ["unit", "concept", "header"].contains(where: { start.starts(with: "{\"\($0)\":".utf8) }) {
        return .certain
      }
      return head.name.suffix == "jsonl" && start.first == UInt8(ascii: "{") ? .likely : nil
    },
    makeReader: { input in JSONLReader(input) },
    makeWriter: { header, options in JSONLWriter(header: header, options: options) })
}
