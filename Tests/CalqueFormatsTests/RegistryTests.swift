import CalqueInput
import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("The registry of formats")
struct RegistryTests {
  private static let withTiny = [FormatDescription.tiny] + FormatRegistry.all

  /// Reads a text as one of the formats of the registry or the tiny one.
  private func reader(
    _ text: String, name: String, options: FormatOptions = FormatOptions()
  ) throws -> FileReader {
    let folder = try TemporaryFolder()
    return try FileReader(
      path: folder.write(text, to: name), options: options, formats: Self.withTiny)
  }

  private static let sample = "%tiny fr en\nsommet = summit\n\nun =\nl’IA = AI\n"

  @Test("takes a whole new format as one line more: recognised, read and written")
  func tiny() throws {
    let reader = try reader(Self.sample, name: "words.txt")
    #expect(reader.detected.format == .tiny)
    #expect(reader.detected.languages == ["fr", "en"])
    var (units, lines, skipped) = ([TranslationUnit](), [Int](), 0)
    var header: FileHeader?
    try reader.read { event in
      switch event {
      case .header(let read): header = read
      case .unit(let unit, let place):
        units.append(unit)
        lines.append(place.line)
      case .skipped: skipped += 1
      default: break
      }
    }
    #expect(units.map { $0.variants.map(\.text) } == [["sommet", "summit"], ["l’IA", "AI"]])
    #expect(lines == [2, 5])
    #expect(skipped == 2)

    var bytes = [UInt8]()
    var writer = FileWriter(
      .tiny, FormatDescription.tiny.makeWriter, header: header, options: WriterOptions()
    ) { bytes += $0 }
    units[0].useCount = 7
    units[1].variants[1].text = "A = I"
    for unit in units { try writer.write(unit) }
    try writer.write(TranslationUnit(variants: [Variant(language: "fr", text: "seul")]))
    try writer.finish()
    #expect(
      String(decoding: bytes, as: UTF8.self) == "%tiny fr en\nsommet = summit\nl’IA = A   I\n")
    #expect(writer.written == 2)
    #expect(
      writer.losses == [
        "usagecount": 1, "equals sign or line break": 1, "unit without both languages": 1,
      ])
  }

  @Test("tells a broken line of a new format by its place")
  func tinyBroken() throws {
    let reader = try reader("%tiny fr en\nso\u{1}mmet = summit\n", name: "words.tiny")
    let error = try #require(throws: FormatError.self) { try reader.read { _ in } }
    #expect(error.description.hasSuffix("words.tiny:2:3: a control character, U+0001"))
  }

  @Test("asks a format that the user names, and lets it refuse the content")
  func asked() throws {
    let error = try #require(throws: FormatError.self) {
      try reader("fr\ten\n", name: "a.tsv", options: FormatOptions(format: .tiny))
    }
    #expect(error.description.hasSuffix("a.tsv:1: its first line is not '%tiny' and two languages"))
  }

  @Test("names every format once, and finds each by its name")
  func names() {
    let names = FormatRegistry.all.map(\.format.rawValue)
    #expect(Set(names).count == names.count)
    for description in FormatRegistry.all {
      #expect(FormatRegistry.description(of: description.format)?.title == description.title)
      #expect(description.suffixes.allSatisfy { $0 == $0.asciiLowercased && !$0.isEmpty })
    }
    #expect(
      FileFormat.allCases.map(\.rawValue) == [
        "tmx", "tsv", "csv", "xlsx", "glossary", "omegat", "utx", "tbx", "multiterm", "jsonl",
        "xliff", "sdlxliff", "mqxliff", "po", "ts",
      ])
    for format in FileFormat.allCases { #expect(FileFormat(rawValue: format.rawValue) == format) }
  }

  @Test(
    "takes no name for a format that nothing reads or writes",
    arguments: ["", "TMX", "tm", "android", "zip", "tmx ", "tiny"])
  func unknownNames(name: String) {
    #expect(FileFormat(rawValue: name) == nil)
  }

  @Test(
    "chooses the format of a new file by the file's suffix",
    arguments: [
      ("tmx", FileFormat.tmx), ("tsv", .tsv), ("tab", .tsv), ("csv", .csv), ("txt", .omegat),
      ("utf8", .omegat), ("jsonl", .jsonl), ("xlf", .xliff), ("po", .po), ("sdlxliff", nil),
      ("", nil), ("xml", nil), ("docx", nil),
    ] as [(String, FileFormat?)])
  func suffixes(suffix: String, format: FileFormat?) {
    #expect(FileFormat(suffix: suffix) == format)
  }

  @Test("says what every format holds; what is written and can lose something says what")
  func complete() {
    for description in FormatRegistry.all {
      let isUsed = description.reads || description.writes
      #expect(description.kinds.isEmpty != isUsed, "\(description.title)")
      #expect(!description.title.isEmpty)
      if description.writes, description.format != .jsonl {
        #expect(!description.losses.isEmpty, "\(description.title)")
      }
    }
  }

  @Test("refuses to write a format that is only known, with a remedy")
  func unwritable() {
    var writer = FileWriter(format: FileFormat(named: "zip")) { _ in }
    let error = #expect(throws: FormatError.self) {
      try writer.write(TranslationUnit(variants: [Variant(language: "fr", text: "x")]))
    }
    #expect(error?.message == "zip archive is not written")
    #expect(
      error?.remedy
        == .nameFormat(
          FileFormat.allCases.map(\.rawValue).filter {
            $0 != "sdlxliff" && $0 != "mqxliff"
          }))
  }
}
