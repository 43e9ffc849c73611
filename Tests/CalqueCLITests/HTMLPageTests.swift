import Calque
import Foundation
import Testing

@testable import CalqueCLI

@Suite("HTML pages")
struct HTMLPageTests {
  private func text(_ folder: Folder, _ name: String) throws -> String {
    try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  @Test("escape every text from outside")
  func escaping() throws {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    _ = try command("term", "add", "sommet", "<script>alert(1)</script>")
    _ = try command("add", "Le sommet & les \"autres\".", "<img src=x onerror=alert(2)>")
    try command.folder.write(
      "Le sommet & les \"autres\".\n\n</p><script>alert(3)</script>\u{202E}\n", to: "a.fr.txt")
    let result = try command("suggest", "a.fr.txt", "--html", "a.html", "--date", "2024")
    #expect(result.status == 0 && result.output == "")
    #expect(result.errors.hasPrefix("a.html: article of 2024 · fr → en"))
    let page = try text(command.folder, "a.html")
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(!page.contains("<img") && !page.contains("\u{202E}"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("&lt;img src=x onerror=alert(2)&gt;"))
    #expect(page.contains("Le <a class=\"mark\" href=\"#t1\">sommet<sup>1</sup></a> &amp; les"))
  }

  @Test("allow their own style and script by digest, and nothing from the network")
  func policy() throws {
    // The SHA-256 of no bytes, in Base64 (FIPS 180-4).
    #expect(PageFile.digest(of: "") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    let page = HTMLPage(title: "a", summary: "b") { $0.text("c") }.text
    let style = try #require(page.firstMatch(of: /<style>([^<]*)<\/style>/)).output.1
    let script = try #require(page.firstMatch(of: /<script>(.*)<\/script>/)).output.1
    #expect(page.contains("style-src &#39;sha256-\(PageFile.digest(of: String(style)))&#39;"))
    #expect(page.contains("script-src &#39;sha256-\(PageFile.digest(of: String(script)))&#39;"))
    #expect(page.contains("default-src &#39;none&#39;"))
    #expect(!page.contains("http:") && !page.contains("https:") && !page.contains("url("))
  }

  @Test("show both texts of a check beside each other, with a link to each finding")
  func check() throws {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    try command.folder.write("Il a 4 ans & <demi>.\n", to: "a.fr.txt")
    try command.folder.write("He is 5.\n", to: "a.en.txt")
    let result = try command("check", "a.fr.txt", "a.en.txt", "--html", "c.html")
    #expect(result.status == 1 && result.output == "")
    let page = try text(command.folder, "c.html")
    #expect(page.contains("Il a <a class=\"mark bad\" href=\"#f0-0\">4 ans<sup>1</sup></a>"))
    #expect(page.contains("He is <a class=\"mark bad\" href=\"#f0-0\">5<sup>1</sup></a>."))
    #expect(page.contains("id=\"f0-0\"") && page.contains("&amp; &lt;demi&gt;"))
  }

  @Test("show the beads of an alignment side by side, the doubtful ones as marks")
  func align() throws {
    let command = try Command()
    try command.folder.write(
      "Le sommet de Bruxelles est fini depuis hier soir & <clos>.\n"
        + "Le premier ministre a quitté la salle avec ses 12 conseillers.\nIl part demain.\n",
      to: "a.fr.txt")
    try command.folder.write(
      "The Brussels summit has been over since last night & <closed>.\n"
        + "The prime minister left the room with his 12 advisers.\n", to: "a.en.txt")
    let result = try command("align", "a.fr.txt", "a.en.txt", "--html", "b.html")
    #expect(result.status == 0 && result.output == "")
    #expect(result.errors.hasPrefix("b.html: 1 document aligned: 2 beads, 1 sentence without"))
    let page = try text(command.folder, "b.html")
    #expect(
      page.contains(
        "<td lang=\"fr\">Le sommet de Bruxelles est fini depuis hier soir &amp; &lt;clos&gt;.</td>")
    )
    #expect(page.contains("been over since last night &amp; &lt;closed&gt;.</td>"))
    #expect(page.contains("<a class=\"mark bad\" href=\"#b3\">alone</a>"))
    #expect(page.contains("id=\"b3\"><td lang=\"fr\">Il part demain.</td><td>–</td>"))
    let folder = try command("align", "--dir", ".", "--html", "c.html", "--pair", "fr-en")
    #expect(folder.status == 2)
    #expect(folder.errors.contains("--html shows the beads of two files"))
  }

  @Test("show the bands of a file with their numbers")
  func bands() throws {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    _ = try command("add", "Le sommet est fini.", "The summit is over.")
    try command.folder.write(
      "msgid \"Le sommet est fini.\"\nmsgstr \"\"\n\nmsgid \"Autre chose encore ici.\"\nmsgstr \"\"\n",
      to: "a.po")
    let result = try command("stats", "a.po", "--html", "s.html")
    #expect(result.status == 0 && result.output == "", "\(result.errors)")
    let page = try text(command.folder, "s.html")
    #expect(page.contains("<th scope=\"row\">100</th><td class=\"number\">1</td>"))
    #expect(page.contains("<th scope=\"row\">total</th><td class=\"number\">2</td>"))
    #expect(page.contains("50 %"))
    let none = try command("stats", "--html", "s.html")
    #expect(none.status == 2 && none.errors.contains("--html shows the analysis of a file"))
  }

  @Test("are not written over a store")
  func store() throws {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    try command.folder.write("Bonjour.\n", to: "a.fr.txt")
    let result = try command("suggest", "a.fr.txt", "--html", "calque.db")
    #expect(result.status == 2)
    #expect(try command("stats").status == 0)
  }
}
