import CalqueInput
import CalqueModel

extension FileFormat {
  /// gettext's catalogues: PO and POT, and MO, which is read only.
  public static let po = FileFormat(named: "po")
}

extension FormatDescription {
  /// gettext's catalogues.
  static let po = FormatDescription(
    .po, title: "PO", suffixes: ["po", "pot", "mo"], kinds: [.memory],
    losses: [
      "forbidden terms, domains and definitions of concepts", "what a term says beyond its text",
      "texts in a third language", "inline codes",
      "dates, users, use counts and properties of other formats",
    ],
    recognises: { head in
      if MOFile.isLikely(head.bytes) { return .certain }
      if head.isXML || head.text.isEmpty { return nil }
      let lines = head.lines.prefix(400).map(\.trimmingBlanks)
      func has(_ word: String) -> Bool {
        lines.contains { $0.opens(with: "\(word) \"") || $0.opens(with: "#~ \(word) \"") }
      }
      if has("msgid"), has("msgstr") || has("msgid_plural") { return .certain }
      let isNamed = head.name.suffix == "po" || head.name.suffix == "pot"
      let isCatalogue = lines.allSatisfy { line in
        line.isEmpty || line.opens(with: "#") || line.opens(with: "msg")
      }
      return isNamed && isCatalogue ? .likely : nil
    },
    makeReader: { input throws(InputError) in try POReader(input) },
    makeWriter: { header, options in POWriter(header: header, options: options) }
  ).reading(suffixes: ["mo"])
}
