/// The elements of a query that a token is, a bit each.
package struct TokenMask: Hashable, Sendable {
  /// The elements that the token is by a form or a value.
  package internal(set) var any: UInt64 = 0
  /// The elements that the token is by the spelling of the query.
  package internal(set) var exact: UInt64 = 0

  /// The mask of a token that is no element.
  package init() {}
}

/// A token of a text that is an element of a query.
package struct SoughtPlace: Hashable, Sendable {
  /// The token's place among the text's tokens.
  package let place: Int
  /// The elements that the token is.
  package let mask: TokenMask

  package init(_ place: Int, _ mask: TokenMask) {
    self.place = place
    self.mask = mask
  }
}

extension [SoughtPlace] {
  /// The first token, from a place on, at which elements stand side by side; nil if there is none.
  func place(of row: Range<Int>, isExact: Bool, from start: Int) -> Int? {
    guard let last = indices.last, row.count <= count else { return nil }
    for first in 0...(last + 1 - row.count) where self[first].place >= start {
      var offset = 0
      while offset < row.count {
        let token = self[first + offset]
        let bits = isExact ? token.mask.exact : token.mask.any
        if token.place != self[first].place + offset
          || bits & (1 << UInt64(row.lowerBound + offset)) == 0
        {
          break
        }
        offset += 1
      }
      if offset == row.count { return self[first].place }
    }
    return nil
  }

  /// Whether elements stand side by side.
  func hold(_ row: Range<Int>, isExact: Bool) -> Bool {
    place(of: row, isExact: isExact, from: 0) != nil
  }
}
