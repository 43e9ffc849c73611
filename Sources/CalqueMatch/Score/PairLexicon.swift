import CalqueText

/// The tokens of two texts, numbered so that equal forms and equal classes have equal numbers.
struct PairLexicon {
  /// The query's tokens.
  private(set) var query = TokenRow()
  /// The stored text's tokens.
  private(set) var stored = TokenRow()

  /// The tokens of two texts between those that are equal at both ends.
  ///
  /// A cheapest edit script keeps the equal ends, so only the tokens between them need numbers.
  static func rest(
    _ a: ComparedText, _ b: ComparedText
  ) -> (query: Range<Int>, stored: Range<Int>) {
    var (start, endA, endB) = (0, a.tokens.count, b.tokens.count)
    func areEqual(_ i: Int, _ j: Int) -> Bool {
      a.tokens[i].kind == b.tokens[j].kind && a.tokens[i].plain == b.tokens[j].plain
    }
    while start < endA, start < endB, areEqual(start, start) { start += 1 }
    while endA > start, endB > start, areEqual(endA - 1, endB - 1) {
      endA -= 1
      endB -= 1
    }
    return (start..<endA, start..<endB)
  }

  /// Numbers the tokens of two texts, in the order of their first occurrence.
  init(_ a: ArraySlice<TokenForm>, _ b: ArraySlice<TokenForm>) {
    var (forms, classes) = (ByteStrings(), ByteStrings())
    var bytes = [UInt8]()
    func enter(_ token: TokenForm, _ row: inout TokenRow) {
      Lexicon.encode(token.kind, token.plain, into: &bytes)
      let form = forms.enter(bytes).number
      Lexicon.encode(token.kind, token.classKey, into: &bytes)
      row.append(form: form, class: classes.enter(bytes).number, weight: UInt32(token.weight))
    }
    for token in a { enter(token, &query) }
    for token in b { enter(token, &stored) }
  }
}
