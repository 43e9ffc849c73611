import Foundation
import Testing

/// A batch alignment that is killed at work; `scripts/fault-align` does it by the hundred.
@Suite("A killed batch alignment")
struct ResumedBatchTests {
  private static let count = 12

  private func prepared() throws -> Command {
    let command = try Command()
    for number in 0..<Self.count {
      try command.folder.write(
        "La réunion numéro \(number) est finie. Les \(number + 2) élus sont partis à Lyon.\n",
        to: "d\(number).fr.txt")
      try command.folder.write(
        "Meeting number \(number) is over. The \(number + 2) councillors left for Lyon.\n",
        to: "d\(number).en.txt")
    }
    try Data([0, 0xFF, 0]).write(to: command.folder.file("bad.fr.txt"))
    try command.folder.write("A text.\n", to: "bad.en.txt")
    return command
  }

  /// The command, in batches of two documents, with a store of its own.
  private func call(_ store: String) -> String {
    "calque align --store \(store).db --dir . --pair fr-en --into news -o \(store) --resume "
      + "--batch-size 0.001"
  }

  /// The memory without the times of the run, and the written files.
  private func result(_ command: Command, _ store: String) throws -> String {
    try command.shell(
      """
      calque export --store \(store).db --from news --format jsonl |
        sed 's/"created":"[^"]*"//g; s/"changed":"[^"]*"//g'
      cd \(store); for file in *; do echo "$file"; cat "$file"; done
      """
    ).output
  }

  @Test(
    "ends, resumed, with the memory and the files of an undisturbed one, bad documents reported",
    arguments: [0.2, 0.5, 0.9])
  func killed(share: Double) throws {
    let command = try prepared()
    let began = ContinuousClock.now
    let whole = try command.shell(
      "calque init --store a.db --pair fr-en && calque init --store b.db --pair fr-en; \(call("a"))"
    )
    let length = (ContinuousClock.now - began) * share
    #expect(whole.status == 2)
    #expect(whole.errors.contains("bad.fr.txt"))
    let wanted = try result(command, "a")
    #expect(wanted.contains("d11.tsv"))
    let seconds = Double(length.components.seconds) + Double(length.components.attoseconds) / 1e18
    _ = try command.shell("(exec \(call("b"))) 2>/dev/null & sleep \(seconds); kill -9 $!; wait")
    for _ in 0..<2 {
      let resumed = try command.shell(call("b"))
      #expect(resumed.status == 2)
      #expect(resumed.errors.contains("bad.fr.txt"))
    }
    #expect(try result(command, "b") == wanted)
  }
}
