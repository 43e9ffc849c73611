import Calque
import CalqueSystem

/// The width of text on a terminal, and fitting text into a width.
enum Columns {
  /// The width of pages in columns: the terminal's, from 20 to 120; 80 without a terminal.
  static var width: Int { min(120, max(20, OutputFile.standardOutput.columns ?? 80)) }

  /// The number of columns of a text.
  static func count(_ text: String) -> Int { TerminalColumns.count(text) }

  /// The text padded on the left to a width.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count(text))) + text
  }

  /// The text padded on the right to a width.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - count(text)))
  }

  /// The beginning of a text, with `…` in place of a cut end.
  static func clipped(_ text: String, to width: Int) -> String {
    if count(text) <= width { return text }
    if width < 1 { return "" }
    return taken(text.unicodeScalars, width - 1) + "…"
  }

  /// The end of a text, with `…` in place of a cut beginning.
  static func clippedStart(_ text: String, to width: Int) -> String {
    if count(text) <= width { return text }
    if width < 1 { return "" }
    let end = taken(text.unicodeScalars.reversed(), width - 1).unicodeScalars.reversed()
    // A combining mark without its letter would attach to the ellipsis.
    return "…" + String(String.UnicodeScalarView(end.drop { TerminalColumns.count($0) == 0 }))
  }

  /// A paragraph with a remark at the right margin: on the last line if the remark fits, else
  /// below.
  ///
  /// - Parameters:
  ///   - paragraph: the text.
  ///   - tail: the remark; empty for none.
  ///   - indent: the beginning of every line.
  ///   - label: the beginning of the first line, in place of the indent and equally wide.
  ///   - width: the columns of a line.
  ///   - colour: whether styles are shown.
  /// - Returns: one or more lines.
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

  /// Remarks below a text, faint; empty if there are no remarks.
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
