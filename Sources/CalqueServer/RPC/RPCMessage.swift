package import CalqueModel

/// A message of JSON-RPC 2.0 that came in.
package enum RPCMessage: Sendable {
  /// Asks for an answer with the same id.
  case request(RPCRequest)
  /// Asks for no answer.
  case notification(RPCNotification)
  /// Answers a request of this side.
  case response
}

/// A request that came in.
package struct RPCRequest: Sendable {
  /// The id: a text or a whole number.
  package let id: JSONValue
  /// The method.
  package let method: String
  /// The parameters; null without any.
  package let parameters: JSONValue
}

/// A notification that came in.
package struct RPCNotification: Sendable {
  /// The method.
  package let method: String
  /// The parameters; null without any.
  package let parameters: JSONValue
}

/// A message that is none, with the id under which to say so.
struct RPCFault: Error {
  let id: JSONValue?
  let error: RPCError
}

extension RPCMessage {
  /// The maximum number of values inside each other.
  private static let depth = 64

  /// Reads the bytes of one message.
  static func read(_ bytes: [UInt8]) throws(RPCFault) -> RPCMessage {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw RPCFault(id: nil, error: .unreadable("the message is not UTF-8"))
    }
    switch JSONValue.read(bytes, depth: depth) {
    case .success(let value): return try read(value)
    case .failure(let fault):
      throw RPCFault(
        id: nil,
        error: .unreadable(
          "the message is no JSON, or has more than \(depth) levels: byte \(fault.offset) does not "
            + "fit"))
    }
  }

  private static func read(_ value: JSONValue) throws(RPCFault) -> RPCMessage {
    guard value.members != nil else {
      let what = value.items == nil ? "a message is a JSON object" : "batches are not taken"
      throw RPCFault(id: nil, error: .invalidRequest("\(what); send one object a message"))
    }
    var id: JSONValue?
    switch value["id"] {
    case .string?, .number?: id = value["id"]
    case nil: break
    default:
      // An answer to a message whose id could not be read has the id null.
      if value["error"] != nil { return .response }
      throw RPCFault(id: nil, error: .invalidRequest("'id' is a text or a whole number"))
    }
    guard value["jsonrpc"]?.text == "2.0" else {
      throw RPCFault(id: id, error: .invalidRequest("'jsonrpc' is \"2.0\""))
    }
    guard let method = value["method"] else {
      if value["result"] != nil || value["error"] != nil { return .response }
      throw RPCFault(id: id, error: .invalidRequest("'method' is missing"))
    }
    guard let name = method.text else {
      throw RPCFault(id: id, error: .invalidRequest("'method' is a text"))
    }
    let parameters = value["params"] ?? .null
    guard parameters.members != nil || parameters.items != nil || parameters == .null else {
      throw RPCFault(id: id, error: .invalidRequest("'params' is an object or an array"))
    }
    return id.map { .request(RPCRequest(id: $0, method: name, parameters: parameters)) }
      ?? .notification(RPCNotification(method: name, parameters: parameters))
  }
}
