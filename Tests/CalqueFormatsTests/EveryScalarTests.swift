import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("Whatever is written")
struct EveryScalarTests {
  private static let pair = LanguagePair(source: "fr", target: "en")

  /// Every scalar below U+0100, and samples above: marks, spaces, bidi, private, astral.
  private static let scalars: [Unicode.Scalar] =
    (1..<0x100).compactMap { Unicode.Scalar($0) }
    + [
      0x0152, 0x0301, 0x05D0, 0x200B, 0x200D, 0x2019, 0x2028, 0x2029, 0x202E, 0x202F, 0x2066,
      0x3000,
      0xAC00, 0xD7FF, 0xE000, 0xFEFF, 0xFDD0, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F600, 0x1F468, 0xE0001,
      0x1FFFE, 0x10FFFF,
    ].compactMap { Unicode.Scalar($0 as UInt32) }

  private static let formats = FormatRegistry.all.filter {
    $0.reads && $0.writes && !$0.isPairOfFiles
  }

  /// What a format gives back of a text: its bytes, but for characters that it replaces.
  private func expected(_ text: String, _ format: FileFormat) -> String {
    if format == .jsonl { return text }
    if [FileFormat.tmx, .tbx, .multiTerm, .xliff, .qt].contains(format) {
      return String(
        String.UnicodeScalarView(
          text.unicodeScalars.map {
            StorableText.firstUnstorable(in: String(Character($0))) == nil ? $0 : "\u{FFFD}"
          }))
    }
    let clean = StorableText.cleaned(text).text
    let isPlain = [FileFormat.tsv, .glossary, .omegat, .utx].contains(format)
    return isPlain
      ? String(String.UnicodeScalarView(clean.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
      : clean
  }

  @Test(
    "of a memory is read, byte for byte the same; what is replaced is counted",
    // PO escapes what the others cannot write; an import passes such a unit over.
    arguments: formats.filter { $0.kinds.contains(.memory) && $0.format != .po }.map(\.format))
  func units(format: FileFormat) throws {
    for scalar in Self.scalars {
      let text = "a\(String(Character(scalar)))b"
      let unit = TranslationUnit(variants: [
        Variant(language: "fr", text: text), Variant(language: "en", text: "x" + text + "y"),
      ])
      let expected = expected(text, format)
      let (read, losses) = try back(format, .memory, units: [unit])
      #expect(
        read.texts.map { $0.map { Array($0.utf8) } }
          == [[expected, "x" + expected + "y"].map { Array($0.utf8) }],
        "\(StorableText.name(of: scalar)): \(read.refused)")
      #expect(losses.isEmpty == expected.hasSameBytes(as: text), "\(StorableText.name(of: scalar))")
    }
  }

  @Test(
    "of a glossary is read, byte for byte the same; what is replaced is counted",
    arguments: formats.filter { $0.kinds.contains(.glossary) }.map(\.format))
  func concepts(format: FileFormat) throws {
    for scalar in Self.scalars {
      let text = "a\(String(Character(scalar)))b"
      let concept = Concept(terms: [
        Term(language: "fr", text: text), Term(language: "en", text: "x" + text + "y"),
      ])
      let expected = expected(text, format)
      let (read, losses) = try back(format, .glossary, concepts: [concept])
      #expect(
        read.texts.map { $0.map { Array($0.utf8) } }
          == [[expected, "x" + expected + "y"].map { Array($0.utf8) }],
        "\(StorableText.name(of: scalar)): \(read.refused)")
      #expect(losses.isEmpty == expected.hasSameBytes(as: text), "\(StorableText.name(of: scalar))")
    }
  }

  @Test("with the control characters of a word processor is read without them, and said")
  func wordControls() throws {
    let text = "fr\ten\nle porte\u{1E}parole\u{B}part\tthe spokes\u{1F}person\u{C}left\noui\tyes\n"
    for (name, file) in [("a.tsv", text), ("a.csv", text.replacing("\t", with: ","))] {
      let read = try Reading(
        file.utf8, name: name, options: FormatOptions(pair: Self.pair, kind: .memory))
      #expect(
        read.texts == [["le porte-parole\npart", "the spokesperson\nleft"], ["oui", "yes"]])
      #expect(read.warnings.map(\.line) == [2])
      #expect(read.warnings.first?.message == StorableText.replacement)
    }
  }

  private func back(
    _ format: FileFormat, _ kind: Resource.Kind, units: [TranslationUnit] = [],
    concepts: [Concept] = []
  ) throws -> (Reading, [String: Int]) {
    var bytes = [UInt8]()
    var writer = FileWriter(format: format, options: WriterOptions(pair: Self.pair)) { bytes += $0 }
    for unit in units { try writer.write(unit) }
    for concept in concepts { try writer.write(concept) }
    try writer.finish()
    var options = FormatOptions(pair: Self.pair, kind: kind, format: format, keepGoing: true)
    options.splitsCells = false
    return (try Reading(bytes, name: "a", options: options), writer.losses)
  }
}
