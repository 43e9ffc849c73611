package import Calque
package import CalqueModel

/// A session of the Model Context Protocol: tools for language models.
///
/// No tool reads or writes a file: a model sends the texts, and gets what the desk's memories and
/// glossaries say.
package final class MCPService: RPCService {
  /// The notification that takes a request back.
  package static let cancellation = RPCServer.Cancellation(
    method: "notifications/cancelled", member: "requestId")

  /// The revisions of the protocol that are spoken, the newest first.
  private static let versions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]

  private static let instructions = """
    The translation memories and glossaries of a newsroom. Before you translate, ask 'suggest' for \
    an article or 'lookup' for a sentence, and use the preferred renderings; when you are done, \
    'check' your translation against its source.
    """

  private let tools: [MCPTool]
  private var isInitialised = false

  /// Prepares a session.
  ///
  /// - Parameters:
  ///   - workspace: the store and its settings; opened for writing if it may be changed.
  ///   - isWritable: whether there are tools that change the store.
  package init(_ workspace: Workspace, isWritable: Bool) {
    tools = MCPTools(workspace: workspace).all(isWritable: isWritable)
  }

  package let hasRest = false
  package let isEnded = false
  package func rest() {}
  package func take(_ notification: RPCNotification) {}

  package func answer(
    _ request: RPCRequest, commits: () -> Bool
  ) throws(RPCError) -> JSONValue {
    switch request.method {
    case "initialize": return try initialise(request.parameters)
    case "ping": return [:]
    case "tools/list":
      try checkInitialised()
      return ["tools": .array(tools.map(\.listing))]
    case "tools/call":
      try checkInitialised()
      return try call(request.parameters, commits)
    default: throw .unknownMethod(request.method)
    }
  }

  private func checkInitialised() throws(RPCError) {
    if !isInitialised { throw .notInitialised }
  }

  private func initialise(_ parameters: JSONValue) throws(RPCError) -> JSONValue {
    guard let asked = parameters["protocolVersion"]?.text else {
      throw .invalidParameters("'protocolVersion' is missing")
    }
    isInitialised = true
    return [
      "protocolVersion": .string(Self.versions.contains(asked) ? asked : Self.versions[0]),
      "capabilities": ["tools": ["listChanged": false]],
      "serverInfo": ["name": "calque", "version": .string(CalqueVersion.current)],
      "instructions": .string(Self.instructions),
    ]
  }

  private func call(_ parameters: JSONValue, _ commits: () -> Bool) throws(RPCError) -> JSONValue {
    guard let name = parameters["name"]?.text else { throw .invalidParameters("'name' is missing") }
    guard let tool = tools.first(where: { $0.name == name }) else {
      throw .invalidParameters(
        "no tool '\(name)'; the tools are \(tools.map(\.name).joined(separator: ", "))")
    }
    let arguments = parameters["arguments"] ?? [:]
    if let fault = tool.fault(of: arguments) { return Self.result(fault, isError: true) }
    do {
      let answer = try withoutActuallyEscaping(commits) { commits in
        try tool.answer(
          MCPCall(arguments: arguments) { if !commits() { throw RPCError.cancelled } })
      }
      return Self.result(MCPAnswerBound.bounded(answer).json, isError: false)
    } catch let error as RPCError {
      throw error
    } catch let error as MCPRefusal {
      return Self.result(error.message, isError: true)
    } catch let error as WorkspaceError {
      return Self.result(error.text(Self.advice), isError: true)
    } catch {
      return Self.result("\(error)", isError: true)
    }
  }

  private static func result(_ text: String, isError: Bool) -> JSONValue {
    ["content": [["type": "text", "text": .string(text)]], "isError": .boolean(isError)]
  }

  /// A remedy in the words of a tool's arguments.
  private static func advice(_ remedy: Remedy) -> String {
    switch remedy {
    case .choosePair(let pairs):
      "give the argument pair: " + pairs.map(\.description).joined(separator: " or ")
    case .namePair, .importFirst: "give the argument pair, source first: fr-en"
    case .nameDate: "give the argument date"
    default: remedy.description
    }
  }
}
