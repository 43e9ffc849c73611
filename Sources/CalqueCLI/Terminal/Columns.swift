import Calque
import CalqueSystem

/// How much room text takes on a terminal, and how it is fitted into less.
enum Columns {
  /// The columns that pages are laid out for: the terminal's, from 20 to 120; 80 where there is none.
  static var width: Int { min(120, max(20, OutputFile.standardOutput.columns ?? 80)) }

  /// The columns that a text takes.
  static func count(_ text: String) -> Int { TerminalColumns.count(text) }

  /// The text with spaces before it, up to a width.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count(text))) + text
  }

  /// The text with spaces behind it, up to a width.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - count(text)))
  }

  /// The beginning of a text, with `…` where more follows.
  static func clipped(_ text: String, to width: Int) -> String {
    if count(text) <= width { return text }
    if width < 1 { return "" }
    return taken(text.unicodeScalars, width - 1) + "…"
  }

  /// The end of a text, with `…` where more stands before.
  static func clippedStart(_ text: String, to width: Int) -> String {
    if count(text) <= width { return text }
    if width < 1 { return "" }
    let end = taken(text.unicodeScalars.reversed(), width - 1).unicodeScalars.reversed()
    // A mark whose letter is cut off would go onto the ellipsis.
    return "…" + String(String.UnicodeScalarView(end.drop { TerminalColumns.count($0) == 0 }))
  }

  /// A paragraph with a remark at the right margin: on the last line where it fits, else below.
  ///
  /// - Parameters:
  ///   - paragraph: the text.
  ///   - tail: the remark; empty for none.
  ///   - indent: what every line begins with.
  ///   - label: what the first line begins with in place of the indent; as wide as the indent.
  ///   - width: the columns of a line.
  ///   - colour: whether styles are shown.
  /// - Returns: the lines, at least one.
  static func row(
    _ paragraph: Paragraph, _ tail: String = "", indent: String, label: String? = nil,
    width: Int = Columns.width, _ colour: Colour
  ) -> [String] {
    let margin = count(indent)
    let lines = paragraph.lines(width: max(1, width - margin), colour)
    var rows = lines.map { indent + $0.text }
    if let label { rows[0] = label + lines[0].text }
    let tail = TerminalText.escaped(tail)
    if tail.isEmpty { return rows }
    let (last, room) = (margin + lines[lines.count - 1].columns, width - count(tail))
    if last + 2 <= room {
      rows[rows.count - 1] += String(repeating: " ", count: room - last) + colour(tail, .faint)
    } else if margin <= room {
      rows.append(right("", room) + colour(tail, .faint))
    } else {
      rows += Paragraph(tail).lines(width: max(1, width - margin)).map {
        indent + colour($0.text, .faint)
      }
    }
    return rows
  }

  /// Remarks under a text, faint; none where there are none.
  static func remarks(
    _ text: String, indent: String, width: Int = Columns.width, _ colour: Colour
  ) -> [String] {
    if text.isEmpty { return [] }
    return Paragraph(text).lines(width: max(1, width - count(indent))).map {
      indent + colour($0.text, .faint)
    }
  }

  private static func taken(_ scalars: some Sequence<Unicode.Scalar>, _ width: Int) -> String {
    var taken = String.UnicodeScalarView()
    var room = width
    for scalar in scalars {
      room -= TerminalColumns.count(scalar)
      if room < 0 { break }
      taken.append(scalar)
    }
    return String(taken)
  }
}
