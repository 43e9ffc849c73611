import Foundation
import Testing

@Suite("calque mcp")
struct MCPTests {
  private func command() throws -> Command {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    _ = try command("add", "Le sommet est fini.", "The summit is over.")
    _ = try command("term", "add", "Bercy", "Ministry of Economy")
    _ = try command("term", "add", "Bercy", "Bercy Ministry", "--status", "forbidden")
    return command
  }

  private func session(_ command: Command, _ options: String...) throws -> RPCSession {
    let session = try RPCSession(.lines, ["mcp"] + options, in: command)
    let result = try session.result(
      "initialize",
      [
        "protocolVersion": "2025-06-18", "capabilities": [String: Any](),
        "clientInfo": ["name": "test"],
      ])
    #expect(result["protocolVersion"] as? String == "2025-06-18")
    try session.notify("notifications/initialized")
    return session
  }

  private func call(
    _ session: RPCSession, _ tool: String, _ arguments: [String: Any]
  ) throws -> (text: String, isError: Bool) {
    let result = try session.result("tools/call", ["name": tool, "arguments": arguments])
    let content = try #require((result["content"] as? [[String: Any]])?.first)
    #expect(content["type"] as? String == "text")
    return (
      try #require(content["text"] as? String), try #require(result["isError"] as? Bool)
    )
  }

  private func answer(
    _ session: RPCSession, _ tool: String, _ arguments: [String: Any]
  ) throws -> [String: Any] {
    let (text, isError) = try call(session, tool, arguments)
    #expect(!isError, "\(text)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
  }

  private func names(_ session: RPCSession) throws -> [String] {
    let tools = try session.result("tools/list")["tools"] as? [[String: Any]]
    return try #require(tools).compactMap { $0["name"] as? String }
  }

  @Test("offers five tools that change nothing, and two more where the store may be written")
  func tools() throws {
    let command = try command()
    let reading = try session(command)
    #expect(try names(reading) == ["lookup", "terms", "search", "suggest", "check"])
    let refused = try reading.ask(
      "tools/call", ["name": "add", "arguments": ["source": "a", "target": "b"]])
    let error = try #require(refused["error"] as? [String: Any])
    #expect(error["code"] as? Int == -32602)
    #expect((error["message"] as? String)?.hasPrefix("no tool 'add'; the tools are lookup") == true)
    #expect(try reading.end() == 0)
    let writing = try session(command, "--writable")
    #expect(try names(writing).suffix(2) == ["add", "term_add"])
    #expect(try writing.end() == 0)
  }

  @Test("each tool answers with the JSON of its verb")
  func answers() throws {
    let session = try session(try command())
    let lookup = try answer(session, "lookup", ["text": "Le sommet est fini."])
    let match = try #require((lookup["matches"] as? [[String: Any]])?.first)
    #expect(match["score"] as? Int == 100)
    #expect(match["target"] as? String == "The summit is over.")
    let terms = try answer(session, "terms", ["text": "Bercy calcule.", "date": "2024-05"])
    let term = try #require((terms["terms"] as? [[String: Any]])?.first)
    let translations = try #require(term["translations"] as? [[String: Any]])
    #expect(translations.map { $0["status"] as? String } == ["preferred", "forbidden"])
    #expect(terms["date"] as? String == "2024-05")
    let search = try answer(session, "search", ["query": "sommets", "limit": 1])
    #expect((search["hits"] as? [Any])?.count == 1)
    #expect(search["more"] as? Bool == false)
    let suggest = try answer(
      session, "suggest", ["text": "Bercy calcule. Le sommet est fini.", "only": ["matches"]])
    #expect((suggest["matches"] as? [Any])?.count == 1)
    #expect((suggest["terms"] as? [Any])?.isEmpty == true)
    let check = try answer(
      session, "check",
      ["source": "Bercy compte 8 400 agents.", "target": "Bercy Ministry has 840 agents."])
    let findings = try #require(check["findings"] as? [[String: Any]])
    #expect(Set(findings.compactMap { $0["rule"] as? String }) == ["forbidden", "number"])
    #expect(try session.end() == 0)
  }

