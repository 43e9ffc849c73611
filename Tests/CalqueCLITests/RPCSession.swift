import Foundation
import Testing

/// A session of JSON-RPC with the real `calque`: messages in, messages out, one at a time.
final class RPCSession {
  /// The form in which messages follow each other.
  enum Framing { case headers, lines }

  private let framing: Framing
  /// Keeps the folder in which the process runs.
  private let command: Command
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var guardian: DispatchWorkItem?
  private var buffer = Data()
  private var last = 0

  /// Starts `calque` in a folder.
  init(_ framing: Framing, _ arguments: [String], in command: Command) throws {
    self.framing = framing
    self.command = command
    process.executableURL = Command.products.appendingPathComponent("calque")
    process.arguments = arguments
    process.currentDirectoryURL = command.folder.url
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": command.folder.url.path,
      "XDG_DATA_HOME": command.folder.file("data").path, "TZ": "UTC", "LC_ALL": "C.UTF-8",
      "CALQUE_LEXICON": command.folder.url.path,
    ]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.standardError
    try process.run()
    // A session that hangs ends with a failure, not with a test run that hangs, too.
    let guardian = DispatchWorkItem { [process] in process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 600, execute: guardian)
    self.guardian = guardian
  }

  deinit {
    guardian?.cancel()
    if process.isRunning { process.terminate() }
  }

  /// Ends the input, and waits for the end of the process.
  func end() throws -> Int32 {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "calque was ended by a signal")
    return process.terminationStatus
  }

  // MARK: Sending

  /// Sends bytes as they are.
  func write(_ bytes: Data) throws { try input.fileHandleForWriting.write(contentsOf: bytes) }

  /// The bytes of a message.
  func framed(_ message: String) -> Data {
    switch framing {
    case .headers: Data("Content-Length: \(message.utf8.count)\r\n\r\n\(message)".utf8)
    case .lines: Data((message + "\n").utf8)
    }
  }

  /// The text of a request or, without an id, of a notification.
  static func message(_ method: String, _ parameters: Any?, id: Int? = nil) throws -> String {
    var object: [String: Any] = ["jsonrpc": "2.0", "method": method]
    if let parameters { object["params"] = parameters }
    if let id { object["id"] = id }
    return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
  }

  /// Sends a notification.
  func notify(_ method: String, _ parameters: Any? = nil) throws {
    try write(framed(Self.message(method, parameters)))
  }

  /// Sends a request and returns the whole answer; notifications that come before it are passed over.
  func ask(_ method: String, _ parameters: Any? = nil) throws -> [String: Any] {
    last += 1
    try write(framed(Self.message(method, parameters, id: last)))
    return try answer(to: last)
  }

  /// Sends a request and returns its result.
  func result(_ method: String, _ parameters: Any? = nil) throws -> [String: Any] {
    let answer = try ask(method, parameters)
    return try #require(answer["result"] as? [String: Any], "\(answer)")
  }

  // MARK: Receiving

  /// The answer to a request; what comes before it is passed over.
  func answer(to id: Int) throws -> [String: Any] {
    while true {
      let message = try next()
      if message["id"] as? Int == id, message["method"] == nil { return message }
    }
  }

  /// The next message of a method; others are passed over.
  func next(_ method: String) throws -> [String: Any] {
    while true {
      let message = try next()
      if message["method"] as? String == method { return message }
    }
  }

  /// The next message.
  func next() throws -> [String: Any] {
    let bytes = try frame()
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  private func frame() throws -> Data {
    switch framing {
    case .lines: return try upTo(Data("\n".utf8))
    case .headers:
      let headers = String(decoding: try upTo(Data("\r\n\r\n".utf8)), as: UTF8.self)
      let number = headers.split(separator: " ").last.flatMap { Int($0) }
      let length = try #require(number, "\(headers)")
      while buffer.count < length { try fill() }
      defer { buffer.removeFirst(length) }
      return Data(buffer.prefix(length))
    }
  }

  private func upTo(_ mark: Data) throws -> Data {
    while true {
      if let range = buffer.range(of: mark) {
        let part = Data(buffer[buffer.startIndex..<range.lowerBound])
        buffer = Data(buffer[range.upperBound...])
        return part
      }
      try fill()
    }
  }

  private func fill() throws {
    let bytes = output.fileHandleForReading.availableData
    try #require(!bytes.isEmpty, "calque closed its output")
    buffer.append(bytes)
  }
}
