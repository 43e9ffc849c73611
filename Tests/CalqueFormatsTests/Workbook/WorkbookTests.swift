import CalqueFormats
import CalqueModel
import Testing

@testable import CalqueInput

@Suite("A workbook")
struct WorkbookTests {
  private func workbook(_ sheets: [String], shared: String = "") throws -> [UInt8] {
    let zip = try ZipWriter()
    var (list, relations) = ("", "")
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      list += "<sheet name='S\(number)' sheetId='\(number)' r:id='r\(number)'/>"
      relations += "<Relationship Id='r\(number)' Type='x/worksheet' Target='s\(number).xml'/>"
      try zip.add("xl/s\(number).xml", Array("<worksheet>\(sheet)</worksheet>".utf8))
    }
    relations += "<Relationship Id='t' Type='x/sharedStrings' Target='/xl/t.xml'/>"
    try zip.add("xl/t.xml", Array("<sst>\(shared)</sst>".utf8))
    let root = "<workbook xmlns:r='r'><sheets>\(list)</sheets></workbook>"
    try zip.add("xl/workbook.xml", Array(root.utf8))
    try zip.add(
      "xl/_rels/workbook.xml.rels", Array("<Relationships>\(relations)</Relationships>".utf8))
    return try zip.finish()
  }

  private func row(_ number: Int, _ cells: String...) -> String {
    "<row r='\(number)'>" + cells.joined() + "</row>"
  }

  private func cell(_ place: String, _ text: String) -> String {
    "<c r='\(place)' t='inlineStr'><is><t>\(text)</t></is></c>"
  }

  private let glossary = FormatOptions(kind: .glossary)

  @Test("gives shared, inline and formatted texts, numbers and kept values, and no errors")
  func values() throws {
    let sheet =
      "<sheetData>" + row(1, cell("A1", "fr"), cell("C1", "en"), cell("D1", "note"))
      + row(
        3, "<c r='A3' t='s'><v>0</v></c>", "<c r='C3'><v>2.5</v></c>",
        "<c r='D3' t='e'><v>#N/A</v></c>"
      )
      + row(
        4, "<c r='A4' t='str'><f>X()</f><v>loi</v></c>", "<c r='C4'><f>Y()</f></c>")
      + row(5, cell("A5", "a_x000A_b"), cell("C5", "c")) + "</sheetData>"
    let shared = "<si><r><t>deux </t></r><r><t>et demi</t></r><rPh><t>no</t></rPh></si>"
    let reading = try Reading(
      workbook([sheet], shared: shared), name: "a.xlsx", options: glossary)
    #expect(reading.texts == [["deux et demi", "2.5"], ["a", "b", "c"]])
    #expect(reading.places.map(\.line) == [3, 5])
    #expect(reading.skipped == ["empty side"])
    #expect(reading.detected.format == .xlsx)
  }

  @Test("is read sheet by sheet, and a merged cell speaks for its rows")
  func sheets() throws {
    func sheet(_ title: String, _ term: String) -> String {
      "<sheetData>" + row(1, cell("A1", title), cell("B1", "FR"), cell("C1", "EN"))
        + row(2, cell("A2", "droit"), cell("B2", term), cell("C2", "x"))
        + row(3, cell("B3", term + "s"), cell("C3", "y"))
        + "</sheetData><mergeCells><mergeCell ref='A2:A3'/></mergeCells>"
    }
    let notes = "<sheetData>" + row(1, cell("A1", "Lisez"), cell("B1", "moi")) + "</sheetData>"
    let reading = try Reading(
      workbook([sheet("Domaine", "loi"), notes, sheet("Note", "code")]), name: "a.xlsx",
      options: glossary)
    #expect(reading.texts == [["loi", "x"], ["lois", "y"], ["code", "x"], ["codes", "y"]])
    #expect(reading.concepts.map(\.domains) == [["droit"], ["droit"], [], []])
    #expect(reading.concepts.map(\.note) == [nil, nil, "droit", "droit"])
    #expect(reading.warnings.map(\.message) == ["sheet 'S2' has no header; it is passed over"])
  }

  @Test("that is broken is refused: no text where a cell points, no sheet, too many columns")
  func broken() throws {
    for (sheet, said) in [
      ("<sheetData>" + row(1, "<c t='s'><v>9</v></c>") + "</sheetData>", "points to text 9"),
      ("<sheetData>" + row(1, cell("ZZZ1", "x")) + "</sheetData>", "more than 1000 cells"),
      ("<sheetData><row>", "never closed"), ("", "no sheet"),
    ] {
      let error = #expect(throws: FormatError.self) {
        try Reading(workbook([sheet]), name: "a.xlsx", options: glossary)
      }
      #expect(error?.message.contains(said) == true, "\(error?.message ?? "")")
    }
  }

  @Test("comes back as it was written, with every character that its texts can have")
  func written() throws {
    let terms = [
      Term(language: "fr", text: "=1+1 <&> \"a\""), Term(language: "en", text: "_x0041_ b"),
      Term(language: "en", text: " c\u{A0}", status: .forbidden),
    ]
    var concept = Concept(terms: terms)
    concept.note = "un\r\ndeux\ttrois"
    var bytes = [UInt8]()
    var writer = FileWriter(format: .xlsx) { bytes += $0 }
    try writer.write(concept)
    try writer.finish()
    #expect(writer.losses == [:])
    let reading = try Reading(bytes, name: "a.xlsx", options: glossary)
    #expect(reading.concepts.first?.terms.map(\.text) == ["=1+1 <&> \"a\"", "_x0041_ b", "c"])
    #expect(reading.concepts.first?.note == "un\r\ndeux\ttrois")
  }
}
