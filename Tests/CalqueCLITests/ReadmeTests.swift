import ArgumentParser
import Foundation
import Testing

@testable import CalqueCLI

@Suite("The README")
struct ReadmeTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// With `CALQUE_WRITE_TRANSCRIPTS=1` the page is written anew, to be read before it is committed.
  @Test("shows what its commands print, one after the other in a fresh folder")
  func transcripts() throws {
    let page = Self.root.appendingPathComponent("README.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    var readme = Readme(text)
    #expect(readme.unchecked == [])
    let command = try Command()
    try FileManager.default.createSymbolicLink(
      at: command.folder.file("Examples"),
      withDestinationURL: Self.root.appendingPathComponent("Examples"))
    var commands = 0
    for (place, part) in readme.parts.enumerated() {
      guard case .transcript(var steps) = part else { continue }
      for step in steps.indices {
        let printed = try Self.output(of: steps[step].script, command)
        if !writes {
          #expect(
            printed == steps[step].printed,
            """
            README.md:\(steps[step].line): $ \(steps[step].script)
            shown:
            \(steps[step].printed.joined(separator: "\n"))
            printed:
            \(printed.joined(separator: "\n"))
            """)
        }
        steps[step].printed = printed
        commands += 1
      }
      readme.parts[place] = .transcript(steps)
    }
    #expect(commands > 5)
    if writes { try Data(readme.text.utf8).write(to: page) }
  }

  @Test("has every verb in its table")
  func verbs() throws {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let table = text.components(separatedBy: "\n").filter { $0.hasPrefix("| `") }
    for verb in Verbs.all {
      let name = verb.configuration.commandName ?? ""
      #expect(table.contains { $0.contains("`\(name)`") || $0.contains("`\(name) ") }, "\(name)")
    }
  }

  @Test("is read and written back as it is")
  func roundTrip() {
    let text = "a\n```console\n$ x | y\n1\n\n2\n\n$ z\n```\nb\n```sh\nmake\n```\n"
    let readme = Readme(text)
    #expect(readme.text == text)
    #expect(readme.unchecked == [])
    guard readme.parts.count == 3, case .transcript(let steps) = readme.parts[1] else {
      Issue.record("\(readme.parts)")
      return
    }
    #expect(steps.map(\.script) == ["x | y", "z"])
    #expect(steps.map(\.printed) == [["1", "", "2"], []])
    #expect(steps.map(\.line) == [3, 8])
    #expect(Readme("```sh\ncalque init\n```\n").unchecked == ["2: calque init"])
  }

  /// What a terminal would show: both streams in one, in the order they were written.
  private static func output(of script: String, _ command: Command) throws -> [String] {
    let result = try command.shell(
      "{ \(script)\n} 2>&1",
      environment: ["CALQUE_GLOSSARIES": root.appendingPathComponent("glossaries").path])
    var lines = result.output.components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private var writes: Bool {
    ProcessInfo.processInfo.environment["CALQUE_WRITE_TRANSCRIPTS"] == "1"
  }
}
