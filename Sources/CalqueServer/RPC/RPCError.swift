package import CalqueModel

/// An error that answers a request of JSON-RPC 2.0.
package struct RPCError: Error, Equatable, Sendable {
  /// The number of the kind of error.
  package let code: Int
  /// What was wrong, and what to do, in one sentence.
  package let message: String
  /// More for the program that asked; nil for nothing.
  package let data: JSONValue?

  /// Creates an error.
  package init(_ code: Int, _ message: String, data: JSONValue? = nil) {
    self.code = code
    self.message = message
    self.data = data
  }

  /// The message cannot be read.
  package static func unreadable(_ message: String) -> RPCError { RPCError(-32700, message) }
  /// The message is no request.
  package static func invalidRequest(_ message: String) -> RPCError { RPCError(-32600, message) }
  /// No such method exists.
  package static func unknownMethod(_ method: String) -> RPCError {
    RPCError(-32601, "no method '\(method)'")
  }
  /// The parameters are wrong.
  package static func invalidParameters(_ message: String) -> RPCError {
    RPCError(-32602, message)
  }
  /// The first request must be `initialize`.
  package static let notInitialised = RPCError(
    -32002, "the session is not initialised; send initialize first")
  /// The request is right, and could not be carried out.
  package static func failed(_ message: String) -> RPCError { RPCError(-32803, message) }
  /// The other side took the request back.
  package static let cancelled = RPCError(-32800, "the request was cancelled")

  /// The error as the answer to a request; the id is null if the request has none that can be read.
  func answer(to id: JSONValue?) -> JSONValue {
    var error: [(name: String, value: JSONValue)] = [
      ("code", .number(code)), ("message", .string(message)),
    ]
    if let data { error.append(("data", data)) }
    return ["jsonrpc": "2.0", "id": id ?? .null, "error": .object(error)]
  }
}
