import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("Detection")
struct DetectionTests {
  @Test(
    "takes a bare table for a glossary if nine in ten source cells look like terms",
    arguments: [
      ("a\tb\n", Resource.Kind.glossary), ("Le sommet a lieu.\tThe summit is on.\n", .memory),
      ("un deux trois quatre cinq six\tx\n", .glossary),
      ("un deux trois quatre cinq six sept\tx\n", .memory),
      (String(repeating: "a\tb\n", count: 9) + "Vraiment ?\tReally?\n", .glossary),
      (String(repeating: "a\tb\n", count: 8) + "Vraiment ?\tReally?\nNon !\tNo!\n", .memory),
    ])
  func kind(text: String, kind: Resource.Kind) throws {
    let reading = try Reading(text.utf8, name: "a.fr-en.tsv")
    #expect(reading.detected.kind == kind)
    #expect(reading.detected.said != nil)
  }

  @Test(
    "takes languages from the header, else from the name, else from the pair",
    arguments: [
      ("fr\ten\nUn.\tOne.\n", "a.de-it.tsv", "de-en", ["fr", "en"]),
      ("Un.\tOne.\n", "a.fr-en.tsv", "de-en", ["fr", "en"]),
      ("Un.\tOne.\n", "a.tsv", "de-en", ["de", "en"]),
      ("source\ttarget\nUn.\tOne.\n", "a.tsv", "fr-CA-en-GB", ["fr-CA", "en-GB"]),
      ("English\tid\tFrançais\nOne.\t7\tUn.\n", "a.tsv", "de-en", ["en", "fr"]),
      ("en\tid\nOne.\tSatu.\n", "a.tsv", "de-en", ["en", "id"]),
    ])
  func languages(text: String, name: String, pair: String, languages: [String]) throws {
    let reading = try Reading(
      text.utf8, name: name, options: FormatOptions(fallbackPair: LanguagePair(pair)))
    #expect(reading.detected.languages.map(\.written) == languages)
    #expect(reading.texts.count == 1)
  }

  @Test("needs somebody to name the languages")
  func noLanguages() throws {
    let error = try #require(throws: FormatError.self) {
      try Reading("Un.\tOne.\n".utf8, name: "old-new.tsv")
    }
    #expect(error.remedy == .namePair)
  }

  @Test(
    "names a resource after its file",
    arguments: [
      ("archive.tmx", "archive"), ("archive.fr-en.tmx.gz", "archive"), ("2023.11.tsv", "2023.11"),
      ("fr-en.tsv", "fr-en"), ("news.old-new.tsv", "news.old-new"),
      ("a.b-c.fr-FR_en-GB.csv", "a.b-c"),
      ("NEWS.TSV", "NEWS"), ("glossary", "glossary"),
    ])
  func names(file: String, name: String) throws {
    #expect(FileName(path: "folder.x/" + file).stem == name)
  }

  @Test("asks the user's word before the content's")
  func override() throws {
    let reading = try Reading(
      "a\tb\n".utf8, name: "a.fr-en.txt",
      options: FormatOptions(kind: .memory, format: .tsv))
    #expect(reading.detected.format == .tsv)
    #expect(reading.units.count == 1)
  }
}
