/// Distinguishes line breaks made by a machine to fit a width from line breaks of the author.
///
/// Wrapped lines are full: the first word of the next line would not have fitted. Wrapped lines often
/// begin with a small letter. A text with one sentence or one paragraph a line has neither sign.
struct LineWrap {
  /// The maximum width of wrapped text: terminals, mail and plain text files are narrower.
  private static let widest = 120
  /// The minimum length of a full line that is trusted against the sign of another paragraph.
  private static let narrowest = 40
  /// The width that the text was wrapped to, or 0.
  private let width: Int
  /// Whether many line breaks of the text are a machine's beyond doubt.
  private let isWrapped: Bool

  /// The shape of a group of lines without a blank line.
  struct Shape {
    /// The length of the longest line of several words.
    let width: Int
    /// Whether the group has several line breaks, none of them before a small letter.
    let isCapital: Bool
    /// Whether most lines of the group are too short for wrapped ones.
    let isUneven: Bool

    init(_ group: [Line]) {
      let width = group.reduce(0) { max($0, $1.isWord ? 0 : $1.length) }
      self.width = width
      isCapital = group.count > 2 && !group.dropFirst().contains(where: \.beginsSmall)
      let full = zip(group, group.dropFirst()).count { LineWrap.isFull($0, $1, width) }
      isUneven = group.count > 2 && full * 2 < group.count - 1
    }
  }

  init(_ groups: [[Line]]) {
    let width =
      groups.filter { $0.count > 1 }.map { Shape($0).width }.filter { $0 <= Self.widest }.max()
      ?? 0
    self.width = width
    var (breaks, wrapped) = (0, 0)
    for group in groups {
      for (line, next) in zip(group, group.dropFirst()) {
        breaks += 1
        let isOpen = !line.isFinished && !line.endsClause
        if next.beginsSmall, isOpen, Self.isFull(line, next, width) { wrapped += 1 }
      }
    }
    isWrapped = width >= Self.narrowest && wrapped > 1 && wrapped * 4 >= breaks
  }

  /// Whether the first word of the next line would not have fitted on a line.
  private static func isFull(_ line: Line, _ next: Line, _ width: Int) -> Bool {
    line.length + 1 + next.firstWord > width
  }

  /// Whether the break between two lines of a group ends a paragraph.
  func isHard(_ line: Line, _ next: Line, in group: Shape) -> Bool {
    let isWide = group.width > Self.widest
    let isFull = Self.isFull(line, next, isWide ? group.width : width)
    let isOpen = !line.isFinished && !line.endsClause
    switch next.item {
    case .sure:
      // A dash may open a parenthesis of a wrapped sentence.
      return line.beginsItem || !isOpen || !isFull || !isWrapped
    case .doubtful:
      if line.beginsItem || !isOpen || !isFull || isWide { return true }
    case .none: break
    }
    if next.beginsSmall, !line.isFinished {
      if group.isUneven { return isWide || !isFull }
      return line.endsClause && (isWide || !isFull || line.length < Self.narrowest)
    }
    if isWide { return true }
    if group.isCapital { return !(isWrapped && isFull && isOpen) }
    return !isFull
  }
}
