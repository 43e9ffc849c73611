import Foundation
import Testing

// No `wait` in these scripts: processes that a test starts have their signals blocked, and the
// shell's `wait` would wait for one.
@Suite("A store under accidents")
struct DurabilityTests {
  let calque: Command

  init() throws {
    calque = try Command()
    _ = try calque("init", "--pair", "fr-en")
    _ = try calque("add", "Bonjour", "Hello")
    var table = ""
    for n in 0..<Self.rows {
      table += "La phrase numéro \(n) du fichier.\tSentence number \(n) of the file.\n"
    }
    try Data(table.utf8).write(to: calque.folder.file("big.fr-en.tsv"))
  }

  private static let rows = 4_000

  @Test(
    "is as it was, or has all of the file, when the import is killed",
    arguments: [20, 80, 200, 500])
  func killed(milliseconds: Int) throws {
    let script = """
      calque import big.fr-en.tsv > import.log 2>&1 & pid=$!
      sleep \(Double(milliseconds) / 1_000)
      kill -9 $pid 2>/dev/null
      calque stats --json
      """
    let stats = try calque.shell(script)
    #expect(stats.status == 0, "\(stats.errors)")
    let units = try unitCounts(in: stats.output)
    #expect(units["my-memory"] == 1)
    #expect([nil, Self.rows].contains(units["big"]), "\(units)")
    #expect(try calque("add", "Merci", "Thanks").status == 0)
    let again = try calque("import", "--json", "big.fr-en.tsv")
    #expect(again.status == 0)
    #expect(try unitCounts(in: calque("stats", "--json").output)["big"] == Self.rows)
    let found = try calque("lookup", "La phrase numéro 3999 du fichier.")
    #expect(found.output.contains("Sentence number 3999 of the file."))
  }

  @Test("answers readers while another process writes")
  func readers() throws {
    let script = """
      calque import big.fr-en.tsv &
      for n in 1 2 3 4 5 6; do calque lookup --json Bonjour || echo "FAILED $?"; done
      calque import big.fr-en.tsv
      """
    let result = try calque.shell(script)
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("FAILED"), "\(result.errors)")
    let answers = result.output.split(separator: "\n").filter { $0.contains("\"Hello\"") }
    #expect(answers.count == 6)
  }

  @Test("loses nothing of eight writers at once, and turns none away")
  func writers() throws {
    let script = """
      seq 24 | xargs -P 8 -I N sh -c 'calque add "phrase N" "sentence N" || echo "FAILED $?"'
      """
    let result = try calque.shell(script)
    #expect(!result.output.contains("FAILED"), "\(result.errors)")
    #expect(try unitCounts(in: calque("stats", "--json").output)["my-memory"] == 25)
  }

  @Test("is as it was when the disk takes no more, and says so with 3")
  func full() throws {
    // A limit on the size of a file stands in for a full disk: the write fails in the same place.
    let script = """
      trap '' XFSZ
      ulimit -f 200
      calque import big.fr-en.tsv
      """
    let result = try calque.shell(script)
    #expect(result.status == 3, "\(result.output) \(result.errors)")
    #expect(result.errors.contains("nothing was stored"))
    let units = try unitCounts(in: calque("stats", "--json").output)
    #expect(units == ["my-memory": 1])
    #expect(try calque("import", "big.fr-en.tsv").status == 0)
  }

  /// The number of units of each memory.
  private func unitCounts(in stats: String) throws -> [String: Int] {
    let object = try JSONSerialization.jsonObject(with: Data(stats.utf8)) as? [String: Any]
    let memories = try #require(object?["memories"] as? [[String: Any]])
    var counts = [String: Int]()
    for memory in memories {
      if let name = memory["name"] as? String { counts[name] = memory["units"] as? Int }
    }
    return counts
  }
}
