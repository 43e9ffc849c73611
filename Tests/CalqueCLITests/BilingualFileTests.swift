import CalqueModel
import Foundation
import Testing

@testable import CalqueCLI

@Suite("The command, given a file of a translator")
struct BilingualFileTests {
  private static let xliff = """
    <xliff version="1.2"><file original="a" source-language="en" target-language="fr"><body>
    <trans-unit id="1"><source>Save the file</source><target>Enregistrer</target></trans-unit>
    </body></file></xliff>
    """

  private static func prepared() throws -> Command {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    try command.folder.write(xliff, to: "a.xlf")
    return command
  }

  @Test("advises of a broken file what works")
  func broken() throws {
    let command = try Self.prepared()
    try command.folder.write(Self.xliff.replacing("</source>", with: ""), to: "broken.xlf")
    let result = try command("stats", "broken.xlf")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.errors.contains("calque stats --keep-going broken.xlf"))
    let obeyed = try command("stats", "--keep-going", "broken.xlf")
    #expect(obeyed.status == 2 && obeyed.output.contains("broken.xlf · "))
    #expect(obeyed.errors.hasPrefix("warning: broken.xlf:"))
    let other = try command("pretranslate", "broken.xlf")
    #expect(other.status == 2 && !other.errors.contains("pretranslate --keep-going"))
    for (path, isAble) in [("calque stats", true), ("calque check", false), ("calque", false)] {
      let text = RemedyWording.text(.keepGoing(file: "a b"), of: path)
      #expect(text.contains("\(path) --keep-going 'a b'") == isAble)
    }
  }

  @Test("refuses a pair that contradicts the file", arguments: ["stats", "pretranslate"])
  func contradiction(verb: String) throws {
    let command = try Self.prepared()
    for pair in ["de-it", "fr-en"] {
      let result = try command(verb, "a.xlf", "--pair", pair)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.errors.contains("a.xlf is in en-fr, not in \(pair)"))
    }
    #expect(try command(verb, "a.xlf", "--pair", "en-fr").status == 0)
  }

  @Test("writes no file whose name promises what is not written")
  func compiled() throws {
    let command = try Self.prepared()
    _ = try command("import", "a.xlf")
    for arguments in [
      ["convert", "a.xlf"], ["convert", "a.xlf", "--format", "po"], ["export"],
      ["pretranslate", "a.xlf"],
    ] {
      let result = try command.shell("calque \(arguments.joined(separator: " ")) -o b.mo")
      #expect(result.status == 2, "\(arguments)")
      #expect(result.errors.contains("MO is read and not written"), "\(result.errors)")
      #expect(result.errors.contains("-o b.po"), "\(result.errors)")
      let path = command.folder.url.appendingPathComponent("b.mo").path
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }

  @Test("names the text that is in another language")
  func language() throws {
    let command = try Self.prepared()
    let text = """
      Le ministre a dit que la loi est dans les mains du conseil et que le vote sera pour lundi.

      """
    try command.folder.write(text, to: "p.fr.txt")
    let result = try command("check", "p.fr.txt", "p.fr.txt", "--pair", "fr-en")
    #expect(result.status == 2)
    #expect(result.errors.contains("p.fr.txt: is in French, not in English"), "\(result.errors)")
  }

  @Test("says in the page of a file its name, and aligns the headers of numbers as the numbers")
  func page() throws {
    let command = try Self.prepared()
    let path = command.folder.url.appendingPathComponent("a.xlf").path
    #expect(try command("stats", path, "--html", "a.html").status == 0)
    let page = try String(
      contentsOf: command.folder.url.appendingPathComponent("a.html"), encoding: .utf8)
    #expect(page.contains("<h1>What the memories know of a.xlf</h1>"))
    #expect(!page.contains(command.folder.url.path))
    #expect(page.contains("<th scope=\"col\" class=\"number\">words</th>"))
    #expect(page.contains("overflow-wrap:anywhere"))
  }
}
