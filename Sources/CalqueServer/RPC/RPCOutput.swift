package import CalqueModel
package import CalqueSystem
import Synchronization

/// Messages that go out, each written whole.
package final class RPCOutput: Sendable {
  private let file: OutputFile
  private let framing: RPCFraming
  private let state = Mutex((isClosed: false, calls: 0))

  /// Sends messages into a file.
  package init(_ framing: RPCFraming, to file: OutputFile = .standardOutput) {
    self.framing = framing
    self.file = file
  }

  /// Whether the other side reads no more.
  package var isClosed: Bool { state.withLock(\.isClosed) }

  /// Sends a message; after a failure, none is sent any more.
  func send(_ message: JSONValue) {
    let bytes = framing.framed(message.json)
    state.withLock { state in
      if state.isClosed { return }
      do { try file.write(bytes) } catch { state.isClosed = true }
    }
  }

  /// Sends a notification.
  package func notify(_ method: String, _ parameters: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": parameters])
  }

  /// Sends a request whose answer is not awaited.
  package func call(_ method: String, _ parameters: JSONValue) {
    let number = state.withLock { state in
      state.calls += 1
      return state.calls
    }
    send([
      "jsonrpc": "2.0", "id": .string("calque-\(number)"), "method": .string(method),
      "params": parameters,
    ])
  }
}
