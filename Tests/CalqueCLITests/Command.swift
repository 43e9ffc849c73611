import Foundation
import TestSupport
import Testing

/// The real `calque`, run as a process in a folder of its own.
struct Command {
  /// What a process said and how it ended.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Where the process runs; it goes when the test ends.
  let folder: Folder

  init() throws {
    folder = try Folder()
  }

  /// The folder that `swift build` put the programs into.
  static let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// A folder with the lexicon of a few French words, so that what is printed does not depend on the
  /// dictionaries of the machine.
  private static let lexicons: String = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("calque-lexicon-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bytes = (try? SampleDictionary.file()) ?? []
    try? Data(bytes).write(to: folder.appendingPathComponent("fr.lexicon"))
    return folder.path
  }()

  /// Runs `calque` with arguments.
  func callAsFunction(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    try run(
      Self.products.appendingPathComponent("calque"), arguments, input: Data(input.utf8),
      environment: environment)
  }

  /// Runs a line of shell in which `calque` is the real one.
  func shell(_ script: String, environment: [String: String] = [:]) throws -> Result {
    try run(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script], input: Data(), environment: environment)
  }

  /// Runs a line of shell with a terminal for its three streams, and what is typed there.
  func onTerminal(
    _ script: String, typing input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    let terminal = try Terminal()
    if !input.isEmpty { try terminal.type(input) }
    let process = process(
      URL(fileURLWithPath: "/bin/sh"), ["-c", script],
      environment: ["TERM": "xterm"].merging(environment) { _, given in given })
    process.standardInput = terminal.slave
    process.standardOutput = terminal.slave
    process.standardError = terminal.slave
    try process.run()
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: try terminal.shown(), errors: "")
  }

  /// Runs `calque` with a standard input, and perhaps a standard output, of the caller's own.
  func callAsFunction(
    _ arguments: [String], from input: FileHandle, to output: FileHandle? = nil
  ) throws -> Result {
    try run(
      Self.products.appendingPathComponent("calque"), arguments, from: input, to: output)
  }

  private func process(
    _ program: URL, _ arguments: [String], environment: [String: String]
  ) -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = [
      "PATH": Self.products.path + ":/usr/bin:/bin", "HOME": folder.url.path,
      "XDG_DATA_HOME": folder.file("data").path, "CALQUE_LEXICON": Self.lexicons, "TZ": "UTC",
      "LC_ALL": "C.UTF-8",
    ].merging(environment) { _, given in given }
    return process
  }

  /// Files stand for the three streams: with pipes, a process that says much waits forever.
  private func run(
    _ program: URL, _ arguments: [String], input: Data, environment: [String: String]
  ) throws -> Result {
    let streams = try Folder()
    try input.write(to: streams.file("input"))
    return try run(
      program, arguments, from: FileHandle(forReadingFrom: streams.file("input")),
      environment: environment)
  }

  private func run(
    _ program: URL, _ arguments: [String], from input: FileHandle, to output: FileHandle? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let streams = try Folder()
    for name in ["output", "errors"] { try Data().write(to: streams.file(name)) }
    let process = process(program, arguments, environment: environment)
    process.standardInput = input
    process.standardOutput = try output ?? FileHandle(forWritingTo: streams.file("output"))
    process.standardError = try FileHandle(forWritingTo: streams.file("errors"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "calque was ended by a signal")
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: streams.file("output")), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams.file("errors")), as: UTF8.self))
  }
}

/// A temporary folder, as Foundation's processes want it.
final class Folder: Sendable {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var url: URL { URL(fileURLWithPath: folder.path, isDirectory: true) }

  func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  func write(_ text: String, to name: String) throws { try folder.write(text, to: name) }
}
