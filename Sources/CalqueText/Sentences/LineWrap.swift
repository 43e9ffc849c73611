/// Distinguishes line breaks made by a machine to fit a width from line breaks of the author.
///
/// Wrapped lines are full: the first word of the next line would not have fitted. Wrapped lines often
/// begin with a small letter. A text with one sentence or one paragraph a line has neither sign.
struct LineWrap {
  /// The maximum width of wrapped text: terminals, mail and plain text files are narrower.
  private static let widest = 120
  /// The width that the text was wrapped to, or 0.
  private let width: Int

  /// The shape of a group of lines without a blank line.
  struct Shape {
    /// The length of the longest line.
    let width: Int
    /// Whether the group has several line breaks, none of them before a small letter.
    let isCapital: Bool

    init(_ group: [Line]) {
      width = group.reduce(0) { max($0, $1.length) }
      isCapital = group.count > 2 && !group.dropFirst().contains(where: \.beginsSmall)
    }
  }

  init(_ groups: [[Line]]) {
    width =
      groups.filter { $0.count > 1 }.map { Shape($0).width }.filter { $0 <= Self.widest }.max()
      ?? 0
  }

  /// Whether the break between two lines of a group ends a paragraph.
  func isHard(_ line: Line, _ next: Line, in group: Shape) -> Bool {
    if next.beginsItem { return true }
    if next.beginsSmall && !line.isFinished { return false }
    if group.width > Self.widest || group.isCapital { return true }
    return line.length + 1 + next.firstWord <= width
  }
}
