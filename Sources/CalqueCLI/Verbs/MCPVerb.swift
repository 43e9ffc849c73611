import ArgumentParser
import Calque
import CalqueServer

/// `calque mcp`: the desk's words for language models.
struct MCPVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Serve language models: the Model Context Protocol on standard input and output.",
    discussion: """
      Example:
        calque mcp --store news.db
        calque mcp --writable

      A client starts it and sends requests, one a line. The tools lookup, terms,
      search, suggest and check answer from the store; no tool reads a file.
      Nothing is changed, unless --writable adds the tools add and term_add.
      An answer has at most 64 KiB, and says what was cut.
      """)

  @Flag(help: "Offer tools that add units and terms.")
  var writable = false

  @OptionGroup var store: StoreOption

  mutating func run() throws {
    try TextInput.refuseTerminal("calque mcp, started by a client", missing: "client")
    let workspace = try store.open(for: writable ? .writing : .reading)
    let output = RPCOutput(.lines)
    RPCServer(.lines, cancellation: MCPService.cancellation, output: output)
      .run(MCPService(workspace, isWritable: writable))
  }
}
