package import CalqueText

/// A cheapest script that edits a query into a match's source, token by token.
///
///     let script = EditScript(query, match)
///     script.cost         // the distance of their score
///     script.differences  // the stretches that a page marks
///
/// A script is computed once for each match of an answer. The score that is reported, its
/// explanation and the differences on a page all come from the script, so they cannot contradict
/// each other. The matcher ranks by `EditDistance`, which keeps no script.
///
/// Of several cheapest scripts, `EditTable` chooses the one that reads best.
package struct EditScript: Sendable {
  /// A step of a script: one token, or two tokens in one place.
  package struct Step: Equatable, Sendable {
    /// The kinds of steps.
    package enum Kind: Sendable {
      /// Both texts have the token, typography apart.
      case keep
      /// The match has another token in the place of the query's.
      case exchange
      /// Only the match has the token.
      case insert
      /// Only the query has the token.
      case delete
    }

    /// The kind of the step.
    package let kind: Kind
    /// The number of the query's token; nil if only the match has a token.
    package let query: Int?
    /// The number of the match's token; nil if only the query has a token.
    package let match: Int?
    /// The cost of the step, in hundredths.
    package let cost: Int
  }

  /// The text that was looked up.
  package let query: ComparedText
  /// The source of the match.
  package let match: ComparedText
  /// The steps: every token of both texts, in the order of the texts.
  package let steps: [Step]
  /// Whether no script is cheaper.
  ///
  /// Two long texts are not compared token by token: everything between their equal ends is one
  /// change.
  package let isCheapest: Bool

  /// The cost of all steps, in hundredths.
  package var cost: Int { steps.reduce(0) { $0 + $1.cost } }

  /// The score of the two texts.
  ///
  /// - Parameter limit: the maximum distance of interest; a low limit shortens the comparison of
  ///   texts too long for a script.
  /// - Returns: the score; nil if one of the texts has no tokens or the distance of two long texts
  ///   is above the limit.
  package func score(limit: Int = .max) -> Score? {
    isCheapest
      ? Score.of(query, match, distance: cost) : Score.of(query, match, limit: limit)
  }

  /// Compares two texts of one language.
  ///
  /// - Complexity: O(m · n) time and memory, for m and n tokens between the equal ends.
  package init(_ query: ComparedText, _ match: ComparedText) {
    (self.query, self.match) = (query, match)
    let rest = PairLexicon.rest(query, match)
    let middle: [Step]
    if let table = EditTable(query, match, rest) {
      middle = table.steps()
      isCheapest = true
    } else {
      middle = Self.replacement(query, match, rest)
      isCheapest = false
    }
    let (start, end) = (rest.query.lowerBound, query.tokens.count - rest.query.upperBound)
    steps =
      Self.kept(start, fromQuery: 0, match: 0) + middle
      + Self.kept(end, fromQuery: rest.query.upperBound, match: rest.stored.upperBound)
  }

  private static func kept(_ count: Int, fromQuery query: Int, match: Int) -> [Step] {
    (0..<count).map { Step(kind: .keep, query: query + $0, match: match + $0, cost: 0) }
  }

  /// The steps that replace the whole rest of a query by the rest of a match.
  private static func replacement(
    _ query: ComparedText, _ match: ComparedText, _ rest: (query: Range<Int>, stored: Range<Int>)
  ) -> [Step] {
    rest.query.map {
      Step(kind: .delete, query: $0, match: nil, cost: query.tokens[$0].weight)
    }
      + rest.stored.map {
        Step(kind: .insert, query: nil, match: $0, cost: match.tokens[$0].weight)
      }
  }
}
