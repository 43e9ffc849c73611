import CalqueInput
import CalqueModel

extension FileFormat {
  /// XLIFF 1.0 to 1.2 and 2.0 to 2.2.
  public static let xliff = FileFormat(named: "xliff")
  /// The bilingual file of Trados Studio; read, not written.
  public static let sdlxliff = FileFormat(named: "sdlxliff")
  /// The bilingual file of memoQ; read, not written.
  public static let mqxliff = FileFormat(named: "mqxliff")
}

extension FormatDescription {
  /// XML Localisation Interchange File Format, as OASIS has it.
  static let xliff = FormatDescription(
    .xliff, title: "XLIFF", suffixes: ["xlf", "xliff"], kinds: [.memory],
    losses: [
      "forbidden terms, domains and definitions of concepts", "what a term says beyond its text",
      "texts in a third language", "dates, users, use counts and properties of other formats",
    ],
    recognises: { head in
      guard let dialect = XLIFFDialect(head) else { return nil }
      return dialect == .plain || head.name.isXLIFF ? .certain : .likely
    },
    makeReader: { input in XLIFFReader(input, .xliff) },
    makeWriter: { header, options in XLIFFWriter(header: header, options: options) })

  /// SDLXLIFF, a unit for each segment.
  static let sdlxliff = FormatDescription(
    .sdlxliff, title: "SDLXLIFF", suffixes: ["sdlxliff"], kinds: [.memory],
    recognises: { XLIFFDialect($0) == .trados ? .certain : nil },
    makeReader: { input in XLIFFReader(input, .sdlxliff) })

  /// MQXLIFF, a unit for each segment.
  static let mqxliff = FormatDescription(
    .mqxliff, title: "MQXLIFF", suffixes: ["mqxliff"], kinds: [.memory],
    recognises: { head in
      XLIFFDialect(head) == .memoQ && !head.name.isXLIFF ? .certain : nil
    },
    makeReader: { input in XLIFFReader(input, .mqxliff) })
}

/// The tool whose rules an XLIFF file follows.
enum XLIFFDialect {
  /// XLIFF as it is specified: a unit for each trans-unit of version 1, or segment of version 2.
  case plain
  /// Trados Studio: a unit for each `mrk` segment, with the status of its `sdl:seg`.
  case trados
  /// memoQ: as Trados, with the status of the trans-unit.
  case memoQ

  /// Finds the dialect of a file; nil if its root is not `<xliff>`.
  ///
  /// A file of Trados that is named as plain XLIFF is read as plain XLIFF.
  init?(_ head: FileHead) {
    guard let root = head.root, root.asciiLowercased == "xliff", !head.name.isTable else {
      return nil
    }
    let start = head.text.prefix(8 << 10)
    let isTrados = XMLBeginning.after("sdl.com/FileTypes/SdlXliff", start) != nil
    let isMemoQ = XMLBeginning.after("=\"MQXliff\"", start) != nil
    if head.name.suffix == "mqxliff" || isMemoQ {
      self = .memoQ
    } else if head.name.suffix == "sdlxliff" || isTrados && !head.name.isXLIFF {
      self = .trados
    } else {
      self = .plain
    }
  }
}

extension FileName {
  /// Whether the suffix is that of plain XLIFF.
  fileprivate var isXLIFF: Bool { suffix == "xlf" || suffix == "xliff" }
}
