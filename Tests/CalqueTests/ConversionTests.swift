import Calque
import CalqueFormats
import CalqueModel
import TestSupport
import Testing

@Suite("A conversion")
struct ConversionTests {
  private static func first(_ target: String) -> String {
    "<xliff version='1.2'><file source-language='en'\(target)><body>"
      + "<trans-unit id='1'><source>Save</source></trans-unit>"
      + "<trans-unit id='2'><source>Open</source><target xml:lang='fr'>Ouvrir</target>"
      + "</trans-unit></body></file></xliff>"
  }

  /// Files whose first unit has no translation; two of them name their languages nowhere else.
  private static let files = [
    (
      "msgid \"\"\nmsgstr \"Language: fr\\n\"\n\nmsgid \"Save\"\nmsgstr \"\"\n\n"
        + "msgid \"Open\"\nmsgstr \"Ouvrir\"\n", "a.po"
    ),
    (first(" target-language='fr'"), "a.xlf"), (first(""), "b.xlf"),
    (
      "<TS language='fr' sourcelanguage='en'><context><name>c</name><message><source>Save</source>"
        + "<translation type='unfinished'></translation></message><message><source>Open</source>"
        + "<translation>Ouvrir</translation></message></context></TS>", "a.ts"
    ),
    (
      "<tmx version='1.4'><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>Save</seg></tuv>"
        + "</tu><tu><tuv xml:lang='en'><seg>Open</seg></tuv><tuv xml:lang='fr'><seg>Ouvrir</seg>"
        + "</tuv></tu></body></tmx>", "a.tmx"
    ),
  ]

  private func convert(
    _ text: String, _ name: String, _ format: FileFormat, version: String? = nil
  ) throws -> String {
    let folder = try TemporaryFolder()
    var bytes = [UInt8]()
    let options = ConversionOptions(format: format, writing: WriterOptions(version: version))
    _ = try Conversion.convert(folder.write(text, to: name), options: options) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("takes the languages from the file or from the first pair, not from the first unit")
  func languages() throws {
    for (text, name) in Self.files {
      #expect(try convert(text, name, .tsv) == "en\tfr\nOpen\tOuvrir\n", "\(name)")
      #expect(try convert(text, name, .csv) == "en,fr\nOpen,Ouvrir\n", "\(name)")
      if !name.hasSuffix("ts") {
        #expect(try convert(text, name, .qt).contains("<TS version=\"2.1\" language=\"fr\""))
      }
      let second = try convert(text, name, .xliff, version: "2.0")
      #expect(second.contains("srcLang=\"en\" trgLang=\"fr\""), "\(name)")
      #expect(second.contains("<target>Ouvrir</target>"), "\(name)")
      #expect(second.contains("<source>Save</source>"), "\(name)")
    }
  }

  @Test("without any pair writes no row")
  func none() throws {
    let text = Self.first("").replacing("<target xml:lang='fr'>Ouvrir</target>", with: "")
    #expect(try convert(text, "a.xlf", .tsv) == "")
    #expect(try convert(text, "a.xlf", .xliff, version: "2.0").contains("<source>Open</source>"))
  }
}
