import Foundation
import Testing

@Suite("The process")
struct ProcessTests {
  @Test("waits for nothing on a terminal: without a text it says what to give")
  func noSilentWait() throws {
    let result = try Command().onTerminal("calque lookup")
    #expect(result.status == 2)
    #expect(
      result.output
        == "error: no text is given. For example: calque lookup \"La France accueillera le sommet.\"\n"
    )
  }

  @Test("ends with 130 on Ctrl-C")
  func interrupted() throws {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    let result = try command.onTerminal(
      "(sleep 1; kill -INT $$) & exec calque lookup -")
    #expect(result.status == 130)
  }

  @Test(
    "asks before it removes, and takes no answer for a no",
    arguments: [("y\n", 0), ("oui\n", 0), ("n\n", 2), ("\n", 2)] as [(String, Int32)])
  func asks(answer: String, status: Int32) throws {
    let command = try Command()
    _ = try command.shell("calque init --pair fr-en && calque add sommet summit")
    let result = try command.onTerminal("calque rm 1", typing: answer)
    #expect(result.status == status)
    #expect(result.output.contains("sommet\n"))
    #expect(result.output.contains("Remove 1 unit from the memory 'my-memory'? [y/N] "))
    #expect(try command("lookup", "sommet").status == (status == 0 ? 1 : 0))
  }

  @Test(
    "colours what it shows on a terminal, unless NO_COLOR says not to",
    arguments: [
      ([:], true), (["NO_COLOR": ""], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false),
    ] as [([String: String], Bool)])
  func colours(environment: [String: String], isColoured: Bool) throws {
    let command = try Command()
    _ = try command.shell("calque init --pair fr-en && calque add 'le sommet' 'the summit'")
    let terminal = try command.onTerminal(
      "calque lookup --min-score 40 le grand sommet", environment: environment)
    #expect(terminal.output.contains("\u{1B}[31m[-grand-]\u{1B}[0m") == isColoured)
    #expect(terminal.output.contains("[-grand-]"))
    let piped = try command.shell(
      "calque lookup --min-score 40 le grand sommet", environment: environment)
    #expect(!piped.output.contains("\u{1B}"))
    let forced = try command.shell(
      "calque lookup --min-score 40 --color always le grand sommet", environment: environment)
    #expect(forced.output.contains("\u{1B}[31m"))
  }

  @Test("shows what a stored text would do to a terminal, instead of sending it")
  func harmless() throws {
    let command = try Command()
    _ = try command.shell(
      "calque init --pair fr-en && calque add \"$(printf 'sommet\\302\\233]0;x')\" \"$(printf 'a\\342\\200\\256b')\""
    )
    for verb in ["lookup --min-score 40", "search"] {
      let result = try command.onTerminal("calque \(verb) sommet", environment: ["NO_COLOR": "1"])
      #expect(result.output.contains(#"\u{9B}]0;x"#), "\(verb): \(result.output)")
      #expect(result.output.contains(#"a\u{202E}b"#))
      #expect(!result.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
    let json = try command("lookup", "--min-score", "40", "--json", "sommet")
    #expect(json.output.contains(#"\u009b]0;x"#))
  }

  @Test("answers each line before it waits for the next")
  func answersInStep() throws {
    let command = try Command()
    _ = try command.shell("calque init --pair fr-en && calque add sommet summit")
    let result = try command.shell(
      """
      mkfifo ask answer; calque lookup --json <ask >answer & exec 3>ask 4<answer
      for text in sommet zzz; do echo $text >&3; read -r line <&4; echo "$line" | cut -c1-18; done
      exec 3>&-; wait
      """)
    #expect(result.output == "{\"query\":\"sommet\",\n{\"query\":\"zzz\",\"ma\n")
  }
}
