import CalqueInput
import CalqueModel

extension FileFormat {
  /// TermBase eXchange, versions 2 and 3, and TBX-Min 1.
  public static let tbx = FileFormat(named: "tbx")
}

extension FormatDescription {
  private static let syntax = TermbaseSyntax(
    format: .tbx, entries: ["termEntry", "conceptEntry", "entry"], concept: TBXReader.read,
    opening: TBXWriter.opening, entry: TBXWriter.text)

  /// TermBase eXchange: what IATE, MultiTerm, memoQ, Weblate and standards bodies hand out.
  static let tbx = FormatDescription(
    .tbx, title: "TBX", suffixes: ["tbx"], kinds: [.glossary],
    losses: [
      "in a new file, categories that TBX-Basic has not", "flags and validity of a term",
      "characters that XML does not allow", "with --pair, terms in other languages",
    ],
    recognises: { head in
      guard let root = head.root?.asciiLowercased, !head.name.isTable else { return nil }
      return root == "martif" || root == "tbx" ? .certain : nil
    },
    makeReader: { input in TermbaseReader(input, syntax) },
    makeWriter: { header, options in TermbaseWriter(syntax, header: header, options: options) })
}
