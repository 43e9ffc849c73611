import CalqueModel
import Testing

@testable import CalqueFormats
@testable import CalqueInput

@Suite("The sheets of a workbook")
struct SheetTests {
  private static let head = Book.row(1, "fr", "en")

  @Test(
    "have cells named by column and row",
    arguments: [
      ("A1", 0, 0), ("B12", 11, 1), ("Z1", 0, 25), ("AA1", 0, 26), ("AZ3", 2, 51), ("$C$4", 3, 2),
      ("ALL1", 0, 999),
    ])
  func places(name: String, row: Int, column: Int) throws {
    let place = try #require(CellRange.place(name))
    #expect((place.row, place.column) == (row, column))
  }

  @Test(
    "have no cells of other names",
    arguments: ["", "A", "1", "A0", "a1", "1A", "A1B", "A-1", "ZZZZZ1", "A99999999", "É1"])
  func noPlaces(name: String) {
    #expect(CellRange.place(name) == nil)
    #expect(CellRange("\(name):B2") == nil)
  }

  @Test("have ranges from one cell to another below and behind it")
  func ranges() {
    let range = CellRange("B2:C4")
    #expect(range?.rows == 1...3)
    #expect(range?.columns == 1...2)
    for text in ["B2", "B2:", "C4:B2", "B4:C2", "A1:B2:C3", ""] {
      #expect(CellRange(text) == nil, "\(text)")
    }
  }

  @Test("number their rows by the rows' own numbers, and fill what they leave out")
  func rows() throws {
    let book = Book(
      rows: Self.head, Book.row(4, "a", "b"),
      "<row><c t='inlineStr'><is><t>c</t></is></c>"
        + "<c t='inlineStr'><is><t>d</t></is></c></row>", Book.row(9, "e", nil, "x"),
      Book.row(10, "f", "g\"h, i"))
    let reading = try book.read()
    #expect(reading.texts == [["a", "b"], ["c", "d"], ["f", "g\"h, i"]])
    #expect(reading.places.map(\.line) == [4, 5, 10])
    #expect(reading.skipped == ["empty side"])
    let lines = try Book(
      rows: Self.head, Book.row(2, "un\ndeux", "one"), Book.row(3, "trois", "three")
    ).read()
    #expect(lines.places.map(\.line) == [2, 3], "a row of a sheet is one row, whatever it holds")
  }

  @Test("give a merged cell's text to each of its rows, and to one column")
  func merged() throws {
    var book = Book()
    let rows = [
      Self.head, Book.row(2, "a", "one"), Book.row(3, nil, "two"), Book.row(4, "own", "three"),
      Book.row(5, "b", "four"),
    ]
    book.sheets = [
      (
        "S",
        "<sheetData>\(rows.joined())</sheetData><mergeCells><mergeCell ref='A2:A4'/>"
          + "<mergeCell ref='broken'/><mergeCell ref='C5:D5'/></mergeCells>"
      )
    ]
    #expect(
      try book.read().texts == [["a", "one"], ["a", "two"], ["own", "three"], ["b", "four"]])
  }

  @Test("are found by the relations of the workbook, wherever its parts lie")
  func relations() throws {
    var book = Book(rows: Self.head, Book.row(2, "a", "b"))
    for target in ["", "/xl/", "./", "../xl/", "../../xl/./", "/other/../xl/"] {
      book.target = target
      #expect(try book.read().texts == [["a", "b"]], "\(target)")
    }
    book.target = "other/"
    let error = #expect(throws: FormatError.self) { try book.read() }
    #expect(error?.message.contains("other/s1.xml") == true)
  }

  @Test("with a header are read, others passed over; without any header the first is read")
  func headers() throws {
    var book = Book()
    book.sheets = [
      ("notes", "<sheetData>\(Book.row(1, "read", "me"))</sheetData>"),
      ("terms", "<sheetData>\(Self.head + Book.row(2, "a", "b"))</sheetData>"),
      ("alone", "<sheetData>\(Book.row(1, "one cell"))</sheetData>"), ("empty", "<sheetData/>"),
      ("more", "<sheetData>\(Book.row(1, "en", "fr") + Book.row(2, "c", "d"))</sheetData>"),
    ]
    let reading = try book.read()
    #expect(reading.texts == [["a", "b"], ["c", "d"]])
    #expect(
      reading.warnings.map(\.message) == [
        "sheet 'notes' has no header; it is passed over",
        "sheet 'alone' has no header; it is passed over",
      ])
    #expect(reading.places.map { $0.file.hasSuffix("a.xlsx[terms]") } == [true, false])
    #expect(reading.detected.languages == ["fr", "en"])
    #expect(
      reading.detected.understood
        == "sheet 'terms': French in column 1, English in 2; "
        + "sheet 'more': English in column 1, French in 2")
    book.sheets.remove(at: 1)
    book.sheets.removeLast()
    let options = FormatOptions(pair: LanguagePair("fr-en"), kind: .glossary)
    #expect(try book.read(options).texts == [["read", "me"]])
  }

  @Test("hold a glossary if one of them does, unless the user says what they hold")
  func kinds() throws {
    var book = Book(rows: Self.head, Book.row(2, "Le sommet est fini.", "The summit is over."))
    #expect(try book.read(FormatOptions()).detected.kind == .memory)
    book.sheets.append(
      (
        "S2",
        "<sheetData>\(Book.row(1, "fr", "en", "pos") + Book.row(2, "a", "b", "n"))</sheetData>"
      ))
    let both = try book.read(FormatOptions())
    #expect(both.detected.kind == .glossary)
    #expect(both.concepts.count == 2)
    #expect(try book.read(FormatOptions(kind: .memory)).units.count == 2)
  }

  @Test("that are written hold text alone, and come back as they were")
  func written() throws {
    let unit = TranslationUnit(variants: [
      Variant(language: "fr", text: "=1 <&> \"é\"\nx"), Variant(language: "en", text: "007"),
    ])
    let written = try Writing(.xlsx, units: [unit])
    #expect(written.losses == [:])
    let archive = try ZipArchive(BytesInMemory(written.bytes), limits: InputLimits())
    #expect(
      archive.names.sorted() == [
        "[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
      ])
    let sheet = String(
      decoding: try archive.open("xl/worksheets/sheet1.xml").next(), as: UTF8.self)
    #expect(
      sheet.contains(
        "<row><c t=\"inlineStr\"><is><t xml:space=\"preserve\">=1 &lt;&amp;&gt; \"é\"\nx</t></is></c>"
          + "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">007</t></is></c></row>"))
    let back = try Reading(written.bytes, name: "a.xlsx", options: FormatOptions(kind: .memory))
    #expect(back.texts == [["=1 <&> \"é\"\nx", "007"]])
    #expect(back.detected.languages == ["fr", "en"])
  }
}
