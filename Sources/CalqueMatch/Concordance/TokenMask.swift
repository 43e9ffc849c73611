/// The elements of a query that a token is, a bit each.
package struct TokenMask: Hashable, Sendable {
  /// The elements that the token is by a form or a value.
  package internal(set) var any: UInt64 = 0
  /// The elements that the token is by the spelling of the query.
  package internal(set) var exact: UInt64 = 0

  /// The mask of a token that is no element.
  package init() {}
}

extension [TokenMask] {
  /// The first token, from a place on, at which elements stand side by side; nil if there is none.
  func place(of row: Range<Int>, isExact: Bool, from start: Int) -> Int? {
    guard row.count <= count, start <= count - row.count else { return nil }
    for place in start...(count - row.count) {
      var offset = 0
      while offset < row.count {
        let mask = self[place + offset]
        let bits = isExact ? mask.exact : mask.any
        if bits & (1 << UInt64(row.lowerBound + offset)) == 0 { break }
        offset += 1
      }
      if offset == row.count { return place }
    }
    return nil
  }

  /// Whether elements stand side by side.
  func hold(_ row: Range<Int>, isExact: Bool) -> Bool {
    place(of: row, isExact: isExact, from: 0) != nil
  }
}
