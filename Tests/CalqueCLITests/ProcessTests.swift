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
}
