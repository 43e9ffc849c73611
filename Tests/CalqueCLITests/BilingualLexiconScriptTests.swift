import Foundation
import Testing

@Suite("scripts/bilingual-lexicon")
struct BilingualLexiconScriptTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func run(_ command: Command, _ arguments: String) throws -> Command.Result {
    try command.shell(
      "'\(Self.root)/scripts/bilingual-lexicon' "
        + "'\(Command.products.path)/calque-bilingual-lexicon' \(arguments)")
  }

  @Test("writes the pairs of the listed origins below the table's heading, measured lines left out")
  func table() throws {
    let command = try Command()
    let pairs = [("chien", "dog"), ("livre", "book"), ("pomme", "apple"), ("maison", "house")]
    var memory = ""
    for (french, english) in pairs {
      for place in ["jardin\tgarden", "rue\tstreet", "ville\ttown"] {
        let words = place.split(separator: "\t")
        memory += "Un \(french), la \(words[0])\tOne \(english), the \(words[1])\ttatoeba\n"
        memory += "Un chat, la \(words[0])\tOne cat, the \(words[1])\telsewhere\n"
      }
    }
    memory += String(repeating: "Le cheval\tThe horse\ttatoeba\n", count: 4)
    try command.folder.write(memory, to: "memory.tsv")
    try command.folder.write("Le cheval\n", to: "measured.fr")
    let heading = "# Words\n#fr\ten\n"
    try command.folder.write(heading + "old\tline\t1\t1\n", to: "table.tsv")
    let result = try run(command, "memory.tsv table.tsv measured.fr")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("12 sentence pairs, 4 excluded; "), "\(result.output)")
    let table = try String(contentsOf: command.folder.file("table.tsv"), encoding: .utf8)
    #expect(table.hasPrefix(heading))
    #expect(table.contains("\nchien\tdog\t"), "\(table)")
    for gone in ["old\t", "chat\t", "cheval\t"] { #expect(!table.contains("\n" + gone)) }
  }

  @Test("leaves the table as it was where the memory is missing")
  func missing() throws {
    let command = try Command()
    try command.folder.write("# Words\n#fr\ten\nold\tline\t1\t1\n", to: "table.tsv")
    let result = try run(command, "nothing.tsv table.tsv")
    #expect(result.status == 1)
    #expect(result.output.contains("nothing.tsv: there is no such file"))
    let table = try String(contentsOf: command.folder.file("table.tsv"), encoding: .utf8)
    #expect(table.hasSuffix("old\tline\t1\t1\n"))
    #expect(try run(command, "").status == 2)
  }
}
