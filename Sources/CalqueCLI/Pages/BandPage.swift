import Calque
import CalqueModel

/// The bands of an analysis, as a table with bars.
enum BandPage {
  /// The analysis of a file.
  static func lines(of analysis: FileAnalysis) -> [String] {
    var heading = TerminalText.escaped(analysis.file)
    if let pair = analysis.pair { heading += " · \(pair)" }
    heading += " · \(Wording.count(analysis.bands.total.segments, "segment"))"
    return [heading] + lines(of: analysis.bands)
  }

  /// The result of filling a file.
  static func lines(of result: Pretranslation) -> [String] {
    var counts = "\(Wording.count(result.filled, "segment")) of \(Wording.number(result.segments))"
    counts += " filled, \(Wording.number(result.translated)) translated before"
    if result.proposed > 0 {
      counts += ", \(Wording.count(result.proposed, "match", "matches")) proposed"
    }
    if result.terms > 0 { counts += ", \(Wording.count(result.terms, "term")) listed" }
    if result.leftOut > 0 {
      counts +=
        ", \(Wording.count(result.leftOut, "match", "matches")) left out (characters that the file's"
      counts += " encoding has not)"
    }
    if result.bands.total.segments == 0 { return [counts] }
    return [counts] + lines(of: result.bands)
  }

  private static let barWidth = 24

  private static func lines(of bands: BandAnalysis) -> [String] {
    let total = bands.total
    var rows = [["band", "segments", "words", "characters", ""]]
    for band in MatchBand.allCases {
      let size = bands.size(band)
      rows.append(row(band.rawValue, size, bar(size.words, of: total.words)))
    }
    rows.append(row("total", total, ""))
    let widths = (0..<4).map { column in rows.map { Columns.count($0[column]) }.max() ?? 0 }
    return rows.map { row in
      let numbers = (1..<4).map { Columns.right(row[$0], widths[$0]) }
      let line = ([Columns.left(row[0], widths[0])] + numbers + [row[4]]).joined(separator: "  ")
      return line.hasSuffix("  ") ? String(line.dropLast(2)) : line
    }
  }

  private static func row(_ name: String, _ size: BandAnalysis.Size, _ bar: String) -> [String] {
    [
      name, Wording.number(size.segments), Wording.number(size.words),
      Wording.number(size.characters), bar,
    ]
  }

  /// A bar of eighths of a block, for a share of the words.
  private static func bar(_ part: Int, of whole: Int) -> String {
    guard part > 0, whole > 0 else { return "" }
    let eighths = max(1, part * barWidth * 8 / whole)
    let rest = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
    return String(repeating: "█", count: eighths / 8) + rest
  }
}
