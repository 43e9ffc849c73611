import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("The value of a cell")
struct CellValueTests {
  /// The text of a cell beside a term.
  private func text(_ cell: String, shared: String = "", styles: String = "") throws -> String? {
    var book = Book(
      rows: Book.row(1, "fr", "en"),
      "<row r='2'><c r='A2' t='inlineStr'><is><t>x</t></is></c>\(cell)</row>")
    (book.shared, book.styles) = (shared, styles)
    return try book.read().concepts.first?.terms.last.map(\.text)
  }

  @Test(
    "is its text, as the kind of the cell says",
    arguments: [
      ("<c r='B2' t='inlineStr'><is><t>a</t></is></c>", "a"),
      ("<c r='B2' t='inlineStr'><is><r><t>a </t></r><r><t>b</t></r></is></c>", "a b"),
      ("<c r='B2' t='s'><v>1</v></c>", "two"), ("<c r='B2' t='s'><v> 0 </v></c>", "one"),
      ("<c r='B2' t='str'><f>A1&amp;A2</f><v>a &amp; b</v></c>", "a & b"),
      ("<c r='B2'><v>12.50</v></c>", "12.50"), ("<c r='B2' t='n'><v>1E5</v></c>", "1E5"),
      ("<c r='B2' t='b'><v>1</v></c>", "TRUE"), ("<c r='B2' t='b'><v>0</v></c>", "FALSE"),
      ("<c r='B2' t='b'><v>2</v></c>", "2"), ("<c r='B2'><f>NOW()</f><v>3</v></c>", "3"),
      ("<c r='$B$2' t='inlineStr'><is><t>a</t></is></c>", "a"),
      ("<c t='inlineStr'><is><t>a</t></is></c>", "a"),
      ("<c r='B2' t='inlineStr'><is><t>_x0041__x00e9_</t></is></c>", "Aé"),
      ("<c r='B2' t='inlineStr'><is><t>a<![CDATA[<b>]]></t></is></c>", "a<b>"),
    ])
  func kinds(cell: String, expected: String) throws {
    #expect(try text(cell, shared: "<si><t>one</t></si><si><r><t>two</t></r></si>") == expected)
  }

  @Test(
    "is none of an error, of a formula that was never computed, and of an empty cell",
    arguments: [
      "<c r='B2' t='e'><v>#REF!</v></c>", "<c r='B2'><f>X()</f></c>", "<c r='B2' t='s'></c>",
      "<c r='B2'/>",
      "<c r='B2' t='inlineStr'><is><rPh><t>reading</t></rPh></is></c>",
    ])
  func none(cell: String) throws {
    #expect(try text(cell) == nil)
  }

  // 14 is the built-in style of dates, 22 that of dates with a time; 164 and on are a workbook's own.
  private static let styles = """
    <numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/><numFmt numFmtId='165' \
    formatCode='0.00 "days"'/><numFmt numFmtId='166' formatCode='[$-40C]d mmmm yyyy hh:mm'/></numFmts>\
    <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>\
    <xf numFmtId='22'/><xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/><xf/></cellXfs>
    """

