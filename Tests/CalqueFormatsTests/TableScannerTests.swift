import CalqueInput
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("A scanner of rows and cells")
struct TableScannerTests {
  /// Rows of cells, or what is wrong with them.
  private struct Scan: Equatable {
    var rows: [[String]] = []
    var lines: [Int] = []
    var problems: [String] = []
  }

  /// Bytes in chunks of one size.
  private final class Chunks: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let size: Int
    init(_ bytes: [UInt8], size: Int) { (rest, self.size) = (bytes[...], size) }
    func next() -> [UInt8] {
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
  }

  /// Scans bytes, going on behind the line of each problem.
  private func scan(
    _ bytes: [UInt8], _ dialect: Dialect, size: Int = 1 << 20,
    limits: InputLimits = InputLimits()
  ) -> Scan {
    var scanner = TableScanner(Chunks(bytes, size: size), dialect: dialect, limits: limits)
    var scan = Scan()
    var cells = [Cell]()
    while true {
      do throws(RowProblem) {
        guard try scanner.next(&cells) else { return scan }
        scan.rows.append(cells.map { scanner.text($0) })
        scan.lines.append(scanner.line)
      } catch {
        scan.problems.append("\(error.line):\(error.column) \(error.message) [\(error.text)]")
        guard scanner.skipLine() else { return scan }
      }
    }
  }

  private func scan(_ text: String, _ dialect: Dialect, size: Int = 1 << 20) -> Scan {
    scan(Array(text.utf8), dialect, size: size)
  }

  @Test(
    "splits plain rows at any line end, and keeps every other byte",
    arguments: [
      ("a\tb\nc\td\n", [["a", "b"], ["c", "d"]], [1, 2]),
      ("a\tb\r\nc\td", [["a", "b"], ["c", "d"]], [1, 2]),
      ("a\tb\rc\td\r", [["a", "b"], ["c", "d"]], [1, 2]),
      ("a\r\rb\n\nc", [["a"], [""], ["b"], [""], ["c"]], [1, 2, 3, 4, 5]),
      ("\t\n", [["", ""]], [1]), ("", [], []), ("\n", [[""]], [1]),
      (" a \t\"b\"\n", [[" a ", "\"b\""]], [1]), ("é\t😀\u{2028}\n", [["é", "😀\u{2028}"]], [1]),
    ] as [(String, [[String]], [Int])])
  func plain(text: String, rows: [[String]], lines: [Int]) {
    for size in [1, 2, 3, 5, 1 << 20] {
      let scan = scan(text, .tsv, size: size)
      #expect(scan == Scan(rows: rows, lines: lines), "in chunks of \(size)")
    }
  }

