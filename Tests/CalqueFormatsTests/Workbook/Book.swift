import CalqueModel
import Testing

@testable import CalqueFormats
@testable import CalqueInput

/// A workbook that tests make.
struct Book {
  /// The sheets: a name, and what its part holds inside of `<worksheet>`.
  var sheets: [(name: String, body: String)] = []
  /// What the part of shared texts holds inside of `<sst>`.
  var shared = ""
  /// What the part of styles holds inside of `<styleSheet>`.
  var styles = ""
  /// What stands before the sheets in the list of sheets.
  var properties = ""
  /// The folder of the parts, in their names and in the relations.
  var (folder, target) = ("xl/", "")

  /// A workbook of one sheet of rows.
  init(rows: String...) {
    sheets = [("S1", "<sheetData>\(rows.joined())</sheetData>")]
  }

  /// The bytes of the package.
  func bytes() throws -> [UInt8] {
    let zip = try ZipWriter()
    var (list, relations) = ("", "")
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      list += "<sheet name='\(sheet.name)' sheetId='\(number)' r:id='r\(number)'/>"
      relations += relation("r\(number)", "worksheet", "s\(number).xml")
      try zip.add("\(folder)s\(number).xml", Array("<worksheet>\(sheet.body)</worksheet>".utf8))
    }
    relations += relation("t", "sharedStrings", "t.xml") + relation("y", "styles", "y.xml")
    try zip.add("\(folder)t.xml", Array("<sst>\(shared)</sst>".utf8))
    try zip.add("\(folder)y.xml", Array("<styleSheet>\(styles)</styleSheet>".utf8))
    let root = "<workbook xmlns:r='r'>\(properties)<sheets>\(list)</sheets></workbook>"
    try zip.add("\(folder)workbook.xml", Array(root.utf8))
    try zip.add(
      "\(folder)_rels/workbook.xml.rels",
      Array("<Relationships>\(relations)</Relationships>".utf8))
    return try zip.finish()
  }

  private func relation(_ id: String, _ type: String, _ name: String) -> String {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return "<Relationship Id='\(id)' Type='\(types)\(type)' Target='\(target)\(name)'/>"
  }

  /// What a reader reads of the workbook.
  func read(_ options: FormatOptions = FormatOptions(kind: .glossary)) throws -> Reading {
    try Reading(bytes(), name: "a.xlsx", options: options)
  }

  /// A row of cells with inline texts; nil for a cell that is left out.
  static func row(_ number: Int, _ texts: String?...) -> String {
    let cells = texts.enumerated().map { column, text in
      let place = "\("ABCDEFGH".dropFirst(column).prefix(1))\(number)"
      return text.map { "<c r='\(place)' t='inlineStr'><is><t>\($0)</t></is></c>" } ?? ""
    }
    return "<row r='\(number)'>\(cells.joined())</row>"
  }
}
