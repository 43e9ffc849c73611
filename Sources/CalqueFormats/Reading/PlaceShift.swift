import CalqueInput

/// The difference between the lines of a document that goes on behind a break and the file's.
struct PlaceShift {
  /// The file's place at which the second line of the document begins; nil for the whole file.
  var beginning: ResumableSource.Place?
  /// The number of blank lines at the beginning of the file that were passed over.
  var skipped = 0

  /// A place in the file.
  func place(_ place: (line: Int, column: Int)) -> (line: Int, column: Int) {
    if place.line == 0 { return place }
    guard let beginning else { return (place.line + skipped, place.column) }
    let line = max(0, place.line - 2)
    return (
      beginning.line + skipped + line,
      line == 0 ? beginning.column + place.column - 1 : place.column
    )
  }
}
