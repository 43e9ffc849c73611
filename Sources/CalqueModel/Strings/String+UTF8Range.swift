extension String {
  /// The part of the text at a place, as the library's answers give places: in UTF-8 bytes.
  ///
  ///     for hit in found.hits { print(hit.spans.map { hit.text[utf8: $0] }) }
  ///
  /// A place that reaches beyond the text ends with the text. An end inside a character gives a
  /// U+FFFD.
  public subscript(utf8 range: Range<Int>) -> String {
    let count = utf8.count
    let end = min(max(0, range.upperBound), count)
    let start = min(max(0, range.lowerBound), end)
    let first = utf8.index(startIndex, offsetBy: start)
    return String(decoding: utf8[first..<utf8.index(first, offsetBy: end - start)], as: UTF8.self)
  }
}
