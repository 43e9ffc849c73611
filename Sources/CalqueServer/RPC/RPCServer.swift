package import CalqueModel
package import CalqueSystem

/// What answers the messages of a session.
///
/// All functions run on one thread, one message after the other.
package protocol RPCService: AnyObject {
  /// Answers a request.
  ///
  /// - Parameters:
  ///   - request: the request.
  ///   - commits: says that the answer will be given: from then on the request cannot be cancelled.
  ///     False if it was cancelled before. A request that changes the store asks this first, so that
  ///     nobody is told of a cancellation and finds the change made.
  /// - Returns: the result.
  /// - Throws: the error that is the answer.
  func answer(_ request: RPCRequest, commits: () -> Bool) throws(RPCError) -> JSONValue
  /// Takes a notification.
  func take(_ notification: RPCNotification)
  /// Whether `rest` has something to do.
  var hasRest: Bool { get }
  /// Does what can wait until no message waits.
  func rest()
  /// Whether the session has ended.
  var isEnded: Bool { get }
}

/// A session of JSON-RPC 2.0 over two streams.
///
/// A thread reads messages ahead, so that a request can be taken back while another is answered. A
/// request is answered exactly once: with its result, with an error, or, if it is cancelled, at once
/// with that error; what was computed for it is then thrown away.
package final class RPCServer: Sendable {
  /// The notification that takes a request back: its method, and the member that holds the id.
  package struct Cancellation: Sendable {
    let method: String
    let member: String

    /// Describes the notification.
    package init(method: String, member: String) {
      self.method = method
      self.member = member
    }
  }

  /// The maximum number of messages that wait; the reading thread stops there.
  private static let maximumWaiting = 1_000
  /// The maximum size of the messages that wait, in bytes.
  private static let maximumBytes = 4 * RPCFraming.maximumSize

  private enum Current {
    case none
    case working(JSONValue)
    case committed(JSONValue)
    case cancelled
  }

  private struct State {
    var waiting: [(message: RPCMessage, size: Int)] = []
    var current = Current.none
    var isAtEnd = false

    var size: Int { waiting.reduce(0) { $0 + $1.size } }

    /// The first message that waits; a request becomes the one that is worked on.
    mutating func take() -> RPCMessage? {
      guard !waiting.isEmpty else { return nil }
      let message = waiting.removeFirst().message
      if let id = message.id { current = .working(id) }
      return message
    }
  }

  private let framing: RPCFraming
  private let cancellation: Cancellation
  private let input: InputFile
  private let output: RPCOutput
  private let state = Monitor(State())

  /// Prepares a session.
  package init(
    _ framing: RPCFraming, cancellation: Cancellation, input: InputFile = .standardInput,
    output: RPCOutput
  ) {
    self.framing = framing
    self.cancellation = cancellation
    self.input = input
    self.output = output
  }

  /// Serves until the input ends, the service ends the session, or nobody reads the answers.
  package func run(_ service: some RPCService) {
    // The thread is not awaited: it may wait for input that never comes.
    if WorkerThread({ self.readAll() }) == nil { return runAlone(service) }
    while !service.isEnded, !output.isClosed {
      let hasRest = service.hasRest
      let step = state.wait { state -> Step? in
        if let message = state.take() { return .message(message) }
        if state.isAtEnd { return .end }
        return hasRest ? .rest : nil
      }
      // To wait is no change: this wakes the thread that waits for room.
      state.change { _ in }
      switch step {
      case .message(let message): perform(message, service)
      case .rest: service.rest()
      case .end: return
      }
    }
  }

  /// Serves without a second thread, which the system does not give: nothing can be cancelled then.
  private func runAlone(_ service: some RPCService) {
    var frames = framing.reader(input)
    while !service.isEnded, !output.isClosed {
      let frame = frames.next()
      if case .end = frame { return }
      receive(frame)
      while let message = state.change({ $0.take() }) { perform(message, service) }
      if service.hasRest { service.rest() }
    }
  }

  private enum Step {
    case message(RPCMessage)
    case rest
    case end
  }

  // MARK: Reading

  private func readAll() {
    var frames = framing.reader(input)
    while true {
      let frame = frames.next()
      if case .end = frame { break }
      receive(frame)
    }
    state.change { $0.isAtEnd = true }
  }

  private func receive(_ frame: Frame) {
    switch frame {
    case .end: break
    case .fault(let error): output.send(error.answer(to: nil))
    case .message(let bytes):
      do throws(RPCFault) {
        let message = try RPCMessage.read(bytes)
        if case .notification(let notification) = message,
          notification.method == cancellation.method
        {
          return cancel(notification.parameters[cancellation.member])
        }
        state.wait { state -> Void? in
          let isFull =
            state.waiting.count >= Self.maximumWaiting
            || !state.waiting.isEmpty && state.size + bytes.count > Self.maximumBytes
          if isFull { return nil }
          state.waiting.append((message, bytes.count))
          return ()
        }
        // This wakes the thread that answers.
        state.change { _ in }
      } catch { output.send(error.error.answer(to: error.id)) }
    }
  }

  /// Cancels a request that waits or is worked on; any other id is passed over.
  private func cancel(_ id: JSONValue?) {
    guard let id else { return }
    let isCancelled = state.change { state in
      if let place = state.waiting.firstIndex(where: { $0.message.id == id }) {
        state.waiting.remove(at: place)
        return true
      }
      guard case .working(id) = state.current else { return false }
      state.current = .cancelled
      return true
    }
    if isCancelled { output.send(RPCError.cancelled.answer(to: id)) }
  }

  // MARK: Answering

  private func perform(_ message: RPCMessage, _ service: some RPCService) {
    switch message {
    case .response: break
    case .notification(let notification): service.take(notification)
    case .request(let request):
      var answer: JSONValue
      do throws(RPCError) {
        let result = try service.answer(request) { self.commit(request.id) }
        answer = ["jsonrpc": "2.0", "id": request.id, "result": result]
      } catch { answer = error.answer(to: request.id) }
      let isCancelled = state.change { state in
        defer { state.current = .none }
        if case .cancelled = state.current { return true }
        return false
      }
      if !isCancelled { output.send(answer) }
    }
  }

  private func commit(_ id: JSONValue) -> Bool {
    state.change { state in
      if case .cancelled = state.current { return false }
      state.current = .committed(id)
      return true
    }
  }
}

extension RPCMessage {
  /// The id of a request.
  fileprivate var id: JSONValue? {
    if case .request(let request) = self { request.id } else { nil }
  }
}
