/// Tells a line break that a machine made to fit a width from one that the author meant.
///
/// Wrapped lines are full: the next line's first word would not have fitted. Their later lines
/// often begin with a small letter. A text of one sentence or one paragraph a line shows neither.
struct LineWrap {
  /// No terminal, mail or plain text file was ever wrapped wider than this.
  private static let widest = 120
  /// The width that the text was wrapped to, if it was.
  private let width: Int

  /// What a group of lines without a blank one looks like.
  struct Shape {
    /// The units of its longest line.
    let width: Int
    /// Whether there are several line breaks and none of them stands before a small letter.
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
