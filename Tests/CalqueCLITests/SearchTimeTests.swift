import Testing

@Suite("A search for an expression that takes too long")
struct SearchTimeTests {
  /// Forty long units, on each of which the expression takes half a second.
  private func command() throws -> Command {
    let command = try Command()
    _ = try command.shell(
      """
      calque init --pair fr-en
      calque add --into short 'Trouvé.' 'Found.'
      for number in $(seq 40); do
        printf 'Texte %d %s fin\\tText %d\\n' $number "$(yes mot | head -n 3000 | tr '\\n' ' ')" $number
      done >long.fr-en.tsv
      calque import --as memory long.fr-en.tsv
      """)
    return command
  }

  private static let hard = String(repeating: "(?=.*)", count: 10)

  @Test(
    "ends before it has looked at every text, and says that nothing was found",
    .timeLimit(.minutes(2)))
  func nothing() throws {
    let command = try command()
    let result = try command("search", "--memory", "long", "--regex", Self.hard)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("takes too long: nothing was found in the "), "\(result.errors)")
    // Forty texts were given half a second each before.
    #expect(!result.errors.contains("in the 40 texts"))
  }

  @Test("shows what it found until then, and says that it was cut", .timeLimit(.minutes(2)))
  func found() throws {
    let command = try command()
    // The short text comes first; the long ones take all the time there is.
    let result = try command(
      "search", "--regex", "--in", "source", "trouve\\.|\(Self.hard)")
    #expect(result.status == 2)
    #expect(result.errors.contains("warning: the expression takes too long:"), "\(result.errors)")
    #expect(result.output.contains("[Trouvé.]"), "\(result.output)")
  }
}
