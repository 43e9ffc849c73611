/// Takes a table that is not UTF-8 for Windows-1252, which is how spreadsheets in western Europe
/// write CSV.
///
/// It is decided at the first byte beyond ASCII, so nothing has been read wrongly until then: if a
/// character of UTF-8 stands there, the file is UTF-8, and a broken byte further on an error.
package final class WesternFallback: ByteSource {
  /// Whether the file turned out to be Windows-1252.
  package private(set) var isUsed = false
  private let source: PeekedSource
  private var decided: (any ByteSource)?

  package init(_ source: any ByteSource) { self.source = PeekedSource(source) }

  package func next() throws(InputError) -> [UInt8] {
    if let decided { return try decided.next() }
    // Four bytes more than nothing: the first character that counts is seen whole.
    let head = source.peek(4)
    guard let first = head.firstIndex(where: { $0 >= 0x80 }) else { return try source.next() }
    let size = first + 4
    let seen = head.count >= size ? head : source.peek(size)
    if case .broken(first) = ValidUTF8(seen.span.extracting(0..<min(seen.count, size)), from: 0),
      let converted = ConvertedSource(source, encoding: "windows-1252")
    {
      isUsed = true
      decided = converted
      return try converted.next()
    }
    decided = source
    return try source.next()
  }
}
