import Foundation
import Testing

/// Files that are being written when a signal ends the process.
@Suite("A signal")
struct InterruptTests {
  /// A verb that reads the pipe `pipe` and writes the file `out`, held up in the middle.
  ///
  /// The script waits until the folder holds a temporary file, sends the signal, and prints the exit
  /// code.
  private static func script(signal: String) -> String {
    """
    mkfifo pipe
    (trap - INT; exec calque convert --format tmx -o out.tmx - <pipe) & verb=$!
    exec 3>pipe
    seq 1 5000 | sed 's/.*/Phrase &.\\tSentence &./' | cat head - >&3
    for wait in $(seq 1 400); do ls -A | grep -q '^\\.calque-' && break; sleep 0.05; done
    ls -A | grep -c '^\\.calque-'
    kill -\(signal) $verb; wait $verb; echo $?
    """
  }

  private static func prepared() throws -> Command {
    let command = try Command()
    try command.folder.write("fr\ten\n", to: "head")
    return command
  }

  private func names(_ command: Command) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: command.folder.url.path).sorted()
  }

  @Test(
    "leaves no file of an unfinished export, and says by the exit code what ended it",
    arguments: [("TERM", 143), ("HUP", 129)] as [(String, Int)])
  func removed(signal: String, status: Int) throws {
    let command = try Self.prepared()
    let result = try command.shell(Self.script(signal: signal))
    #expect(result.output == "1\n\(status)\n", "\(result.errors)")
    #expect(try names(command) == ["head", "pipe"])
  }

  @Test("that nobody can catch leaves a hidden file, which no later export minds")
  func killed() throws {
    let command = try Self.prepared()
    let result = try command.shell(Self.script(signal: "KILL"))
    #expect(result.output == "1\n137\n", "\(result.errors)")
    #expect(try !names(command).contains("out.tmx"))
    try command.folder.write("fr\ten\nUn.\tOne.\n", to: "one.tsv")
    #expect(try command("convert", "--format", "tmx", "-o", "out.tmx", "one.tsv").status == 0)
    #expect(try command("convert", "--format", "tsv", "out.tmx").output.contains("Un."))
  }

  @Test("that the caller ignores ends nothing")
  func ignored() throws {
    let command = try Self.prepared()
    let result = try command.shell(
      """
      trap '' HUP; mkfifo pipe; calque convert --format tmx -o out.tmx - <pipe & verb=$!
      exec 3>pipe; printf 'fr\\ten\\nUn.\\tOne.\\n' >&3; sleep 1; kill -HUP $verb; exec 3>&-
      wait $verb; echo $?
      """)
    #expect(result.output == "0\n", "\(result.errors)")
    #expect(try names(command).contains("out.tmx"))
  }

  @Test("from Ctrl-C removes the file and ends with 130")
  func interrupted() throws {
    let command = try Self.prepared()
    let result = try command.onTerminal(
      """
      mkfifo pipe; seq 1 5000 | sed 's/.*/Phrase &.\\tSentence &./' | cat head - >table
      exec 3<>pipe; timeout 20 cat table >&3 2>/dev/null </dev/null &
      (for wait in $(seq 1 400); do ls -A | grep -q '^\\.calque-' && break; sleep 0.05; done
       kill -INT $$) &
      exec calque convert --format tmx -o out.tmx - <pipe
      """)
    #expect(result.status == 130, "\(result.output)")
    #expect(try names(command) == ["head", "pipe", "table"])
  }

  @Test("that ends an import says that nothing of the file is stored, and nothing is")
  func interruptedImport() throws {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    let result = try command.shell(
      """
      mkfifo pipe
      calque import --as memory --pair fr-en --into m - <pipe 2>said & verb=$!
      exec 3>pipe; seq 1 5000 | sed 's/.*/Phrase &.\\tSentence &./' >&3
      for wait in $(seq 1 400); do grep -q memory said && break; sleep 0.05; done
      kill -TERM $verb; wait $verb; echo $?; grep interrupted said
      """)
    #expect(result.output == "143\ninterrupted: nothing of - is stored\n", "\(result.errors)")
    #expect(try command("stats", "--json").output.contains("\"memories\":[]"))
  }

  @Test("that ends a batch alignment says how to go on")
  func interruptedAlignment() throws {
    let command = try Command()
    try command.folder.write("A text.\n", to: "a.en.txt")
    // The pipe opens for writing once the command reads it.
    let result = try command.shell(
      """
      calque init --pair fr-en >/dev/null; mkfifo a.fr.txt
      calque align --dir . --into news 2>said & verb=$!
      exec 3>a.fr.txt; kill -TERM $verb; wait $verb; echo $?; grep interrupted said
      """)
    #expect(
      result.output == """
        143
        interrupted: the batches that are whole stay; the same command with --resume goes on

        """, "\(result.errors)")
  }
}
