import CalqueInput
import CalqueModel

extension FileFormat {
  /// Universal Terminology eXchange, by the Asia-Pacific Association for Machine Translation.
  public static let utx = FileFormat(named: "utx")
}

extension FormatDescription {
  private static let table = TableFormat(format: .utx) { sample, question in
    TableLayout.utx(sample.lines, pair: question.languages)
  }

  /// Universal Terminology eXchange 1.11 and 1.20: tab-separated, a row a pair of terms.
  static let utx = FormatDescription(
    .utx, title: "UTX", suffixes: ["utx"], kinds: [.glossary],
    losses: [
      "which terms make one concept", "domains and definitions", "flags and validity of a term",
      "terms in a third language", "tabs and line breaks inside a text",
    ],
    recognises: { head in head.lines.first?.hasPrefix("#UTX") == true ? .certain : nil },
    makeReader: table.makeReader, makeWriter: table.makeWriter)
}

extension TableLayout {
  /// The layout of UTX: `#UTX 1.11; fr/en; …`, other comments, and the columns as a comment.
  ///
  /// UTX 1.11, section 2: the first two columns are source and target, `-` is an empty cell.
  static func utx(_ lines: [String], pair: LanguagePair?) -> TableLayout? {
    guard let first = lines.first, first.hasPrefix("#UTX") else { return nil }
    let comments = Array(lines.prefix { $0.hasPrefix("#") })
    let pair = languages(in: first) ?? pair
    var columns = pair.map(Columns.init(unnamed:))
    if let names = comments.first(where: { $0.hasPrefix("#src\t") }), let pair {
      columns = Columns(
        utx: names.dropFirst().utf8
          .split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { String(Substring($0)).trimmingBlanks }, pair: pair)
    }
    columns?.void = "-"
    return TableLayout(
      format: .utx, dialect: .tsv, columns: columns, headerRows: comments.count,
      headerText: comments.map { $0 + "\n" }.joined(), hasComments: true, kind: .glossary)
  }

  /// The languages in the second field of the first line: `en-US/ja-JP`.
  private static func languages(in line: String) -> LanguagePair? {
    let fields = line.utf8.split(separator: UInt8(ascii: ";"))
    guard fields.count > 1 else { return nil }
    let tags = fields[1].split(separator: UInt8(ascii: "/"))
      .map { LanguageTag(String(Substring($0)).trimmingBlanks) }
    guard tags.count == 2, tags.allSatisfy(\.isWellFormed) else { return nil }
    return LanguagePair(source: tags[0], target: tags[1])
  }
}

extension Columns {
  /// The columns that UTX names.
  init(utx names: [String], pair: LanguagePair) {
    let roles: [ColumnRole] = names.enumerated().map { column, name in
      switch name.asciiLowercased {
      case _ where column < 2: .text(column)
      case "src:pos": .term(.partOfSpeech, of: 0)
      case "tgt:pos": .term(.partOfSpeech, of: 1)
      case "src:comment": .term(.note, of: 0)
      case "tgt:comment": .term(.note, of: 1)
      case "src:gender": .term(.gender, of: 0)
      case "tgt:gender": .term(.gender, of: 1)
      case "term status": .status
      case "comment": .note
      default: .property
      }
    }
    self.init(roles: roles, names: names, pair: pair)
  }

  /// The columns of a new UTX file.
  static func utx(_ pair: LanguagePair) -> Columns {
    var columns = Columns(
      utx: ["src", "tgt", "src:pos", "tgt:pos", "term status", "comment"], pair: pair)
    columns.void = "-"
    return columns
  }

  /// The first line of a new UTX file, and that of its columns.
  func utxHeader(_ pair: LanguagePair, title: String) -> String {
    let title = title.replacing(";", with: ",").replacing("\n", with: " ")
    return "#UTX 1.11; \(pair.source)/\(pair.target); Dictionary ID: \(title);\n#"
      + names.joined(separator: "\t") + "\n"
  }

  /// The status of a term in UTX's words, or as the file wrote it.
  func statusName(of term: Term) -> String {
    if let raw = term.rawStatus, StatusWords.status(raw) == term.status { return raw }
    guard void != nil else { return term.status.name }
    return switch term.status {
    case .preferred: "approved"
    case .admitted: "provisional"
    case .forbidden: "forbidden"
    }
  }
}
