import CalqueInput
import CalqueModel

extension FileFormat {
  /// Qt Linguist's translation source, TS 1.0 to 2.1.
  public static let qt = FileFormat(named: "ts")
}

extension FormatDescription {
  /// Qt Linguist's translation source.
  static let qt = FormatDescription(
    .qt, title: "Qt Linguist", suffixes: ["ts"], kinds: [.memory],
    losses: [
      "forbidden terms, domains and definitions of concepts", "what a term says beyond its text",
      "texts in a third language", "inline codes",
      "dates, users, use counts and properties of other formats",
    ],
    recognises: { head in
      head.root?.asciiLowercased == "ts" && !head.name.isTable ? .certain : nil
    },
    makeReader: { input in QtLinguistReader(input) },
    makeWriter: { header, options in QtLinguistWriter(header: header, options: options) })
}
