import CalqueInput
import CalqueModel

/// A workbook's sheets and shared texts (ISO 29500-1, part 18, SpreadsheetML).
struct Workbook {
  /// A sheet: its name, and the part of the package that holds it.
  struct Sheet {
    let name: String
    let part: String
  }

  let archive: ZipArchive
  /// The sheets in their order.
  let sheets: [Sheet]
  /// The texts that cells point to.
  let texts: [String]
  /// The styles that show a number as a date.
  let dates: SheetDates

  /// Opens a workbook.
  ///
  /// - Throws: `InputError` if the archive or one of its parts is broken or exceeds a limit.
  init(_ source: any ByteSource, limits: InputLimits) throws(InputError) {
    archive = try ZipArchive(source, limits: limits)
    let root =
      try Self.relations(archive, of: "", limits)
      .first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
    guard archive.names.contains(root) else {
      throw InputError(message: "a zip archive that is no workbook: it has no '\(root)'")
    }
    let relations = try Self.relations(archive, of: root, limits)
    let list = SheetList()
    try Self.parse(archive, root, list, limits)
    sheets = list.sheets.compactMap { sheet in
      relations.first { $0.id == sheet.relation && $0.type == "worksheet" }
        .map { Sheet(name: sheet.name, part: $0.target) }
    }
    let shared = relations.first { $0.type == "sharedStrings" }?.target
    let texts = SharedTexts(limit: limits.archive, segment: limits.segment)
    if let shared, archive.names.contains(shared) {
      try Self.parse(archive, shared, texts, limits)
    }
    self.texts = texts.texts
    let styles = SheetStyles()
    if let part = relations.first(where: { $0.type == "styles" })?.target,
      archive.names.contains(part)
    {
      try Self.parse(archive, part, styles, limits)
    }
    dates = SheetDates(styles: styles.styles, isFrom1904: list.isFrom1904)
  }

  /// Parses a part of the package whole.
  private static func parse(
    _ archive: ZipArchive, _ part: String, _ handler: any XMLHandler, _ limits: InputLimits
  ) throws(InputError) {
    let document = XMLDocument(try archive.open(part), handler: handler, limits: limits)
    do {
      while try document.parseNext() {}
    } catch {
      throw InputError(message: "\(part): \(error.message)", remedy: error.remedy)
    }
  }

  private static func relations(
    _ archive: ZipArchive, of part: String, _ limits: InputLimits
  ) throws(InputError) -> [Relation] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let path = "\(folder)_rels/\(name).rels"
    guard archive.names.contains(path) else { return [] }
    let handler = Relations(folder: folder)
    try parse(archive, path, handler, limits)
    return handler.found
  }
}

/// A relation from one part of a package to another (ISO 29500-2, Open Packaging Conventions).
private struct Relation {
  let id: String
  let type: String
  let target: String
}

/// Collects the relations of a part.
private final class Relations: XMLHandler {
  private(set) var found: [Relation] = []
  private let folder: String

  init(folder: String) { self.folder = folder }

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    guard name.local == "Relationship", let id = attributes.value("Id"),
      let type = attributes.value("Type"), let target = attributes.value("Target")
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? type
    let path = Self.resolved(target.hasPrefix("/") ? target : folder + target)
    if found.count < 10_000 { found.append(Relation(id: id, type: kind, target: path)) }
  }

  /// The name of a part: a path from the package's root, with its dots resolved (RFC 3986, 5.2.4).
  private static func resolved(_ path: String) -> String {
    var parts = [Substring]()
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  func end(_ name: String) throws(InputError) {}
  func text(_ bytes: Span<UInt8>) throws(InputError) {}
  func instruction(_ target: String, _ text: String) throws(InputError) {}
  func warn(_ message: String, kind: String) {}
}

/// Collects the sheets of a workbook.
private final class SheetList: XMLHandler {
  private(set) var sheets: [(name: String, relation: String)] = []
  private(set) var isFrom1904 = false

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    if name.local == "workbookPr", let first = attributes.value("date1904") {
      isFrom1904 = first == "1" || first == "true"
    }
    guard name.local == "sheet", let title = attributes.value("name"),
      let relation = attributes.first(where: { $0.name.local == "id" })?.value
    else { return }
    if sheets.count < 1_000 { sheets.append((title, relation)) }
  }

  func end(_ name: String) throws(InputError) {}
  func text(_ bytes: Span<UInt8>) throws(InputError) {}
  func instruction(_ target: String, _ text: String) throws(InputError) {}
  func warn(_ message: String, kind: String) {}
}

/// Collects the shared texts of a workbook.
private final class SharedTexts: XMLHandler {
  private(set) var texts: [String] = []
  private var item = SheetCellText()
  private let limit: Int
  private let segment: Int
  private var size = 0

  init(limit: Int, segment: Int) {
    self.limit = limit
    self.segment = segment
  }

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    if name.local == "si" { item = SheetCellText() } else { item.start(name.local) }
  }

  func end(_ name: String) throws(InputError) {
    guard name.local == "si" else { return item.end(name.local) }
    size += item.bytes.count + 16
    if size > limit {
      throw InputError(message: "the texts take more than \(limit >> 20) MiB")
    }
    texts.append(item.text)
  }

  func text(_ bytes: Span<UInt8>) throws(InputError) {
    item.append(bytes)
    if item.bytes.count > segment {
      throw InputError(message: "a text is longer than \(segment >> 10) KiB")
    }
  }

  func instruction(_ target: String, _ text: String) throws(InputError) {}
  func warn(_ message: String, kind: String) {}
}

/// The text of a shared or inline string: its runs, without what tells their pronunciation.
struct SheetCellText {
  private(set) var bytes: [UInt8] = []
  private var isText = false
  private var phonetic = 0

  mutating func start(_ name: String) {
    switch name {
    case "t": isText = true
    case "rPh": phonetic += 1
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "t": isText = false
    case "rPh": phonetic -= 1
    default: break
    }
  }

  mutating func append(_ text: Span<UInt8>) {
    guard isText, phonetic == 0 else { return }
    for offset in text.indices { bytes.append(text[offset]) }
  }

  /// The text, with `_x000D_` and the like decoded (ISO 29500-1, 22.9.2.19, ST_Xstring).
  var text: String { SheetEscapes.decoded(String(decoding: bytes, as: UTF8.self)) }
}

extension String {
  /// A name without its prefix.
  var local: String {
    guard let colon = utf8Span.span.first(UInt8(ascii: ":")) else { return self }
    return String(self[utf8.index(startIndex, offsetBy: colon + 1)...])
  }
}

extension [Meta.Attribute] {
  /// The value of an attribute; nil if there is none.
  func value(_ name: String) -> String? { first { $0.name == name }?.value }
}
