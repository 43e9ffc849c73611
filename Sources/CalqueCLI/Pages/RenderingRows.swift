import Calque

/// The rows of what the memories say for a phrase: the rendering, its units and their share.
///
///     summit   14 ×  82 %
///     peak      3 ×  18 %
struct RenderingRows {
  let colour: Colour

  /// The rows of the renderings that more than one unit has.
  ///
  /// - Parameters:
  ///   - renderings: the renderings.
  ///   - units: the number of units that were looked at, of which the shares are; nil for the shares of
  ///     the renderings.
  ///   - limit: the maximum number of rows.
  /// - Returns: the rows.
  func lines(of renderings: [MemoryRendering], in units: Int? = nil, limit: Int = 5) -> [String] {
    let shown = renderings.filter { $0.count > 1 }.prefix(limit)
    let texts = shown.map { TerminalText.escaped($0.text) }
    let width = min(texts.map { Columns.count($0) }.max() ?? 0, Columns.width / 2)
    let digits = shown.map { String($0.count).utf8.count }.max() ?? 1
    return zip(shown, texts).map { rendering, text in
      let clipped = Columns.clipped(text, to: width)
      let gap = String(repeating: " ", count: width - Columns.count(clipped) + 2)
      let count = String(rendering.count)
      let indent = String(repeating: " ", count: digits - count.utf8.count)
      let part =
        units.map { Double(rendering.count) / Double(max(1, $0)) } ?? rendering.probability
      let share = String(Int((min(1, part) * 100).rounded()))
      return colour(clipped, .strong) + gap
        + colour("\(indent)\(count) × \(padded(share)) %", .faint)
    }
  }

  private func padded(_ share: String) -> String {
    String(repeating: " ", count: max(0, 4 - share.utf8.count)) + share
  }
}
