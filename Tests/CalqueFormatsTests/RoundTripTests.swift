import CalqueModel
import Foundation
import Testing

@testable import CalqueFormats

@Suite("A round trip")
struct RoundTripTests {
  @Test(
    "keeps everything, and a second one changes no byte",
    arguments: [
      "level2.tmx", "tmx11.tmx", "plain.tmx", "incomplete.tmx", "unbound-prefix.tmx", "crlf.tsv",
      "bom.fr-en.tsv", "formulas.csv", "semicolons.csv", "utf16.csv", "institutions.fr-en.tsv",
    ])
  func fixtures(name: String) throws {
    let first = try Reading(path: fixture(name))
    let written = try Writing(back: first)
    let second = try Reading(written.text.utf8, name: name)
    #expect(second.units == first.units)
    #expect(second.concepts == first.concepts)
    #expect(second.header == first.header)
    #expect(written.losses == [:])
    let again = try Writing(back: second).text
    #expect(again == written.text)
  }

  @Test("of random units through TMX keeps them", arguments: 0..<40)
  func tmx(seed: UInt64) throws {
    var random = RandomUnits(seed: seed)
    let units = (0..<20).map { _ in random.unit() }
    let written = try Writing(.tmx, units: units)
    let reading = try Reading(written.text.utf8, name: "a.tmx")
    for (unit, read) in zip(units, reading.units) {
      var read = read
      // What the properties say stays in them, and the header's source language is every unit's.
      read.meta.attributes.removeAll { Meta.isVerbatim($0.name) }
      read.meta.properties.removeAll { $0.type.hasPrefix("x-Con") || $0.type == "x-Origin" }
      if unit.sourceLanguage == nil { read.sourceLanguage = nil }
      #expect(read == unit, "seed \(seed)")
    }
    #expect(reading.units.count == units.count, "seed \(seed)")
    let again = try Writing(back: reading).text
    let third = try Writing(back: Reading(again.utf8, name: "a.tmx")).text
    #expect(third == again, "seed \(seed)")
  }

  @Test("of random pairs through TSV and CSV keeps their texts", arguments: 0..<40)
  func tables(seed: UInt64) throws {
    var random = RandomUnits(seed: seed)
    let units = (0..<30).map { _ in random.pair() }
    for (format, name) in [(FileFormat.tsv, "a.tsv"), (.csv, "a.csv")] {
      let written = try Writing(format, units: units)
      let reading = try Reading(
        written.text.utf8, name: name, options: FormatOptions(kind: .memory))
      let expected = units.map { unit in
        unit.variants.map { format == .csv ? $0.text : $0.text.oneLine }
      }
      #expect(reading.texts == expected, "seed \(seed), \(format)")
      #expect(reading.header?.languages == ["fr", "en"])
      let again = try Writing(back: reading).text
      #expect(again == written.text, "seed \(seed), \(format)")
    }
  }

  @Test("of random concepts through our glossary keeps them", arguments: 0..<40)
  func glossaries(seed: UInt64) throws {
    var random = RandomUnits(seed: seed)
    let concepts = (0..<20).map { _ in random.concept() }
    let written = try Writing(.glossary, concepts: concepts)
    let reading = try Reading(written.text.utf8, name: "a.tsv")
    #expect(reading.concepts == concepts, "seed \(seed)")
    #expect(written.losses == [:], "seed \(seed)")
    let again = try Writing(back: reading).text
    #expect(again == written.text, "seed \(seed)")
  }
}

extension String {
  /// The text as a table without quoting holds it.
  fileprivate var oneLine: String {
    String(decoding: utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}

/// The bytes of a fixture.
func bytes(of name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: URL(fileURLWithPath: fixture(name))))
}
