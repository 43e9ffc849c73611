import CalqueModel

extension FileFormat {
  /// Translation Memory eXchange 1.1 to 1.4.
  public static let tmx = FileFormat(named: "tmx")
}

extension FormatDescription {
  /// Translation Memory eXchange 1.1 to 1.4, and the dialects of the tools in use.
  static let tmx = FormatDescription(
    .tmx, title: "TMX", suffixes: ["tmx"], kinds: [.memory],
    losses: [
      "forbidden terms, domains and definitions of concepts", "what a term says beyond its text",
      "characters that XML does not allow", "with --pair, texts in other languages",
    ],
    recognises: { head in
      if head.root == "tmx" { return .certain }
      return head.name.suffix == "tmx" && !head.text.isEmpty ? .likely : nil
    },
    makeReader: { input in TMXReader(input) },
    makeWriter: { header, options in TMXWriter(header: header, options: options) })
}
