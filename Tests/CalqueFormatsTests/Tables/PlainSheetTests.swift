import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("A sheet that a person edits")
struct PlainSheetTests {
  private static let header = ["source", "target", "note"]

  private func read(
    _ bytes: some Sequence<UInt8>, header: [String] = header
  ) throws -> [PlainSheet.Row] {
    let folder = try TemporaryFolder()
    return try PlainSheet.read(folder.write(bytes, to: "sheet.tsv"), header: header)
  }

  private func read(_ text: String, header: [String] = header) throws -> [PlainSheet.Row] {
    try read(text.utf8, header: header)
  }

  @Test("is written with a mark, tabs, and quotes where a cell needs them alone")
  func written() {
    let bytes = PlainSheet.bytes(
      header: ["a", "b"],
      rows: [["un", "one"], ["dit \"oui\"", "\"yes\""], ["x\ty", "l1\nl2\rl3"], ["", "=1"]])
    #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let expected = """
      a\tb
      un\tone
      dit "oui"\t"\""yes""\"
      "x\ty"\t"l1
      l2\rl3"
      \t=1

      """
    #expect(Array(bytes.dropFirst(3)) == Array(expected.utf8))
  }

  @Test(
    "is read in whatever form a spreadsheet saves it",
    arguments: [
      "source\ttarget\tnote\nun\tone\tn; m\n", "source;target;note\nun;one;\"n; m\"\n",
      "source,target,note\nun,one,n; m\n", "\u{FEFF}Source\tTARGET\tNote\r\nun\tone\tn; m\r\n",
      "note\tsource\ttarget\nn; m\tun\tone", "x\tsource\ty\ttarget\tnote\n1\tun\t2\tone\tn; m\t9\n",
      "\"source\";\"target\";\"note\"\n\"un\";\"one\";\"n; m\"\n",
    ])
  func dialects(text: String) throws {
    #expect(try read(text) == [PlainSheet.Row(line: 2, cells: ["un", "one", "n; m"])])
  }

  @Test("in UTF-16 or Windows-1252 is read as well")
  func encodings() throws {
    let text = "source\ttarget\tnote\nété\tsummer\t\n"
    let wide = ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let western = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    for bytes in [wide, western] {
      #expect(try read(bytes).first?.cells == ["été", "summer", ""])
    }
  }

  @Test("has rows of any width, and passes over blank ones")
  func rows() throws {
    let text = "source\ttarget\tnote\nun\n\n\t \t\n\tone\nx\ty\tz\tw\n"
    #expect(
      try read(text) == [
        PlainSheet.Row(line: 2, cells: ["un", "", ""]),
        PlainSheet.Row(line: 5, cells: ["", "one", ""]),
        PlainSheet.Row(line: 6, cells: ["x", "y", "z"]),
      ])
    #expect(try read("source\ttarget\tnote\n") == [])
    let lines = "source\ttarget\tnote\n\"a\nb\"\tc\t\nd\te\tf\n"
    #expect(try read(lines).map(\.line) == [2, 4])
  }

  @Test("without a column, or with a broken row, is refused with its place")
  func broken() throws {
    for (text, message, line) in [
      ("source\tnote\nun\tn\n", "the sheet has no column 'target'", 1),
      ("source\ttarget\tnote\na\u{1}\tb\tc\n", "a control character, U+0001", 2),
      ("source\ttarget\tnote\n\"a\tb\tc\n", "a quote is opened and never closed", 2),
    ] {
      let error = try #require(throws: FormatError.self) { try read(text) }
      #expect(error.message == message)
      #expect(error.place.line == line)
    }
    #expect(throws: FormatError.self) { try PlainSheet.read("/no/such", header: Self.header) }
  }

  @Test("comes back as it was written, whatever its cells hold", arguments: 0..<30)
  func random(number: Int) throws {
    let seed = UInt64.random(in: 1...1_000_000)
    var random = SplitMix64(seed: seed)
    let pieces = ["a", "\"", "\t", "\n", "\r", ",", ";", " ", "é", "😀", "'", "=", "\"\"", "|"]
    let rows = (0..<12).map { _ in
      (0..<3).map { _ in
        (0..<random.number(below: 5)).map { _ in pieces[random.number(below: pieces.count)] }
          .joined()
      }
    }
    let wanted = rows.filter { $0.contains { !$0.trimmingBlanks.isEmpty } }
    let read = try read(PlainSheet.bytes(header: Self.header, rows: rows))
    #expect(read.map(\.cells) == wanted, "seed \(seed)")
  }
}
