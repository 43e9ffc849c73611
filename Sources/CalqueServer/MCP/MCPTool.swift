import CalqueModel

/// A tool that a language model may call.
struct MCPTool {
  /// The name by which it is called.
  let name: String
  /// What it does, for the model.
  let description: String
  /// Whether it changes nothing.
  var isReadOnly = true
  /// Its parameters.
  let parameters: [MCPParameter]
  /// Answers a call with an object.
  let answer: (MCPCall) throws -> JSONValue

  /// The tool as `tools/list` shows it.
  var listing: JSONValue {
    let required = parameters.filter(\.isRequired).map { JSONValue.string($0.name) }
    return [
      "name": .string(name), "description": .string(description),
      "inputSchema": [
        "type": "object",
        "properties": .object(parameters.map { (name: $0.name, value: $0.schema) }),
        "required": .array(required), "additionalProperties": false,
      ],
      "annotations": [
        "readOnlyHint": .boolean(isReadOnly), "destructiveHint": false, "openWorldHint": false,
      ],
    ]
  }

  /// The reason why arguments are wrong; nil if they are right.
  func fault(of arguments: JSONValue) -> String? {
    guard let members = arguments.members else { return "the arguments are an object" }
    let names = parameters.map(\.name)
    for member in members where !names.contains(member.name) {
      return "'\(name)' has no argument '\(member.name)'; it takes: "
        + names.joined(separator: ", ")
    }
    for parameter in parameters {
      switch arguments[parameter.name] {
      case nil, .null?: if parameter.isRequired { return "'\(parameter.name)' is missing" }
      case let value?: if let fault = parameter.fault(of: value) { return fault }
      }
    }
    return nil
  }
}

/// A call of a tool, with arguments that its parameters allow.
struct MCPCall {
  /// The arguments.
  let arguments: JSONValue
  /// Says that the call changes the store from here on; throws if it was cancelled before.
  let commit: () throws -> Void

  /// A text; nil if it is not given.
  func text(_ name: String) -> String? { arguments[name]?.text }

  /// A text that is required; the empty one never comes.
  func required(_ name: String) -> String { text(name) ?? "" }

  /// A number; nil if it is not given.
  func number(_ name: String) -> Int? { arguments[name]?.integer }

  /// A list of words; nil if it is not given.
  func words(_ name: String) -> [String]? { arguments[name]?.items?.compactMap(\.text) }
}

/// A call that could not be answered, for the model to mend.
struct MCPRefusal: Error {
  /// What was wrong, and what to do.
  let message: String
}
