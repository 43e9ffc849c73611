import Testing

@testable import CalqueIndex

@Suite("The index's files of a language")
struct LanguageFileNameTests {
  @Test(
    "are named after a plain language", arguments: ["fr", "en", "gsw", "x", "french", "12345678"])
  func plain(language: String) {
    #expect(LanguageFileName.name(of: language) == language)
    #expect(LanguageFileName.language(named: language) == language)
  }

  @Test(
    "stay in the folder whatever a file called the language, and tell it apart from every other",
    arguments: [
      "../evil", "/etc/passwd", "..", ".", "", "a/b", "français", "a b", "fr.index", "_", "_66",
      "nul\0byte", "\u{202E}rf", "FR", "123456789", String(repeating: "a", count: 300),
    ])
  func escaped(language: String) {
    let name = LanguageFileName.name(of: language)
    #expect(name.utf8.first == UInt8(ascii: "_"))
    #expect(name.utf8.dropFirst().allSatisfy { "0123456789abcdef".utf8.contains($0) })
    #expect(LanguageFileName.language(named: name) == language)
  }

  @Test(
    "are not taken for another's: names that no language has stand for none",
    arguments: ["", "..", "_6", "_6g", "_ff", "_6672", "_6652", "FR", "fr-1", "name with blank"])
  func strange(name: String) {
    let language = LanguageFileName.language(named: name)
    #expect(language == nil || LanguageFileName.name(of: language ?? "") == name)
  }
}
