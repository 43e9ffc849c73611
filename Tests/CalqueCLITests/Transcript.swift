import Foundation
import Testing

/// A page of commands with everything they print: a golden file that reads as a terminal session.
///
///     $ calque lokup x
///     ! error: no command 'lokup'. Did you mean 'lookup'?
///     = 2
///
/// A line that starts with `$ ` is a line of shell; `! ` marks standard error, `= ` an exit code
/// other than 0, `# ` a remark. Everything else is standard output, behind `| ` where it starts like
/// one of these. The commands of a page run one after the other in one folder. With `CALQUE_WRITE_TRANSCRIPTS=1` the pages are
/// written anew, to be read before they are committed.
struct Transcript: CustomTestStringConvertible {
  /// A command and what it must print.
  struct Step {
    var remarks: [String] = []
    var script: String
    var printed: [String] = []
  }

  let url: URL
  var steps: [Step]

  var testDescription: String { url.deletingPathExtension().lastPathComponent }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Transcripts")

  /// Every page there is.
  static let all: [Transcript] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap {
      try? Transcript(folder.appendingPathComponent($0))
    }
  }()

  init(_ url: URL) throws {
    self.url = url
    steps = []
    var remarks = [String]()
    let text = try String(contentsOf: url, encoding: .utf8)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        steps.append(Step(remarks: remarks, script: String(line.dropFirst(2))))
        remarks = []
      } else if line.hasPrefix("# ") {
        remarks.append(String(line))
      } else if !steps.isEmpty {
        steps[steps.count - 1].printed.append(String(line))
      }
    }
    // One empty line stands between a step and the next.
    for place in steps.indices where steps[place].printed.last == "" {
      steps[place].printed.removeLast()
    }
  }

  /// What a result looks like on the page; the day of the run reads `TODAY`, its folder `FOLDER`.
  static func page(of result: Command.Result, in folder: Folder) -> [String] {
    var lines = [String]()
    func append(_ text: String, prefix: String) {
      let steady = text.replacingOccurrences(of: today, with: "TODAY")
        .replacingOccurrences(of: folder.url.path, with: "FOLDER")
      var parts = steady.components(separatedBy: "\n")
      if parts.last == "" { parts.removeLast() } else { parts[parts.count - 1] += "␄" }
      lines += parts.map { prefix + $0 }
    }
    if !result.output.isEmpty { append(result.output, prefix: "") }
    let marks = ["$ ", "! ", "= ", "# ", "| "]
    lines = lines.map { line in marks.contains { line.hasPrefix($0) } ? "| " + line : line }
    if !result.errors.isEmpty { append(result.errors, prefix: "! ") }
    if result.status != 0 { lines.append("= \(result.status)") }
    return lines
  }

  private static var today: String {
    let formatter = DateFormatter()
    formatter.dateFormat = "yyyy-MM-dd"
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "UTC")
    return formatter.string(from: Date())
  }

  /// The page as text.
  var text: String {
    steps.map { step in
      (step.remarks + ["$ " + step.script] + step.printed).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }
}
