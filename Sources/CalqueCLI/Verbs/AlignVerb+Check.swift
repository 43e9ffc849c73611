import Calque
import CalqueModel
import CalqueSystem

/// The options of `calque align`: their values, and which of them go together.
extension AlignVerb {
  /// Refuses options that do not go together.
  func check() throws {
    if worker {
      guard files.isEmpty, dir == nil, into == nil, output == nil, html == nil else {
        throw UsageError(
          "--worker reads its documents from standard input and answers on standard output",
          remedy: "For example: calque align --worker --pair fr-en <requests.jsonl")
      }
      return
    }
    try checkReview()
    try checkPairing()
    if html != nil, dir != nil || list != nil {
      throw UsageError("--html shows the beads of two files", remedy: "Name the two files.")
    }
    if dir == nil, list == nil {
      guard files.count == 2 else {
        throw UsageError(
          files.isEmpty ? "no documents are given" : "a document and its translation are two files",
          remedy: "For example: calque align story.fr.txt story.en.txt")
      }
      if files.allSatisfy({ FileStatus($0)?.kind == .folder }) {
        throw UsageError(
          "\(files[0]) and \(files[1]) are folders",
          remedy: "Align them with: calque align --dir "
            + "\(ShellWord.argument(files[0])) --with \(ShellWord.argument(files[1]))")
      }
      if resume { throw UsageError("--resume is for a folder: --dir") }
    } else {
      guard files.isEmpty else {
        throw UsageError(
          "either two files or --dir, not both",
          remedy: "Two folders are: calque align --dir FR --with EN")
      }
      if resume, into == nil, output == nil || output == "-" {
        throw UsageError(
          "--resume looks at what is written or stored", remedy: "Say where with -o or --into.")
      }
      if json.isOn, with == nil, output == nil, into == nil, review == nil {
        throw UsageError(
          "--json prints the summary where the documents go elsewhere",
          remedy: "Say where with -o, --into or --review.")
      }
      if format == .beads, output == nil || output == "-", into == nil {
        throw UsageError(
          "beads of many documents need a file each", remedy: "Name a folder with -o.")
      }
    }
  }

  private func checkPairing() throws {
    if with != nil, dir == nil {
      throw UsageError(
        "--with is the folder of the translations", remedy: "Name that of the sources: --dir.")
    }
    if list != nil, dir != nil || !files.isEmpty {
      throw UsageError("--list names the documents: neither files nor --dir go with it")
    }
    if list != nil, format == .beads, output == nil || output == "-", into == nil {
      throw UsageError("beads of many documents need a file each", remedy: "Name a folder with -o.")
    }
    if json.isOn, output == "-" {
      throw UsageError("--json and the alignment cannot both go to standard output")
    }
  }

  static func format(_ text: String) throws -> AlignedForm {
    if text == "pharaoh" { return .pharaoh }
    guard let format = AlignmentFormat(name: text) else {
      throw UsageError(
        "no format '\(text)' for alignments",
        remedy: "Known: \(AlignmentFormat.all.map(\.name).joined(separator: ", ")).")
    }
    return .sentences(format)
  }

  static func confidence(_ text: String) throws -> Double {
    guard let share = Double(text), (0...1).contains(share) else {
      throw UsageError("'\(text)' is not a confidence", remedy: "Write one from 0 to 1.")
    }
    return share
  }

  static func jobs(_ text: String) throws -> Int {
    guard let jobs = Int(text), (1...256).contains(jobs) else {
      throw UsageError("'\(text)' is not a number of jobs from 1 to 256")
    }
    return jobs
  }

  static func batchSize(_ text: String) throws -> Int {
    guard let megabytes = Double(text), (0.001...1_000).contains(megabytes) else {
      throw UsageError("'\(text)' is not a size in megabytes from 0.001 to 1000")
    }
    return Int(megabytes * 1_000_000)
  }
}
