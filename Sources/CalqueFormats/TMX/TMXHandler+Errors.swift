import CalqueInput
import CalqueModel

extension TMXHandler {
  /// The error that a problem makes for people, with the lines in question.
  func error(_ problem: XMLProblem, remedy: String? = nil) -> FormatError {
    let offset = problem.offset ?? places.end
    // An end tag that does not fit is behind the parser already: point at its `<`.
    let shown = problem.closing == nil ? offset : places.tagStart(before: offset) ?? offset
    var lines = [Excerpt.Line]()
    var first = places.place(at: shown)
    let last = first
    if let open = problem.open, let start = places.tagStart(before: open.offset) {
      first = places.place(at: start)
      lines.append(
        Excerpt.Line(
          number: first.line, text: places.text(around: start), column: first.column,
          length: open.name.unicodeScalars.count + 2, label: "opened here"))
    }
    if let closing = problem.closing {
      lines.append(
        Excerpt.Line(
          number: last.line, text: places.text(around: shown), column: last.column,
          length: closing.unicodeScalars.count + 3, sign: "-",
          label: "but the <\(closing)> ends here"))
    } else if lines.isEmpty {
      lines.append(
        Excerpt.Line(number: last.line, text: places.text(around: shown), column: last.column))
    }
    return FormatError(
      place: SourcePlace(file: file, line: first.line, column: first.column),
      message: problem.message, excerpt: Excerpt(lines: lines),
      remedy: remedy ?? FormatError.keepGoing(file, options))
  }
}
