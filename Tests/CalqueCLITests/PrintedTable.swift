/// The cells of a table that the command printed, row by row.
func rows(_ text: String) -> [[String]] {
  text.split(separator: "\n").map { line in
    line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
