import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats
@testable import CalqueInput

@Suite("The elements around a break")
struct SurroundingsTests {
  private func attribute(_ name: String, _ value: String) -> Meta.Attribute {
    Meta.Attribute(name: name, value: value)
  }

  private func nested() -> Surroundings {
    var open = Surroundings()
    _ = open.start("r", [attribute("a", "1 < \"2\"")])
    _ = open.start("x:b", [])
    _ = open.start("c", [])
    return open
  }

  @Test("are opened again as they were")
  func opening() {
    #expect(nested().opening == "<r a=\"1 &lt; &quot;2&quot;\"><x:b><c>\n")
    #expect(Surroundings().opening == "\n")
  }

  @Test("end one by one, to a number, or to a name")
  func closing() {
    var open = nested()
    open.end()
    #expect(open.opening.hasSuffix("<x:b>\n"))
    open.close(to: 1)
    #expect(!open.holds("x:b") && open.holds("r"))
    open.close(to: 5)
    #expect(open.holds("r"))
    var named = nested()
    named.close(toInside: "x:b")
    #expect(named.holds("x:b") && !named.holds("c"))
    named.close(toInside: "nothing")
    #expect(named.holds("x:b"))
    named.end()
    named.end()
    named.end()
    #expect(named.opening == "\n")
  }

  @Test("come again without being opened twice")
  func replay() {
    var open = nested()
    open.replay()
    let again = ["r", "x:b", "c", "d"].map { open.start($0, []) }
    #expect(again == [true, true, true, false])
    #expect(open.opening.hasSuffix("<c><d>\n"))
  }

  @Test("shift the places of what follows to those of the whole file")
  func places() {
    var shift = PlaceShift()
    #expect(shift.place((3, 4)) == (3, 4))
    shift.skipped = 2
    #expect(shift.place((3, 4)) == (5, 4))
    #expect(shift.place((0, 0)) == (0, 0), "no place stays none")
    shift.beginning = ResumableSource.Place(
      offset: 99, line: 10, column: 7, name: "tu", isEnd: false)
    #expect(shift.place((2, 1)) == (12, 7), "the second line of the document is where it goes on")
    #expect(shift.place((2, 5)) == (12, 11))
    #expect(shift.place((4, 5)) == (14, 5))
  }
}

@Suite("The languages of a catalogue")
struct CatalogueLanguagesTests {
  @Test(
    "are those that it names, and else those of the pair on the side that is left",
    arguments: [
      ("en", "fr", nil, nil, "en>fr", false), (nil, "fr", nil, nil, "->fr", false),
      (nil, "fr", "en-fr", nil, "en>fr", false), (nil, "fr", "fr-en", nil, "en>fr", false),
      ("en", nil, "en-fr", nil, "en>fr", false), ("fr", nil, "en-fr", nil, "fr>en", false),
      (nil, nil, "en-fr", nil, "en>fr", false), (nil, nil, nil, "en-fr", "en>fr", true),
      (nil, "de", nil, "en-fr", "en>de", false), (nil, nil, nil, nil, "->-", true),
    ] as [(String?, String?, String?, String?, String, Bool)])
  func found(
    source: String?, target: String?, pair: String?, fallback: String?, expected: String,
    isAssumed: Bool
  ) {
    let options = FormatOptions(
      pair: pair.flatMap { LanguagePair($0) }, fallbackPair: fallback.flatMap { LanguagePair($0) })
    let found = CatalogueLanguages(
      source: source.map { LanguageTag($0) }, target: target.map { LanguageTag($0) }, options)
    #expect("\(found.source?.written ?? "-")>\(found.target?.written ?? "-")" == expected)
    #expect(found.isAssumed == isAssumed)
  }
}

@Suite("The warnings of a file")
struct WarningsTests {
  @Test("are the first twenty of each kind, and the number of the others")
  func counts() {
    var warnings = Warnings()
    let admitted = (0..<25).map { _ in warnings.admits("a") }
    #expect(admitted == (0..<25).map { $0 < 20 })
    let other = warnings.admits("b")
    #expect(other)
    #expect(warnings.rest.map(\.message) == ["5 more of this kind: a"])
    #expect(warnings.rest.map { [$0.line, $0.column] } == [[0, 0]])
    #expect(Warnings().rest.isEmpty)
  }
}

@Suite("A reader of files")
struct FileReaderTests {
  private static let text = "fr\ten\nUn chat.\tA cat.\n"

  @Test("reads bytes as it reads a file of that name")
  func bytes() throws {
    for bytes in [Array(Self.text.utf8), Gzip.member(of: Array(Self.text.utf8))] {
      let name = bytes.first == 0x1F ? "a/news.fr-en.tsv.gz" : "a/news.fr-en.tsv"
      let reader = try FileReader(bytes: bytes, named: name)
      #expect(reader.detected.format == .tsv)
      #expect(reader.detected.resourceName == "news")
      #expect(reader.detected.isCompressed == name.hasSuffix("gz"))
      #expect((reader.bytesRead, reader.size) == (0, nil))
      var places = [String]()
      try reader.read { if case .unit(_, let place) = $0 { places.append("\(place)") } }
      #expect(places == ["\(name):2:1"])
    }
  }

  @Test("tells how much of a file it has read")
  func progress() throws {
    let folder = try TemporaryFolder()
    let reader = try FileReader(path: folder.write(Self.text, to: "a.tsv"))
    #expect(reader.size == Self.text.utf8.count)
    try reader.read { _ in }
    #expect(reader.bytesRead == Self.text.utf8.count)
  }

  @Test("reads once, and throws on what its caller throws")
  func once() throws {
    struct Own: Error {}
    let reader = try FileReader(bytes: Array(Self.text.utf8), named: "a.tsv")
    var events = 0
    #expect(throws: Own.self) {
      try reader.read { (_: FileEvent) throws(Own) in
        events += 1
        throw Own()
      }
    }
    #expect(events == 1)
    let error = #expect(throws: FormatError.self) { try reader.read { _ in } }
    #expect(error?.message == "the file was read before")
  }

  @Test("reports the header first, and counts rows alone as read")
  func events() throws {
    let text = "fr\ten\nUn.\tOne.\nDeux.\t\nTrois\u{1}\tThree\nQuatre.\tFour.\n"
    let reader = try FileReader(
      bytes: Array(text.utf8), named: "a.tsv",
      options: FormatOptions(kind: .memory, keepGoing: true))
    var kinds = [String]()
    var rows = 0
    try reader.read { event in
      if event.isRow { rows += 1 }
      switch event {
      case .header: kinds.append("header")
      case .unit: kinds.append("unit")
      case .concept: kinds.append("concept")
      case .skipped: kinds.append("skipped")
      case .refused: kinds.append("refused")
      case .warning: kinds.append("warning")
      }
    }
    #expect(kinds == ["header", "unit", "skipped", "refused", "unit"])
    #expect(rows == 4)
  }

  @Test("says where a file is broken: place, message, lines, and what to do")
  func errors() throws {
    let error = try #require(throws: FormatError.self) {
      try FileReader(bytes: Array("fr\ten\né\u{1}\tb\n".utf8), named: "x/a.tsv").read { _ in }
    }
    #expect(error.place == SourcePlace(file: "x/a.tsv", line: 2, column: 2))
    #expect(error.remedy == .keepGoing(file: "x/a.tsv"))
    #expect(error.description.hasPrefix("x/a.tsv:2:2: a control character, U+0001\n"))
    #expect(error.excerpt?.lines.map(\.number) == [2])
    let bare = FormatError(place: SourcePlace(file: "f"), message: "m")
    #expect(bare.description == "f: m")
  }
}