  @Test(
    "splits quoted rows as RFC 4180 has it",
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]], [1, 2]),
      ("\"a,b\",\"c\"\"d\"\r\n", [["a,b", "c\"d"]], [1]),
      (
        "\"a\nb\",c\n\"d\r\ne\rf\",g\nh,i", [["a\nb", "c"], ["d\r\ne\rf", "g"], ["h", "i"]],
        [1, 3, 6]
      ),
      ("\"\",\"\"\"\"\n", [["", "\""]], [1]), ("a\"b,c\n", [["a\"b", "c"]], [1]),
      ("a,\"b\"", [["a", "b"]], [1]), ("a,\n,b\n", [["a", ""], ["", "b"]], [1, 2]),
      ("\"a\"\r\"b\"\r", [["a"], ["b"]], [1, 2]), ("a\tb,c\n", [["a\tb", "c"]], [1]),
    ] as [(String, [[String]], [Int])])
  func quoted(text: String, rows: [[String]], lines: [Int]) {
    for size in [1, 2, 3, 5, 1 << 20] {
      let scan = scan(text, .csv, size: size)
      #expect(scan == Scan(rows: rows, lines: lines), "in chunks of \(size)")
    }
  }

  @Test(
    "tells what is wrong with a row, and goes on behind its line",
    arguments: [
      ("a\u{1}b\tc\nd\te\n", "1:2 a control character, U+0001 [a\u{1}b\tc]"),
      ("é\u{0}b\tc\nd\te\n", "1:2 a NUL byte, which no text holds [é\u{0}b\tc]"),
      ("a\u{1C}\nd\te", "1:2 a control character, U+001C [a\u{1C}]"),
    ])
  func problems(text: String, problem: String) {
    for size in [1, 3, 1 << 20] {
      let scan = scan(text, .tsv, size: size)
      #expect(scan.rows == [["d", "e"]])
      #expect(scan.lines == [2])
      if size > 3 { #expect(scan.problems == [problem]) }
      #expect(scan.problems.count == 1)
    }
  }

  @Test("tells a broken byte with its place, in any row, and reads the rows around")
  func brokenBytes() {
    for (bytes, shown) in [([UInt8](arrayLiteral: 0xE9), "0xE9"), ([0xC0, 0xAF], "0xC0")] {
      let text = Array("un\tone\né".utf8) + bytes + Array("x\ttwo\ntrois\tthree\n".utf8)
      for dialect in [Dialect.tsv, Dialect(delimiter: 9, isQuoted: true)] {
        let scan = scan(text, dialect)
        #expect(scan.rows == [["un", "one"], ["trois", "three"]])
        #expect(scan.lines == [1, 3])
        #expect(scan.problems.count == 1)
        #expect(scan.problems.first?.hasPrefix("2:2 not UTF-8: byte \(shown)") == true)
      }
    }
  }

  @Test("tells a file that ends inside a character")
  func cutCharacter() {
    let scan = scan(Array("un\tone\nd".utf8) + [0xC3], .tsv)
    #expect(scan.rows == [["un", "one"]])
    #expect(scan.problems.first?.hasPrefix("2:2 the file ends inside a character") == true)
  }

  @Test(
    "tells quotes that do not fit",
    arguments: [
      ("a,b\n\"c,d\ne,f\n", "2:1 a quote is opened and never closed")
    ])
  func quotes(text: String, problem: String) {
    #expect(scan(text, .csv).problems.first?.hasPrefix(problem) == true, "\(scan(text, .csv))")
  }

  @Test(
    "takes quotes that do not enclose a cell for characters",
    arguments: [
      ("\"a\"b,c\n", [["\"a\"b", "c"]]), ("a,\"b\" c\nd,e\n", [["a", "\"b\" c"], ["d", "e"]]),
      ("\"a\"b", [["\"a\"b"]]),
    ])
  func strayQuotes(text: String, rows: [[String]]) {
    #expect(scan(text, .csv).rows == rows)
  }

  @Test("refuses rows of more cells or bytes than the limits allow")
  func limits() {
    var limits = InputLimits()
    limits.columns = 4
    limits.unit = 2_000
    let wide = scan(Array("a\tb\tc\nd\te\tf\tg\th\n".utf8), .tsv, limits: limits)
    #expect(wide.rows == [["a", "b", "c"]])
    #expect(wide.problems == ["2:1 a row of 4 cells or more [d\te\tf\tg\th]"])
    let quoted = scan(Array("a,b,c\n,,,,\n".utf8), .csv, limits: limits)
    #expect(quoted.problems.first?.hasPrefix("2:1 a row of 4 cells or more") == true)
    let long = [UInt8](repeating: 0x61, count: 5_000) + Array("\tb\nc\td\n".utf8)
    let scan = scan(long, .tsv, size: 500, limits: limits)
    #expect(scan.rows == [["c", "d"]])
    #expect(scan.problems.first?.hasPrefix("1:1 a row of more than 0 MiB") == true)
  }

  @Test("gives what a writer of CSV has written, however it is cut", arguments: 0..<60)
  func roundTrip(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = ["a", "é", "\"", ",", "\n", "\r", "\r\n", ";", "\t", " ", "😀", "", "''"]
    let rows = (0..<20).map { _ in
      (0..<(2 + random.number(below: 4))).map { _ in
        (0..<random.number(below: 6)).map { _ in pieces[random.number(below: pieces.count)] }
          .joined()
      }
    }
    let text = rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }.joined()
    let scan = scan(text, .csv, size: 1 + random.number(below: 7))
    #expect(scan.problems == [], "seed \(seed)")
    #expect(scan.rows == rows, "seed \(seed)")
    var line = 1
    let lines = rows.map { row in
      defer { line += 1 + row.map(Self.breaks).reduce(0, +) }
      return line
    }
    #expect(scan.lines == lines, "seed \(seed)")
  }

  /// How many lines end inside a text.
  private static func breaks(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    return bytes.indices.count { index in
      bytes[index] == 0x0A
        || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
  }

  @Test("never crashes, loses its way or reads the same bytes twice", arguments: 0..<60)
  func hostile(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces: [[UInt8]] = [
      [0x22], [0x22, 0x22], [0x2C], [0x09], [0x0A], [0x0D], [0], [1], [0xFF], [0xC3], [0xA9],
      [0xE2, 0x82], [0xF0, 0x9F, 0x98, 0x80], [0x61], [0x62, 0x63],
    ]
    let bytes = (0..<200).flatMap { _ in pieces[random.number(below: pieces.count)] }
    for dialect in [Dialect.tsv, .csv] {
      let whole = scan(bytes, dialect)
      let cut = scan(bytes, dialect, size: 1 + random.number(below: 5))
      #expect(cut.rows == whole.rows, "seed \(seed)")
      #expect(cut.lines == whole.lines, "seed \(seed)")
      #expect(cut.problems.count == whole.problems.count, "seed \(seed)")
      #expect(whole.lines == whole.lines.sorted(), "seed \(seed)")
      #expect(Set(whole.lines).count == whole.lines.count, "seed \(seed)")
    }
  }

  @Test("gives the complete rows and lines of a sample")
  func sample() {
    let sample = TableSample(Array("a\tb\n\nc\td".utf8))
    #expect(sample.lines == ["a\tb", "", "c\td"])
    #expect(sample.rows(.tsv) == [["a", "b"], [""], ["c", "d"]])
    let broken = TableSample(Array("a\tb\nc".utf8) + [0xFF] + Array("\nd\te\n".utf8))
    #expect(broken.lines == ["a\tb"])
    let long = TableSample([UInt8](repeating: 0x61, count: 70_000))
    #expect(long.lines.count == 1)
    let cut = TableSample(Array(String(repeating: "ab\tcd\n", count: 20_000).utf8))
    #expect(cut.rows(.tsv).allSatisfy { $0 == ["ab", "cd"] })
  }
}
