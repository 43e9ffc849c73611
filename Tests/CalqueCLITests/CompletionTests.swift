import Testing

@Suite("Completions")
struct CompletionTests {
  @Test("for bash parse, and offer verbs and options")
  func bash() throws {
    let command = try Command()
    let script = try command("--generate-completion-script", "bash")
    #expect(script.status == 0 && script.errors.isEmpty)
    try command.folder.write(script.output, to: "completion.bash")
    let parsed = try command.shell("bash -n completion.bash")
    #expect(parsed.status == 0, "\(parsed.errors)")
    #expect(try offered("calque", "loo", after: "calque", command) == ["lookup"])
    #expect(try offered("calque", "import", "--keep", after: "import", command) == ["--keep-going"])
  }

  @Test(
    "for zsh and fish name the command",
    arguments: [("zsh", "#compdef calque"), ("fish", "complete -c 'calque'")])
  func others(shell: String, sign: String) throws {
    let script = try Command()("--generate-completion-script", shell)
    #expect(script.status == 0 && script.errors.isEmpty)
    #expect(script.output.contains(sign))
    #expect(script.output.contains("lookup"))
  }

  /// What bash offers for the last of the words.
  private func offered(_ words: String..., after: String, _ command: Command) throws -> [String] {
    let line = words.joined(separator: " ")
    try command.folder.write(
      """
      source completion.bash
      COMP_WORDS=(\(line)) COMP_CWORD=\(words.count - 1)
      COMP_LINE='\(line)' COMP_POINT=\(line.utf8.count) COMPREPLY=()
      _calque calque '\(words.last ?? "")' '\(after)'
      printf '%s\\n' "${COMPREPLY[@]}"
      """, to: "offer.bash")
    let result = try command.shell("bash offer.bash")
    #expect(result.errors.isEmpty)
    return result.output.split(separator: "\n").map(String.init)
  }
}
