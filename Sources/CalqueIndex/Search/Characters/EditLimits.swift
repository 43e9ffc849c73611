internal import CalqueMatch

/// The maximum numbers of differing characters and pairs between two texts that are d edits apart.
///
/// Let the text be longer than the query by Δ. Of d edits that make the text of the query, at least
/// Δ insert. So at most d − Δ delete or exchange a character of the query, and the text lacks at
/// most d − Δ of the query's characters. Deleting or exchanging a character takes away at most two
/// pairs of neighbours, inserting one takes away at most one: the text lacks at most
/// 2 (d − Δ) + Δ = 2 d − Δ of the query's pairs. Counted in the same way from the side of the text,
/// at most d of its characters are extra. If the query is longer, the two sides change places.
struct EditLimits {
  /// The maximum number of the query's characters that the text lacks.
  let lacking: Int
  /// The maximum number of the text's characters that the query lacks.
  let extra: Int
  /// The maximum number of the query's pairs that the text lacks.
  let lackingPairs: Int

  init(query: Int, text: Int, edits: Int) {
    let (longer, shorter) = (max(0, text - query), max(0, query - text))
    lacking = edits - longer
    extra = edits - shorter
    lackingPairs = 2 * edits - longer
  }

  /// The maximum number of edits with which texts of two lengths still reach the minimum score.
  static func edits(_ a: Int, _ b: Int, minimum: Int) -> Int {
    let longer = max(a, b)
    return longer - (minimum * longer + 99) / 100
  }
}
