public import CalqueModel
import CalqueSystem
import TOMLKit

/// The settings of a `calque.toml`.
///
///     store = "calque.db"
///     pair = "fr-en"
///     min-score = 70
///     memories = ["news", "old:-5"]
///     penalties = ["draft=3", "region=2"]
///
///     [check]
///     name = "off"
///     missing = "error"
public struct Configuration: Hashable, Sendable {
  /// The file's name, the same everywhere.
  public static let fileName = "calque.toml"

  /// The file; nil if there is none.
  public var file: String?
  /// The store, relative to the file's folder, as written.
  public var store: String?
  /// The default pair.
  public var pair: LanguagePair?
  /// The minimum score of a match in a lookup.
  public var minScore: Int?
  /// The maximum number of matches of a lookup.
  public var limit: Int?
  /// The memories that come before the others, with penalties; nil for none.
  public var memories: [ResourceChoice]?
  /// The glossaries that answer before the others; nil for none.
  public var glossaries: [ResourceChoice]?
  /// The penalties for statuses and regions; nil for none.
  public var penalties: [PenaltyChoice]?

  /// The levels of the rules of `check` that are not the usual ones.
  public var check: [CheckFinding.Rule: CheckFinding.Level] = [:]

  /// Settings without any value.
  public init() {}

  /// The path of the store, relative to the folder of the search for the file.
  public var storePath: String? {
    guard let store, let file else { return nil }
    return Paths.join(Paths.folder(of: file), store)
  }

  /// Reads the nearest `calque.toml` from a folder upward; without a file, the settings are empty.
  ///
  /// - Parameter folder: an absolute path.
  /// - Returns: the settings, with the file's path.
  /// - Throws: `WorkspaceError` of the kind `configuration` if the file has an error.
  public static func nearest(from folder: String) throws(WorkspaceError) -> Configuration {
    var folder = folder
    while true {
      let file = Paths.join(folder, fileName)
      if let configuration = try read(file) { return configuration }
      let parent = Paths.folder(of: folder)
      if parent == folder || parent == "." { return Configuration() }
      folder = parent
    }
  }

  /// Reads one file; nil if it does not exist.
  ///
  /// - Throws: `WorkspaceError` of the kind `configuration` if the file has an error.
  public static func read(_ file: String) throws(WorkspaceError) -> Configuration? {
    let bytes = try WorkspaceError.carrying { try Files.read(file) }
    guard let bytes else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .configuration(SourcePlace(file: file), "is not UTF-8")
    }
    var configuration = try ConfigurationText(file: file, text: text).read()
    configuration.file = file
    return configuration
  }
}

/// The reader of the text of a `calque.toml`.
private struct ConfigurationText {
  let file: String
  let text: String

  func read() throws(WorkspaceError) -> Configuration {
    let table: TOMLTable
    do { table = try TOMLTable(string: text) } catch let error as TOMLParseError {
      let begin = error.source.begin
      throw .configuration(
        SourcePlace(file: file, line: begin.line, column: begin.column), error.description)
    } catch { throw .configuration(SourcePlace(file: file), "\(error)") }
    var configuration = Configuration()
    for key in table.keys {
      let value = table[key]
      switch key {
      case "store": configuration.store = try string(value, of: key)
      case "pair":
        let written = try string(value, of: key)
        guard let pair = LanguagePair(written) else {
          throw error(key, "'\(written)' is not a language pair; write one as \"fr-en\"")
        }
        configuration.pair = pair
      // 101 and 102 are reserved for matches in the same context, and match nothing at present.
      case "min-score": configuration.minScore = try number(value, of: key, in: 1...102)
      case "limit": configuration.limit = try number(value, of: key, in: 1...1_000_000)
      case "memories": configuration.memories = try choices(value, of: key)
      case "glossaries": configuration.glossaries = try choices(value, of: key)
      case "penalties": configuration.penalties = try penalties(value, of: key)
      case "check": configuration.check = try levels(value)
      default:
        throw error(
          key,
          "unknown key '\(key)'; the keys are store, pair, min-score, limit, memories, glossaries, "
            + "penalties, and the table [check]")
      }
    }
    return configuration
  }

  private func string(
    _ value: (any TOMLValueConvertible)?, of key: String
  ) throws(WorkspaceError) -> String {
    guard let string = value?.string, !string.isEmpty else {
      throw error(key, "'\(key)' is a text in quotes")
    }
    return string
  }

  private func number(
    _ value: (any TOMLValueConvertible)?, of key: String, in range: ClosedRange<Int>
  ) throws(WorkspaceError) -> Int {
    guard let number = value?.int, range.contains(number) else {
      throw error(key, "'\(key)' is a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private func choices(
    _ value: (any TOMLValueConvertible)?, of key: String
  ) throws(WorkspaceError) -> [ResourceChoice] {
    let wrong = error(
      key,
      "'\(key)' is a list of names, with the points to take off, 0 to 100: "
        + "[\"news\", \"old:-5\"]")
    guard let array = value?.array else { throw wrong }
    var choices = [ResourceChoice]()
    for item in array {
      guard let name = item.string, let choice = ResourceChoice(name) else { throw wrong }
      choices.append(choice)
    }
    return choices
  }

  private func penalties(
    _ value: (any TOMLValueConvertible)?, of key: String
  ) throws(WorkspaceError) -> [PenaltyChoice] {
    let wrong = error(key, "'\(key)' is a list of penalties: [\"draft=3\", \"region=2\"]")
    guard let array = value?.array else { throw wrong }
    var penalties = [PenaltyChoice]()
    for item in array {
      guard let text = item.string, let penalty = PenaltyChoice(text) else { throw wrong }
      penalties.append(penalty)
    }
    return penalties
  }

  private func levels(
    _ value: (any TOMLValueConvertible)?
  ) throws(WorkspaceError) -> [CheckFinding.Rule: CheckFinding.Level] {
    guard let table = value?.table else {
      throw error("check", "'check' is a table of rules: [check], and below it name = \"off\"")
    }
    var levels = [CheckFinding.Rule: CheckFinding.Level]()
    for key in table.keys {
      guard let rule = CheckFinding.Rule(rawValue: key) else {
        let known = CheckFinding.Rule.allCases.map(\.rawValue).joined(separator: ", ")
        throw error(key, in: "check", "unknown rule '\(key)'; the rules are \(known)")
      }
      guard let level = table[key]?.string.flatMap(CheckFinding.Level.init) else {
        let known = CheckFinding.Level.allCases.map { "\"\($0.rawValue)\"" }
        throw error(
          key, in: "check", "the level of '\(key)' is one of \(known.joined(separator: ", "))")
      }
      levels[rule] = level
    }
    return levels
  }

  private func error(
    _ key: String, in table: String? = nil, _ message: String
  ) -> WorkspaceError {
    var line = line(of: key)
    if line == 0, let table { line = self.line(of: table) }
    return .configuration(SourcePlace(file: file, line: line, column: 1), message)
  }

  /// The line of a key, because the parser gives no places for values that it has read.
  private func line(of key: String) -> Int {
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let start = line.drop { [0x20, 0x09, 0x22, 0x27, UInt8(ascii: "[")].contains($0) }
      guard start.starts(with: key.utf8) else { continue }
      let next = start.dropFirst(key.utf8.count).first ?? UInt8(ascii: "=")
      let isLonger =
        switch next {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      if !isLonger { return number }
    }
    return 0
  }
}
