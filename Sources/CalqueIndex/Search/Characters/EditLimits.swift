internal import CalqueMatch

/// How much may differ between a query and a text that so many edits part.
///
/// Let the text be longer by Δ. Of d edits that make the text of the query at least Δ insert, so at
/// most d − Δ delete or exchange a character of the query: no more of its characters can be lacking
/// in the text. Deleting or exchanging a character takes away two pairs of neighbours at most,
/// inserting one: at most 2 (d − Δ) + Δ = 2 d − Δ of the query's pairs. Of the text, by the same
/// count from its side, d characters and 2 d pairs can be extra. Where the query is longer the two
/// sides change places.
struct EditLimits {
  let lacking: Int
  let extra: Int
  let lackingPairs: Int
  let extraPairs: Int

  init(query: Int, text: Int, edits: Int) {
    let (longer, shorter) = (max(0, text - query), max(0, query - text))
    lacking = edits - longer
    extra = edits - shorter
    lackingPairs = 2 * edits - longer
    extraPairs = 2 * edits - shorter
  }

  /// The most edits that leave texts of two lengths a score.
  static func edits(_ a: Int, _ b: Int, minimum: Int) -> Int {
    let longer = max(a, b)
    return longer - (minimum * longer + 99) / 100
  }
}
