import CalqueInput
import CalqueModel

/// A format that is a table; each differs only in how the layout is found.
struct TableFormat: Sendable {
  /// The formats that are tables.
  static let formats: [FileFormat] = [.tsv, .csv, .glossary, .omegat, .xlsx, .utx]

  let format: FileFormat
  /// The layout of the first rows of a file; nil if they are no table of the format.
  let layout: @Sendable (TableSample, TableQuestion) throws(InputError) -> TableLayout?

  /// Whether files of a format are tables.
  static func has(_ format: FileFormat) -> Bool { formats.contains(format) }

  /// Makes a reader of an opened file.
  ///
  /// - Throws: `InputError` if the file is no table of the format.
  func makeReader(_ input: FormatInput) throws(InputError) -> any FormatReader {
    let options = input.options
    let sample = TableSample(input.head.text)
    guard !sample.lines.isEmpty,
      var layout = try layout(sample, TableQuestion(options, input.head.name))
    else {
      if let broken = InputError(notUTF8: input.head.text) { throw broken }
      throw InputError(
        message: "no \(format.rawValue) file",
        remedy: .nameFormat(FormatRegistry.readable))
    }
    if let kind = options.kind {
      layout.kind = kind
      layout.said = nil
    }
    return TableReader(input, layout: layout)
  }

  /// Makes a writer of a new file.
  func makeWriter(_ header: FileHeader?, _ options: WriterOptions) -> any FormatWriter {
    TableWriter(self, header: header, options: options)
  }
}

extension FileHead {
  /// Whether at least nine in ten lines that are not empty have a tab, or nine in ten rows where
  /// Excel quoted the cells.
  var hasTabs: Bool {
    let filled = lines.filter { !$0.isEmpty }
    let tabbed = filled.count { $0.utf8.contains(UInt8(ascii: "\t")) }
    if tabbed == 0 { return false }
    if tabbed * 10 >= filled.count * 9 { return true }
    let sample = TableSample(text)
    guard sample.isQuotedByExcel else { return false }
    let rows = sample.rows(.excel).filter { $0 != [""] }
    return rows.count { $0.count > 1 } * 10 >= rows.count * 9
  }

  /// Whether one of the first rows of a tab-separated text names two languages or sides.
  var hasTabbedHeader: Bool {
    TableSample(text).rows(.tsv).prefix(10)
      .contains { Columns(header: $0.map(\.trimmingBlanks), pair: nil) != nil }
  }
}
