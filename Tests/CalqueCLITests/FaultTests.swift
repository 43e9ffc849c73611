import Foundation
import Testing

/// A store that is killed at work and whose index is damaged; `scripts/fault` does it by the
/// hundred.
@Suite("After a fault")
struct FaultTests {
  /// Made-up pairs with near-repetitions.
  private static func table(from first: Int, count: Int) -> String {
    let subjects = ["ministre", "conseil", "député", "comité", "juge"]
    let objects = ["accord", "projet", "budget", "traité", "rapport", "sommet", "texte"]
    return (first..<first + count).map { number in
      let (subject, object) = (subjects[number % 5], objects[number * 3 % 7])
      return "Le \(subject) de la région \(number) examine le \(object) n° \(number % 11)."
        + "\tThe \(subject) of region \(number) examines \(object) \(number % 11).\n"
    }.joined()
  }

  private static let questions = """
    Le ministre de la région 5 examine le sommet n° 5.
    Le comité de la région 403 rejette le texte n° 7.
    Le député examine un rapport.
    accrd

    """

  /// A store with an index, and a file of as many units more.
  private static func prepared(units: Int = 60) throws -> Command {
    let command = try Command()
    try command.folder.write(table(from: 0, count: units), to: "old.tsv")
    try command.folder.write(table(from: units, count: units), to: "new.tsv")
    _ = try command("init", "--pair", "fr-en")
    let result = try command("import", "old.tsv", "--as", "memory", "--into", "old")
    try #require(result.status == 0, "\(result.errors)")
    return command
  }

  /// Asks by the index, by the scan, by the index again; returns what the first said on stderr.
  private static func agree(_ command: Command, _ comment: Comment) throws -> String {
    let asked = ["lookup", "--json", "--min-score", "40"]
    func ask(_ more: String...) throws -> Command.Result {
      try command.shell(
        "printf '%s' \"$TEXT\" | calque \((asked + more).joined(separator: " ")) -",
        environment: ["TEXT": questions])
    }
    let (first, scan, second) = (try ask(), try ask("--scan"), try ask())
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == scan.output, comment)
    #expect(second.output == scan.output, comment)
    #expect(second.errors.isEmpty, comment)
    #expect(try ask("--timing").output.contains("\"counts\":{"), comment)
    return first.errors
  }

  @Test(
    "by kill -9 a store holds all of a change or nothing, and its index answers as the scan does",
    arguments: [
      ("calque import new.tsv --as memory --into new", 40),
      ("calque import new.tsv --as memory --into new", 90),
      ("calque import new.tsv --as memory --into new", 140),
      ("rm -r *-index; exec calque lookup sommet", 30),
      ("rm -r *-index; exec calque lookup sommet", 60),
      ("calque add 'Une phrase nouvelle.' 'A new sentence.' --into old", 30),
    ] as [(String, Int)])
  func killed(script: String, milliseconds: Int) throws {
    let command = try Self.prepared(units: 400)
    _ = try command.shell(
      """
      (exec sh -c "$CALL") >/dev/null 2>&1 & sleep 0.\(milliseconds < 100 ? "0" : "")\(milliseconds)
      kill -9 $! 2>/dev/null; wait
      """, environment: ["CALL": script.hasPrefix("calque") ? "exec " + script : script])
    let comment: Comment = "killed after \(milliseconds) ms: \(script)"
    let stats = try command("stats", "--json").output
    let counts = stats.split(separator: "\"units\":").dropFirst().compactMap { part in
      Int(part.prefix { $0.isNumber })
    }
    #expect([[400], [400, 0], [400, 400], [401]].contains(counts), comment)
    _ = try Self.agree(command, comment)
  }

  /// A way to spoil a file of the index.
  struct Damage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let change: @Sendable (inout Data) -> Void
  }

  private static let damages = [
    Damage(testDescription: "emptied") { $0 = Data() },
    Damage(testDescription: "cut within its header") { $0 = $0.prefix(20) },
    Damage(testDescription: "cut in half") { $0 = $0.prefix($0.count / 2) },
    Damage(testDescription: "lengthened") { $0 += Data(count: 8) },
    Damage(testDescription: "another file's") { $0 = Data("not an index".utf8) },
    Damage(testDescription: "of a newer version") { $0[8] += 1 },
    Damage(testDescription: "with a flipped bit") { $0[40] ^= 4 },
  ]

  @Test(
    "of the index's files a lookup says so, rebuilds them and answers as the scan does",
    arguments: ["index", "part"], damages)
  func damaged(kind: String, damage: Damage) throws {
    let command = try Self.prepared()
    let index = try Self.index(of: command)
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: index.path).first {
        $0.hasSuffix(".\(kind)")
      })
    var content = try Data(contentsOf: index.appendingPathComponent(name))
    damage.change(&content)
    try content.write(to: index.appendingPathComponent(name))
    let said = try Self.agree(command, "\(name) \(damage.testDescription)")
    #expect(said.contains("the index was rebuilt"), "\(name) \(damage.testDescription): \(said)")
  }

  @Test("an index of another store, or of another time, is known for what it is")
  func foreign() throws {
    let (command, other) = (try Self.prepared(), try Command())
    try other.folder.write(Self.table(from: 900, count: 60), to: "old.tsv")
    _ = try other.shell("calque init --pair fr-en; calque import old.tsv --as memory --into old")
    let (mine, theirs) = (try Self.index(of: command), try Self.index(of: other))
    try FileManager.default.removeItem(at: mine)
    try FileManager.default.copyItem(at: theirs, to: mine)
    #expect(try Self.agree(command, "all of it").contains("does not belong to this store"))
    for name in try FileManager.default.contentsOfDirectory(atPath: theirs.path)
    where name.hasSuffix(".part") {
      let own = try #require(
        try FileManager.default.contentsOfDirectory(atPath: mine.path).first {
          $0.hasSuffix(".part")
        })
      try Data(contentsOf: theirs.appendingPathComponent(name))
        .write(to: mine.appendingPathComponent(own))
    }
    #expect(try Self.agree(command, "a segment").contains("the index was rebuilt"))
  }

  /// The folder of a store's index.
  private static func index(of command: Command) throws -> URL {
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: command.folder.url.path).first {
        $0.hasSuffix("-index")
      })
    return command.folder.file(name)
  }
}