  @Test(
    "is a date where its style shows one",
    arguments: [
      (0, "45000", "45000"), (1, "45000", "2023-03-15"), (2, "45000.5", "2023-03-15T12:00:00"),
      (2, "45000", "2023-03-15"), (3, "45000", "2023-03-15"), (3, "45000.9", "2023-03-15"),
      (4, "45000", "45000"), (5, "45000.25", "2023-03-15T06:00:00"), (6, "45000", "45000"),
      (9, "45000", "45000"), (1, "text", "text"), (1, "-1", "-1"),
    ])
  func dates(style: Int, number: String, expected: String) throws {
    #expect(
      try text("<c r='B2' s='\(style)'><v>\(number)</v></c>", styles: Self.styles) == expected)
  }

  @Test(
    "is counted from 1900, which Excel takes for a leap year, or from 1904",
    arguments: [
      ("1", false, "1900-01-01"), ("59", false, "1900-02-28"), ("61", false, "1900-03-01"),
      ("0", true, "1904-01-01"), ("1", true, "1904-01-02"), ("43538", true, "2023-03-15"),
      ("2958465", false, "9999-12-31"), ("2958466", false, nil), ("NaN", false, nil),
      ("", false, nil), ("1e3", false, "1902-09-26"),
    ] as [(String, Bool, String?)])
  func calendars(number: String, isFrom1904: Bool, expected: String?) {
    let dates = SheetDates(styles: [.date], isFrom1904: isFrom1904)
    #expect(dates.text(number, style: 0) == expected)
    #expect(dates.text(number, style: 1) == nil, "no such style")
  }

  @Test("is the date that counting day by day gives", arguments: 0..<20)
  func days(number: Int) {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SplitMix64(seed: seed)
    let wanted = 61 + random.number(below: 60_000)
    var (year, month, day) = (1900, 3, 1)
    for _ in 61..<wanted {
      day += 1
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      if day > lengths[month - 1] { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let dates = SheetDates(styles: [.date], isFrom1904: false)
    #expect(
      dates.text("\(wanted)", style: 0) == "\(year)-\(two(month))-\(two(day))", "seed \(seed)")
  }

  @Test(
    "is told a date by the year or the day in its format",
    arguments: [
      ("yyyy-mm-dd", .date), ("d mmm", .date), ("DD/MM/YY HH:MM", .dateAndTime), ("hh:mm:ss", nil),
      ("General", nil), ("0.00", nil), ("#,##0 \"days\"", nil), ("[$€-40C] 0", nil), ("\\d0", nil),
      ("[Red]yyyy", .date), ("0_d", nil), ("*d0", nil), ("@", nil), ("", nil), ("yyyy\"h\"", .date),
    ] as [(String, SheetDates.Shown?)])
  func formats(code: String, shown: SheetDates.Shown?) {
    #expect(SheetStyles.shown(by: code) == shown)
  }

  @Test(
    "has escapes for what XML cannot hold",
    arguments: [
      ("a_x000D_b", "a\rb"), ("_x0041_", "A"), ("_x005F_x0041_", "_x0041_"), ("_x00E9_", "é"),
      ("_x00e9_", "é"), ("_x004_", "_x004_"), ("_x00G1_", "_x00G1_"), ("_X0041_", "_X0041_"),
      ("_xD800_", "_xD800_"), ("plain", "plain"), ("_", "_"), ("", ""), ("_x000A_", "\n"),
    ])
  func escapes(escaped: String, text: String) {
    #expect(SheetEscapes.decoded(escaped).hasSameBytes(as: text))
  }

  @Test(
    "is escaped where it looks like an escape, or does so together with the next one's escape",
    arguments: [
      ("a\rb", "a_x000D_b"), ("_x0041_", "_x005F_x0041_"), ("_x0041", "_x0041"),
      ("_x0041\rb", "_x005F_x0041_x000D_b"), ("_x0041\r\n", "_x005F_x0041_x000D_\n"),
      ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("_x00G1\r", "_x00G1_x000D_"),
      ("\rx000D_", "_x000D_x000D_"), ("\n_", "\n_"),
    ])
  func escaped(text: String, expected: String) {
    #expect(SheetEscapes.encoded(text).hasSameBytes(as: expected))
    #expect(SheetEscapes.decoded(expected).hasSameBytes(as: text))
  }

  @Test("comes back from its escapes, whatever it holds", arguments: 0..<20)
  func random(number: Int) {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SplitMix64(seed: seed)
    let pieces = ["a", "_", "_x", "x000D_", "_x005F_", "\r", "\n", "é", "00", "_x0041_", "😀"]
    for _ in 0..<50 {
      let text = (0..<random.number(below: 8)).map { _ in pieces[random.number(below: pieces.count)]
      }
      .joined()
      let written = SheetEscapes.encoded(text)
      #expect(SheetEscapes.decoded(written).hasSameBytes(as: text), "seed \(seed): \(written)")
      #expect(!written.utf8.contains(0x0D), "seed \(seed): \(written)")
    }
  }
}