  @Test("what is added is found at once, in the same session and in another")
  func writing() throws {
    let command = try command()
    let session = try session(command, "--writable")
    let added = try answer(
      session, "add", ["source": "Il pleut.", "target": "It is raining.", "memory": "desk"])
    #expect(added["new"] as? Bool == true)
    #expect(added["memory"] as? String == "desk")
    let found = try answer(session, "lookup", ["text": "Il pleut."])
    let match = try #require((found["matches"] as? [[String: Any]])?.first)
    #expect(match["status"] as? String == "draft")
    let term = try answer(
      session, "term_add",
      ["source": "Matignon", "target": "prime minister's office", "note": "Metonym."])
    #expect(term["new"] as? Bool == true)
    #expect(try session.end() == 0)
    #expect(try command("lookup", "Matignon").output.contains("prime minister's office"))
  }

  @Test(
    "says what is wrong with arguments, so that a model can mend them",
    arguments: [
      ("lookup", "{}", "'text' is missing"),
      ("lookup", #"{"text":7}"#, "'text' is a text"),
      ("lookup", #"{"text":" "}"#, "'text' is blank"),
      ("lookup", #"{"text":"a","limit":0}"#, "'limit' is a whole number from 1 to 50"),
      ("lookup", #"{"text":"a","min":3}"#, "'lookup' has no argument 'min'; it takes: text, pair"),
      ("lookup", #"{"text":"a","pair":"x"}"#, "'x' is not a language pair; write one as fr-en"),
      ("suggest", #"{"text":"a","only":["term"]}"#, "'only' is a list of: terms, matches"),
      ("terms", #"{"text":"a","date":"May"}"#, "'May' is not a date"),
      ("search", #"{"query":"a","in":"x"}"#, "'in' is one of: source, target, both"),
    ])
  func wrongArguments(_ tool: String, _ arguments: String, _ message: String) throws {
    let session = try session(try command())
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(arguments.utf8)) as? [String: Any])
    let (text, isError) = try call(session, tool, object)
    #expect(isError)
    #expect(text.contains(message), "\(text)")
    #expect(try session.end() == 0)
  }

  @Test("an answer has at most 64 KiB, and says what was cut")
  func bounded() throws {
    let session = try session(try command())
    let text = String(repeating: "Bercy calcule et Bercy compte. ", count: 300)
    let (answer, isError) = try call(session, "terms", ["text": text])
    #expect(!isError)
    #expect(answer.utf8.count <= 64 << 10)
    #expect(answer.contains(" of 600 terms are shown"))
    let long = try call(session, "lookup", ["text": String(repeating: "a", count: 10_001)])
    #expect(long.isError)
    #expect(long.text.contains("the maximum is 10000"))
    #expect(try session.end() == 0)
  }

  @Test("a message that is none is an error with its code, and the next one is answered")
  func malformed() throws {
    let session = try session(try command())
    let bad: [(String, Int)] = [
      ("{", -32700), ("nonsense", -32700), (#"{"jsonrpc":"2.0","id":1,"#, -32700),
      ("[]", -32600), ("7", -32600), (#"{"id":8,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":9}"#, -32600), (#"{"jsonrpc":"2.0","id":9,"method":1}"#, -32600),
      (#"{"jsonrpc":"2.0","id":[],"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":9,"method":"ping","params":3}"#, -32600),
      (#"{"jsonrpc":"2.0","id":9,"method":"nothing"}"#, -32601),
      (#"{"jsonrpc":"2.0","id":9,"method":"tools/call"}"#, -32602),
      (String(repeating: "[", count: 5_000), -32700),
    ]
    for (line, code) in bad {
      try session.write(Data((line + "\n").utf8))
      let error = try #require(try session.next()["error"] as? [String: Any], "\(line.prefix(60))")
      #expect(error["code"] as? Int == code, "\(line.prefix(60)): \(error)")
      #expect((error["message"] as? String)?.isEmpty == false)
    }
    try session.write(Data([0xFF, 0xFE, 0x0A]))
    #expect((try session.next()["error"] as? [String: Any])?["code"] as? Int == -32700)
    #expect(try session.ask("ping")["error"] == nil)
    #expect(try session.end() == 0)
  }

  @Test("a message of 100 MB is refused as soon as it is too long, and the next one is answered")
  func longMessage() throws {
    let session = try session(try command())
    let part = Data(repeating: UInt8(ascii: "x"), count: 1 << 20)
    for _ in 0..<100 { try session.write(part) }
    let error = try #require(try session.next()["error"] as? [String: Any])
    #expect(error["code"] as? Int == -32700)
    #expect((error["message"] as? String)?.contains("the maximum is 16 MiB") == true)
    try session.write(Data("\n".utf8))
    #expect(try session.ask("ping")["error"] == nil)
    #expect(try session.end() == 0)
  }

  @Test("a request that is taken back is answered once, with that error, worked on or not")
  func cancelled() throws {
    let session = try session(try command())
    let text = String(repeating: "Bercy calcule et le sommet est fini. ", count: 1_200)
    let long = try RPCSession.message(
      "tools/call", ["name": "suggest", "arguments": ["text": text]], id: 101)
    let waiting = try RPCSession.message(
      "tools/call", ["name": "lookup", "arguments": ["text": "Bercy"]], id: 102)
    var bytes = session.framed(long) + session.framed(waiting)
    for id in [102, 101, 999] {
      bytes += session.framed(
        try RPCSession.message("notifications/cancelled", ["requestId": id]))
    }
    bytes += session.framed(try RPCSession.message("ping", nil, id: 103))
    try session.write(bytes)
    var answers: [Int: [String: Any]] = [:]
    while answers[103] == nil {
      let message = try session.next()
      let id = try #require(message["id"] as? Int)
      #expect(answers[id] == nil, "two answers to \(id)")
      answers[id] = message
    }
    for id in [101, 102] {
      let error = try #require(answers[id]?["error"] as? [String: Any], "\(id)")
      #expect(error["code"] as? Int == -32800)
      #expect(error["message"] as? String == "the request was cancelled")
    }
    #expect(try session.end() == 0)
  }

  @Test("nothing is answered before initialize; an unknown revision gets the newest one")
  func initialising() throws {
    let session = try RPCSession(.lines, ["mcp"], in: try command())
    let early = try session.ask("tools/list")["error"] as? [String: Any]
    #expect(early?["code"] as? Int == -32002)
    #expect(try session.ask("ping")["error"] == nil)
    let result = try session.result("initialize", ["protocolVersion": "1999-01-01"])
    #expect(result["protocolVersion"] as? String == "2025-11-25")
    #expect(try session.end() == 0)
  }

  @Test("requests that wait when the input ends are answered before the end")
  func endOfInput() throws {
    let command = try command()
    let lines = try [
      RPCSession.message("initialize", ["protocolVersion": "2025-11-25"], id: 1),
      RPCSession.message(
        "tools/call", ["name": "lookup", "arguments": ["text": "Bercy"]], id: 2),
      RPCSession.message("tools/list", nil, id: 3),
    ]
    let result = try command("mcp", input: lines.joined(separator: "\n"))
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.split(separator: "\n").count == 3)
  }

  @Test("without a store the command ends with 3 and says how to make one")
  func noStore() throws {
    let result = try Command()("mcp", input: "{}\n")
    #expect(result.status == 3)
    #expect(result.output == "")
    #expect(result.errors.contains("calque init"))
  }
}
