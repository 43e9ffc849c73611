import Foundation

/// The README's transcripts: every command that it shows, with everything it printed.
///
/// They stand in blocks that open with ```` ```console ````. A line that begins with `$ ` is a
/// command; what follows, up to the next or to the end of the block, is what it prints: both
/// streams, as on a terminal. An empty line before the next command belongs to neither.
struct Readme {
  /// A command and what it prints.
  struct Step {
    var script: String
    var printed: [String] = []
    /// The command's line in the README, from 1.
    var line: Int
  }

  /// A part of the page: lines as they stand, or the steps of one block.
  enum Part {
    case text([String])
    case transcript([Step])
  }

  var parts: [Part] = []

  /// Commands of ours that stand in no transcript, so that nobody checks them.
  var unchecked: [String] = []

  init(_ text: String) {
    var lines = [String]()
    var steps: [Step]?
    var isInOtherBlock = false
    for (place, line) in text.components(separatedBy: "\n").enumerated() {
      if steps == nil {
        if !isInOtherBlock, line == "```console" {
          parts.append(.text(lines + [line]))
          (lines, steps) = ([], [])
          continue
        }
        if line.hasPrefix("```") { isInOtherBlock.toggle() }
        if line.hasPrefix("calque ") || line.hasPrefix("$ calque ") || line.hasPrefix("    calque ")
        {
          unchecked.append("\(place + 1): \(line)")
        }
        lines.append(line)
      } else if line == "```" {
        parts.append(.transcript(Self.withoutGaps(steps ?? [])))
        (lines, steps) = ([line], nil)
      } else if line.hasPrefix("$ ") {
        steps?.append(Step(script: String(line.dropFirst(2)), line: place + 1))
      } else if let last = steps?.indices.last {
        steps?[last].printed.append(line)
      } else {
        unchecked.append("\(place + 1): \(line)")
      }
    }
    parts.append(.text(lines))
  }

  private static func withoutGaps(_ steps: [Step]) -> [Step] {
    var steps = steps
    for place in steps.indices.dropLast() where steps[place].printed.last == "" {
      steps[place].printed.removeLast()
    }
    return steps
  }

  /// The page as text.
  var text: String {
    parts.flatMap { part in
      switch part {
      case .text(let lines): lines
      case .transcript(let steps):
        [
          steps.map { (["$ " + $0.script] + $0.printed).joined(separator: "\n") }
            .joined(separator: "\n\n")
        ]
      }
    }.joined(separator: "\n")
  }
}
