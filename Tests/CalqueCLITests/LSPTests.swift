import Foundation
import Testing

@Suite("calque lsp")
struct LSPTests {
  private func command() throws -> Command {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    _ = try command("add", "Le sommet est fini.", "The summit is over.")
    _ = try command("term", "add", "Bercy", "Ministry of Economy", "--note", "Paris *site*.")
    _ = try command("term", "add", "Bercy", "Bercy Ministry", "--status", "forbidden")
    return command
  }

  private func session(
    _ command: Command, _ capabilities: [String: Any] = LSPTests.capabilities
  ) throws -> RPCSession {
    let session = try RPCSession(.headers, ["lsp"], in: command)
    _ = try session.result("initialize", ["processId": NSNull(), "capabilities": capabilities])
    try session.notify("initialized", [String: Any]())
    return session
  }

  private static var capabilities: [String: Any] {
    [
      "textDocument": [
        "hover": ["contentFormat": ["markdown", "plaintext"]],
        "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": [String]()]]],
        "publishDiagnostics": ["relatedInformation": true],
      ],
      "workspace": ["applyEdit": true],
    ]
  }

  private func uri(_ name: String, in command: Command) -> String {
    "file://" + command.folder.file(name).path
  }

  private func open(
    _ session: RPCSession, _ uri: String, _ text: String, version: Int = 1
  ) throws {
    try session.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": uri, "languageId": "plaintext", "version": version, "text": text,
        ]
      ])
  }

  private func at(_ uri: String, _ line: Int, _ character: Int) -> [String: Any] {
    ["textDocument": ["uri": uri], "position": ["line": line, "character": character]]
  }

  private func finish(_ session: RPCSession) throws {
    #expect(try session.ask("shutdown")["error"] == nil)
    try session.notify("exit")
    #expect(try session.end() == 0)
  }

  private func hover(
    _ session: RPCSession, _ parameters: [String: Any]
  ) throws -> (text: String, start: Int, end: Int) {
    let result = try session.result("textDocument/hover", parameters)
    let contents = try #require(result["contents"] as? [String: Any])
    let range = try #require(result["range"] as? [String: [String: Int]])
    return (
      try #require(contents["value"] as? String), try #require(range["start"]?["character"]),
      try #require(range["end"]?["character"])
    )
  }

  @Test("shows the term under the pointer, right behind an emoji, in the editor's unit")
  func hover() throws {
    let command = try command()
    for (encodings, start, end) in [
      (nil, 5, 10), (["utf-8", "utf-16"], 8, 13), (["utf-32"], 4, 9),
      (["ebcdic", "utf-16"], 5, 10),
    ] as [([String]?, Int, Int)] {
      var capabilities = Self.capabilities
      if let encodings { capabilities["general"] = ["positionEncodings": encodings] }
      let session = try session(command, capabilities)
      let uri = uri("a.fr.txt", in: command)
      try open(session, uri, "Il pleut.\né 😀 Bercy calcule.\n")
      let shown = try hover(session, at(uri, 1, start))
      #expect((shown.start, shown.end) == (start, end))
      #expect(
        shown.text
          == "**Bercy** → **Ministry of Economy**  \n✗ Bercy Ministry  \n"
          + "Paris \\*site\\*.  \n*my\\-terms*"
      )
      let before = try session.ask("textDocument/hover", at(uri, 1, start - 1))
      #expect(before["result"] is NSNull)
      try finish(session)
    }
  }

  @Test("shows plain text where the editor shows no Markdown, and the match for a sentence")
  func plainHover() throws {
    let command = try command()
    let session = try session(command, [:])
    let uri = uri("a.fr.txt", in: command)
    try open(session, uri, "Le sommet est fini. Bercy calcule.")
    let shown = try hover(session, at(uri, 0, 4))
    #expect(shown.text == "100 % Le sommet est fini.\n→ The summit is over.\nmy-memory")
    #expect((shown.start, shown.end) == (0, 19))
    #expect(try hover(session, at(uri, 0, 21)).text.hasPrefix("Bercy → Ministry of Economy\n✗"))
    try finish(session)
  }

  @Test("follows changes in parts and whole, and a text in the other language")
  func changes() throws {
    let command = try command()
    let session = try session(command)
    let uri = uri("a.txt", in: command)
    try open(session, uri, "😀 x\nRien.")
    func change(_ version: Int, _ changes: [[String: Any]]) throws {
      try session.notify(
        "textDocument/didChange",
        ["textDocument": ["uri": uri, "version": version], "contentChanges": changes])
    }
    func part(_ text: String, _ place: (Int, Int), _ end: (Int, Int)) -> [String: Any] {
      [
        "text": text,
        "range": [
          "start": ["line": place.0, "character": place.1],
          "end": ["line": end.0, "character": end.1],
        ],
      ]
    }
    try change(2, [part("Bercy", (0, 3), (0, 4)), part(" et ", (0, 8), (1, 4))])
    // The text is now: 😀 Bercy et .
    #expect(try hover(session, at(uri, 0, 3)).start == 3)
    try change(3, [["text": "Rien du tout.\nBercy"]])
    #expect(try hover(session, at(uri, 1, 0)).end == 5)
    try change(4, [["text": "The Ministry of Economy counts the money that it has."]])
    let shown = try hover(session, at(uri, 0, 6))
    #expect(shown.text.hasPrefix("**Ministry of Economy** → **Bercy**"))
    try finish(session)
  }

  @Test("checks a translation beside its source, from the file and as it is typed, on both sides")
  func diagnostics() throws {
    let command = try command()
    try command.folder.write("Bercy a 8 400 agents.\n", to: "été 1.fr.txt")
    let session = try session(command)
    let (source, target) = (
      uri("%C3%A9t%C3%A9%201.fr.txt", in: command), uri("%C3%A9t%C3%A9%201.en.txt", in: command)
    )
    try open(session, target, "😀 Bercy Ministry has 840 agents.\n", version: 7)
    let published = try diagnostics(try session.next("textDocument/publishDiagnostics"))
    #expect(published.uri == target)
    #expect(published.version == 7)
    #expect(published.rules == ["forbidden", "number"])
    #expect(published.severities == [1, 1])
    #expect(published.starts == [3, 22])
    #expect(published.related.first == source)
    try session.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": target, "version": 8],
        "contentChanges": [["text": "The Ministry of Economy has 8,400 agents.\n"]],
      ])
    #expect(
      try diagnostics(try session.next("textDocument/publishDiagnostics")).rules.isEmpty)
    try open(session, source, "Bercy a 9 400 agents.\n")
    var shown: [String: [String]] = [:]
    for _ in 0..<2 {
      let next = try diagnostics(try session.next("textDocument/publishDiagnostics"))
      shown[next.uri] = next.rules
    }
    #expect(shown == [source: ["number"], target: ["number"]])
    try session.notify("textDocument/didClose", ["textDocument": ["uri": target]])
    let closed = try diagnostics(try session.next("textDocument/publishDiagnostics"))
    #expect((closed.uri, closed.rules.isEmpty) == (target, true))
    try finish(session)
  }

  private func diagnostics(
    _ message: [String: Any]
  ) throws -> (
    uri: String, version: Int?, rules: [String], severities: [Int], starts: [Int], related: [String]
  ) {
    let parameters = try #require(message["params"] as? [String: Any])
    let items = try #require(parameters["diagnostics"] as? [[String: Any]])
    let ranges = items.compactMap { $0["range"] as? [String: [String: Int]] }
    let related = items.compactMap { ($0["relatedInformation"] as? [[String: Any]])?.first }
    return (
      try #require(parameters["uri"] as? String), parameters["version"] as? Int,
      items.compactMap { $0["code"] as? String }, items.compactMap { $0["severity"] as? Int },
      ranges.compactMap { $0["start"]?["character"] },
      related.compactMap { ($0["location"] as? [String: Any])?["uri"] as? String }
    )
  }

  @Test("completes from the source beside the text, and from the line without one")
  func completion() throws {
    let command = try command()
    try command.folder.write("Le sommet est fini.\nBercy calcule.\n", to: "a.fr.txt")
    let session = try session(command)
    let target = uri("a.en.txt", in: command)
    try open(session, target, "\n😀 Min\n")
    let first = try items(session.result("textDocument/completion", at(target, 0, 0)))
    #expect(first.map(\.label) == ["The summit is over.", "Ministry of Economy"])
    let second = try items(session.result("textDocument/completion", at(target, 1, 6)))
    #expect(second.map(\.label) == ["Ministry of Economy"])
    #expect(second.map(\.start) == [3])
    #expect(second.map(\.end) == [6])
    let alone = uri("b.fr.txt", in: command)
    try open(session, alone, "Bercy calcule.\nRien.")
    #expect(
      try items(session.result("textDocument/completion", at(alone, 0, 14))).map(\.label)
        == ["Ministry of Economy"])
    #expect(try items(session.result("textDocument/completion", at(alone, 1, 2))).isEmpty)
    try finish(session)
  }

  private func items(
    _ result: [String: Any]
  ) throws -> [(label: String, start: Int, end: Int)] {
    try #require(result["items"] as? [[String: Any]]).map { item in
      let edit = try #require(item["textEdit"] as? [String: Any])
      let range = try #require(edit["range"] as? [String: [String: Int]])
      #expect(edit["newText"] as? String == item["label"] as? String)
      return (
        try #require(item["label"] as? String), try #require(range["start"]?["character"]),
        try #require(range["end"]?["character"])
      )
    }
  }

  private func range(_ line: Int, _ start: Int, _ end: Int) -> [String: Any] {
    [
      "start": ["line": line, "character": start], "end": ["line": line, "character": end],
    ]
  }

  @Test("offers translations to put in, as edits or as a command, and does the command")
  func actions() throws {
    let command = try command()
    let source = uri("a.fr.txt", in: command)
    let session = try session(command)
    try open(session, source, "😀 Bercy calcule. Le sommet est fini.")
    let answer = try session.ask(
      "textDocument/codeAction",
      ["textDocument": ["uri": source], "range": range(0, 4, 4), "context": ["diagnostics": []]])
    let actions = try #require(answer["result"] as? [[String: Any]])
    #expect(
      actions.map { $0["title"] as? String }
        == ["Insert translation of Bercy: Ministry of Economy"])
    let edit = try #require(actions.first?["edit"] as? [String: [String: [[String: Any]]]])
    let change = try #require(edit["changes"]?[source]?.first)
    #expect(change["newText"] as? String == "Ministry of Economy")
    #expect(
      change["range"] as? [String: [String: Int]] == range(0, 3, 8) as? [String: [String: Int]])
    try session.write(
      session.framed(
        RPCSession.message(
          "workspace/executeCommand",
          ["command": "calque.insertTranslation", "arguments": [source, range(0, 25, 25)]],
          id: 77)))
    let asked = try #require(try session.next("workspace/applyEdit")["params"] as? [String: Any])
    let wanted = try #require(asked["edit"] as? [String: [String: [[String: Any]]]])
    #expect(wanted["changes"]?[source]?.first?["newText"] as? String == "The summit is over.")
    #expect(try session.answer(to: 77)["result"] is NSNull)
    let nothing = try session.ask(
      "workspace/executeCommand",
      ["command": "calque.insertTranslation", "arguments": [source, range(0, 0, 0)]])
    #expect((nothing["error"] as? [String: Any])?["code"] as? Int == -32803)
    try finish(session)
    let plain = try self.session(command, ["workspace": ["applyEdit": true]])
    try open(plain, source, "Bercy calcule.")
    let commands = try plain.ask(
      "textDocument/codeAction",
      ["textDocument": ["uri": source], "range": range(0, 1, 1), "context": [String: Any]()])
    let only = try #require((commands["result"] as? [[String: Any]])?.first)
    #expect(only["command"] as? String == "calque.insertTranslation")
    #expect((only["arguments"] as? [Any])?.count == 3)
    try finish(plain)
  }

  @Test("offers what a finding expects, and the match of the source's sentence")
  func fixes() throws {
    let command = try command()
    try command.folder.write("Le sommet est fini.\nBercy a 8 400 agents.\n", to: "a.fr.txt")
    let session = try session(command)
    let target = uri("a.en.txt", in: command)
    try open(session, target, "Over.\nBercy Ministry has 840 agents.\n")
    _ = try session.next("textDocument/publishDiagnostics")
    func titles(_ line: Int, _ place: Int, only: [String]? = nil) throws -> [String] {
      var context: [String: Any] = ["diagnostics": [Any]()]
      if let only { context["only"] = only }
      let answer = try session.ask(
        "textDocument/codeAction",
        [
          "textDocument": ["uri": target], "range": range(line, place, place), "context": context,
        ])
      return try #require(answer["result"] as? [[String: Any]]).compactMap {
        $0["title"] as? String
      }
    }
    #expect(try titles(1, 20) == ["Replace with: 8,400"])
    #expect(try titles(1, 3) == ["Replace with: Ministry of Economy"])
    #expect(try titles(1, 3, only: ["refactor"]).isEmpty)
    #expect(
      try titles(0, 2, only: ["refactor"]) == ["Insert translation (100 %): The summit is over."])
    try finish(session)
  }

  @Test("keeps to the order of a session, and says what is wrong with a request")
  func order() throws {
    let command = try command()
    let early = try RPCSession(.headers, ["lsp"], in: command)
    func code(_ answer: [String: Any]) -> Int? {
      (answer["error"] as? [String: Any])?["code"] as? Int
    }
    #expect(code(try early.ask("textDocument/hover", [String: Any]())) == -32002)
    try early.notify("exit")
    #expect(try early.end() == 1)
    let session = try session(command)
    #expect(code(try session.ask("initialize", [String: Any]())) == -32600)
    #expect(code(try session.ask("textDocument/rename", [String: Any]())) == -32601)
    #expect(code(try session.ask("textDocument/hover", [String: Any]())) == -32602)
    let missing = try session.ask("textDocument/hover", at("file:///none.fr.txt", 0, 0))
    #expect(
      (missing["error"] as? [String: Any])?["message"] as? String
        == "file:///none.fr.txt is not open; send textDocument/didOpen first")
    let uri = uri("a.fr.txt", in: command)
    try open(session, uri, "Bercy")
    let wrong: [String: Any] = [
      "textDocument": ["uri": uri], "position": ["line": -1, "character": 0],
    ]
    #expect(code(try session.ask("textDocument/hover", wrong)) == -32602)
    #expect(code(try session.ask("textDocument/hover", at(uri, 900, 900))) == nil)
    #expect(try session.ask("shutdown")["error"] == nil)
    #expect(code(try session.ask("textDocument/hover", at(uri, 0, 0))) == -32600)
    try session.notify("exit")
    #expect(try session.end() == 0)
  }

  @Test("a broken frame is an error, and the next one is answered")
  func frames() throws {
    let session = try session(try command())
    let bad: [(String, Int)] = [
      ("nonsense\r\nmore: of it\r\n\r\n", -32700),
      (#"{"jsonrpc":"2.0","id":3,"method":"shutdown"}"# + "\n", -32700),
      ("\n" + String(repeating: "x", count: 100_000) + "\n\n", -32700),
      ("Content-Type: x\r\n\r\n", -32700),
      ("Content-Length: -5\r\n\r\n", -32700),
      ("Content-Length: 2\r\n\r\n{]", -32700),
      ("Content-Length: 2\r\n\r\n[]", -32600),
    ]
    for (bytes, code) in bad {
      try session.write(Data(bytes.utf8))
      let error = try #require(try session.next()["error"] as? [String: Any], "\(bytes)")
      #expect(error["code"] as? Int == code, "\(bytes): \(error)")
    }
    let message = #"{"jsonrpc":"2.0","id":8,"method":"none"}"#
    try session.write(
      Data("content-length:\t\(message.utf8.count)\r\nContent-Type: x\r\n\r\n\(message)".utf8))
    #expect((try session.answer(to: 8)["error"] as? [String: Any])?["code"] as? Int == -32601)
    try finish(session)
  }

  @Test("a message of 100 MB is refused at its header, and the next one is answered")
  func longMessage() throws {
    let session = try session(try command())
    try session.write(Data("Content-Length: 104857600\r\n\r\n".utf8))
    let error = try #require(try session.next()["error"] as? [String: Any])
    #expect((error["message"] as? String)?.hasPrefix("the message has 104857600 bytes") == true)
    let part = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
    for _ in 0..<100 { try session.write(part) }
    try finish(session)
  }

  @Test("a request that is taken back is answered once")
  func cancelled() throws {
    let command = try command()
    let session = try session(command)
    let uri = uri("a.fr.txt", in: command)
    try open(
      session, uri, String(repeating: "Bercy calcule et le sommet est fini. ", count: 1_500))
    var bytes = Data()
    for id in [501, 502] {
      bytes += session.framed(
        try RPCSession.message("textDocument/hover", at(uri, 0, 1), id: id))
    }
    for id in [502, 999] {
      bytes += session.framed(try RPCSession.message("$/cancelRequest", ["id": id]))
    }
    try session.write(bytes)
    let first = try session.next()
    #expect(first["id"] as? Int == 502)
    #expect((first["error"] as? [String: Any])?["code"] as? Int == -32800)
    #expect(try session.answer(to: 501)["error"] == nil)
    try finish(session)
  }

  @Test("says of a text that is too long what the maximum is, and goes on")
  func longText() throws {
    let command = try command()
    let session = try session(command)
    let uri = uri("a.fr.txt", in: command)
    try open(session, uri, String(repeating: "Bercy. ", count: 160_000))
    let answer = try session.ask("textDocument/hover", at(uri, 0, 1))
    let message = (answer["error"] as? [String: Any])?["message"] as? String
    #expect(message == "the text has 1120000 bytes, and the maximum is 1048576; cut it into parts")
    try finish(session)
  }

  @Test("without a store initialize is refused with the remedy; without exit the code is 1")
  func noStore() throws {
    let session = try RPCSession(.headers, ["lsp"], in: try Command())
    let answer = try session.ask("initialize", ["capabilities": [String: Any]()])
    let message = (answer["error"] as? [String: Any])?["message"] as? String
    #expect(message?.contains("make one with: calque init") == true, "\(answer)")
    #expect(try session.end() == 1)
  }
}
