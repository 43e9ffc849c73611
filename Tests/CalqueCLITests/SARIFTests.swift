import Foundation
import Testing

/// The part of the schema of SARIF 2.1.0 that a log of Calque uses.
///
/// The table is ours, written from the standard (OASIS, 2020, section 3); `scripts/test-sarif` asks the
/// whole schema where it is installed.
private indirect enum Shape: Sendable {
  case text
  case word([String])
  case number(Int)
  case list(Shape)
  /// The members; those that end with ! must be there, and there are no others.
  case object([String: Shape])

  static let log = object([
    "$schema": .text, "version!": .word(["2.1.0"]), "runs!": .list(run),
  ])
  private static let run = object([
    "columnKind": .word(["utf16CodeUnits", "unicodeCodePoints"]),
    "tool!": .object(["driver!": driver]), "results": .list(result),
  ])
  private static let driver = object([
    "name!": .text, "version": .text,
    "rules": .list(.object(["id!": .text, "shortDescription": message])),
  ])
  private static let message = object(["text!": .text])
  private static let result = object([
    "ruleId": .text, "level": .word(["none", "note", "warning", "error"]), "message!": message,
    "locations": .list(location), "relatedLocations": .list(location),
  ])
  private static let location = object([
    "physicalLocation": .object([
      "artifactLocation": .object(["uri": .text]),
      "region": .object([
        "startLine": .number(1), "startColumn": .number(1), "byteOffset": .number(0),
        "byteLength": .number(0), "snippet": .object(["text": .text]),
      ]),
    ])
  ])

  /// What is wrong with a value, with the path to it.
  func faults(_ value: Any, _ path: String = "log") -> [String] {
    switch self {
    case .text: return value is String ? [] : ["\(path) is no text"]
    case .word(let words):
      return (value as? String).map(words.contains) == true ? [] : ["\(path) is none of \(words)"]
    case .number(let least):
      return (value as? Int).map { $0 >= least } == true ? [] : ["\(path) is not \(least) or more"]
    case .list(let shape):
      guard let items = value as? [Any] else { return ["\(path) is no list"] }
      return items.enumerated().flatMap { shape.faults($0.element, "\(path)[\($0.offset)]") }
    case .object(let members):
      guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
      let names = Set(members.keys.map { $0.hasSuffix("!") ? String($0.dropLast()) : $0 })
      var faults = object.keys.filter { !names.contains($0) }.map { "\(path).\($0) is unknown" }
      for (name, shape) in members {
        let bare = name.hasSuffix("!") ? String(name.dropLast()) : name
        if let member = object[bare] {
          faults += shape.faults(member, "\(path).\(bare)")
        } else if name.hasSuffix("!") {
          faults.append("\(path).\(bare) is missing")
        }
      }
      return faults
    }
  }
}

@Suite("check --format sarif")
struct SARIFTests {
  private func log(_ command: Command, _ source: String, _ target: String) throws -> [String: Any] {
    let result = try command("check", source, target, "--presegmented", "--format", "sarif")
    #expect(result.output.split(separator: "\n").count == 1)
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    #expect(Shape.log.faults(value).isEmpty)
    return try #require(value as? [String: Any])
  }

  private func results(_ log: [String: Any]) throws -> [[String: Any]] {
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    return try #require(run["results"] as? [[String: Any]])
  }

  @Test("is a log by the standard, with a result a finding, also without any")
  func valid() throws {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    _ = try command("term", "add", "Bercy", "Ministry of Economy")
    try command.folder.write("Bercy a 8 400 agents.\nUne phrase.\n", to: "été 1.fr.txt")
    try command.folder.write("It has 840 \u{1F600} agents.\n\n", to: "été 1.en.txt")
    let found = try results(log(command, "été 1.fr.txt", "été 1.en.txt"))
    #expect(Set(found.compactMap { $0["ruleId"] as? String }) == ["number", "missing", "empty"])
    let places = found.compactMap { ($0["locations"] as? [[String: Any]])?.first }
    let uris = places.compactMap { place in
      (place["physicalLocation"] as? [String: Any]).flatMap {
        ($0["artifactLocation"] as? [String: Any])?["uri"] as? String
      }
    }
    #expect(uris == Array(repeating: "%C3%A9t%C3%A9%201.en.txt", count: found.count))
    try command.folder.write("Il part.\n", to: "b.fr.txt")
    try command.folder.write("He leaves.\n", to: "b.en.txt")
    #expect(try results(log(command, "b.fr.txt", "b.en.txt")).isEmpty)
  }

  @Test("has a shape that refuses what is missing, unknown or of another kind")
  func shape() {
    #expect(Shape.log.faults(["version": "2.1.0", "runs": [Any]()]).isEmpty)
    #expect(Shape.log.faults(["version": "2.0.0"]).count == 2)
    #expect(Shape.log.faults(["version": "2.1.0", "runs": [["tool": 1, "x": 1]]]).count == 2)
  }
}
