import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A translation without text")
struct BlankTranslationTests {
  private static func tmx(_ source: String, _ target: String) -> String {
    "<tmx version='1.4'><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>\(source)</seg>"
      + "</tuv><tuv xml:lang='fr'><seg>\(target)</seg></tuv></tu></body></tmx>"
  }

  private static func first(_ source: String, _ target: String) -> String {
    "<xliff version='1.2'><file source-language='en' target-language='fr'><body>"
      + "<trans-unit id='1'><source>\(source)</source><target>\(target)</target></trans-unit>"
      + "</body></file></xliff>"
  }

  private static func second(_ source: String, _ target: String) -> String {
    "<xliff version='2.0' srcLang='en' trgLang='fr'><file id='f'><unit id='u'><segment>"
      + "<source>\(source)</source><target>\(target)</target></segment></unit></file></xliff>"
  }

  private static func trados(_ source: String, _ target: String) -> String {
    "<xliff version='1.2'><file source-language='en' target-language='fr'><body>"
      + "<trans-unit id='1'><source>\(source)</source><seg-source><mrk mtype='seg' mid='1'>"
      + "\(source)</mrk></seg-source><target><mrk mtype='seg' mid='1'>\(target)</mrk></target>"
      + "</trans-unit></body></file></xliff>"
  }

  private static func files(_ source: String, _ target: String) -> [(String, String)] {
    [
      (tmx(source, target), "a.tmx"), (first(source, target), "a.xlf"),
      (second(source, target), "b.xlf"), (trados(source, target), "a.sdlxliff"),
      (trados(source, target), "a.mqxliff"),
    ]
  }

  @Test("is none for a memory", arguments: ["<ph id='1'/>", " <ph id='1'/> ", " \n ", ""])
  func skipped(target: String) throws {
    for (text, name) in Self.files("Press <ph id='1'/> now.", target) {
      let reading = try Reading(text.utf8, name: name)
      #expect(reading.units.isEmpty, "\(name)")
      #expect(reading.skipped == ["empty side"], "\(name)")
    }
  }

  @Test("is kept where the source has no text either, and where text translates codes")
  func kept() throws {
    for target in ["<ph id='1'/>", "Appuyer"] {
      for (text, name) in Self.files("<ph id='1'/>", target) {
        #expect(try Reading(text.utf8, name: name).units.count == 1, "\(name)")
      }
    }
  }

  @Test("is kept by a conversion")
  func converted() throws {
    for (text, name) in Self.files("Press <ph id='1'/> now.", "<ph id='1'/>") {
      let reading = try Reading(
        text.utf8, name: name, options: FormatOptions(keepsIncomplete: true))
      #expect(reading.texts.count == 1, "\(name)")
    }
  }
}
