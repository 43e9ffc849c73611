import Foundation
import Testing

@Suite("A store with torn pages")
struct DamagedStoreTests {
  /// Every verb that reads or writes a store.
  private static let verbs = [
    "lookup --scan 'La phrase 7 parle du sommet.'", "lookup 'La phrase 7 parle du sommet.'",
    "lookup --json sommet", "search phrase", "suggest --pair fr-en text.txt",
    "export --from m --format tsv", "export --from g --as glossary -o out.tsv", "stats",
    "term list", "add Nouveau New", "add 'La phrase 7 parle du sommet.' x --into m",
    "edit 7 --status approved", "rm --yes 7", "rm --yes --memory m", "term add sommet peak",
    "term rm --yes sommet", "import more.fr-en.tsv --as memory --into m",
  ]

  private static let pageSize = 4_096

  private let calque: Command
  private let whole: Data

  init() throws {
    calque = try Command()
    let rows = (0..<60).map { "La phrase \($0) parle du sommet.\tSentence \($0) is about it.\n" }
    try calque.folder.write(rows.joined(), to: "m.fr-en.tsv")
    try calque.folder.write("Oui\tYes\nLa phrase 9 parle du sommet.\tNo\n", to: "more.fr-en.tsv")
    try calque.folder.write("sommet\tsummit\nfin\tend\n", to: "g.fr-en.tsv")
    try calque.folder.write("La phrase 7 parle du sommet.\n", to: "text.txt")
    let made = try calque.shell(
      """
      calque init --pair fr-en
      calque import --as memory m.fr-en.tsv; calque import --as glossary g.fr-en.tsv
      """)
    try #require(made.status == 0, "\(made.errors)")
    whole = try Data(contentsOf: calque.folder.file("calque.db"))
  }

  @Test("ends every verb with 3, and a message that people understand", arguments: verbs)
  func torn(verb: String) throws {
    let result = try run(verb, tearing: Set(1..<whole.count / Self.pageSize))
    #expect(result.status == 3, "\(verb): \(result.errors)")
    #expect(isForPeople(result), "\(verb): \(result.errors)")
  }

  @Test("ends no verb with anything else, whichever page it is")
  func eachPage() throws {
    for page in 1..<whole.count / Self.pageSize {
      for verb in Self.verbs.enumerated() where (verb.offset + page) % 8 == 0 {
        let result = try run(verb.element, tearing: [page])
        #expect(
          [0, 1, 3].contains(result.status), "page \(page), \(verb.element): \(result.errors)")
        #expect(result.status < 3 || isForPeople(result), "page \(page): \(result.errors)")
      }
    }
  }

  /// Runs a verb on a copy of the store in which the first bytes of some pages are overwritten.
  private func run(_ verb: String, tearing pages: Set<Int>) throws -> Command.Result {
    var bytes = whole
    for page in pages {
      let start = page * Self.pageSize
      bytes.replaceSubrange(
        start..<start + 8, with: [bytes[start]] + Data(repeating: 0xFF, count: 7))
    }
    try bytes.write(to: calque.folder.file("calque.db"))
    return try calque.shell("rm -rf calque.db-*; calque \(verb)")
  }

  /// Whether a message names the store's file and shows nothing of SQL.
  private func isForPeople(_ result: Command.Result) -> Bool {
    let message = result.errors
    return message.contains("calque.db is damaged") && message.contains("backup")
      && !["SELECT", "INSERT", "UPDATE", "SQLite"].contains(where: message.contains)
  }
}
