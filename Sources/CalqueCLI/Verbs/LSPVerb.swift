import ArgumentParser
import CalqueServer

/// `calque lsp`: the desk's words in an editor.
struct LSPVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Serve an editor: the Language Server Protocol on standard input and output.",
    discussion: """
      Example:
        calque lsp
        calque lsp --store news.db

      An editor starts it for its text files. It shows the terms of a text with their
      renderings, completes them, and puts translations in. Where the source of a
      translation stands beside it, story.fr.txt beside story.en.txt, the findings of
      check are shown as you type. The store is --store, else what the editor's
      folder leads to, as for every verb.
      """)

  @OptionGroup var store: StoreOption

  mutating func run() throws {
    try TextInput.refuseTerminal("calque lsp, started by an editor", missing: "editor")
    let output = RPCOutput(.headers)
    let service = LanguageService(storePath: store.path, output: output)
    RPCServer(.headers, cancellation: LanguageService.cancellation, output: output).run(service)
    if !service.isOrderly { throw ExitStatus.nothingFound }
  }
}
