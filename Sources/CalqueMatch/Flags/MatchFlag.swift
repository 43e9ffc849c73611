import CalqueText

/// A kind of difference between a query and a match.
///
/// All but typography can change the meaning.
public enum MatchFlag: String, CaseIterable, Sendable {
  /// Only apostrophes, quotes, dashes, spaces or raised digits differ.
  case typography
  /// The numbers differ, in digits or words: a value, a minus or their order; or a rank, a part or a
  /// multiple stands for another: *premier* for *second*, *doublé* for *triplé*.
  case numbers
  /// The months or the days of the week differ.
  case dates
  /// The currencies differ.
  case currencies
  /// One text has a share of a hundred where the other has points.
  case percent
  /// The number of negations differs.
  case negation
  /// One text has a proper name that the other does not have.
  case names
  /// The import that brought the unit found its sides doubtful: the same, swapped, or in a wrong
  /// language.
  case doubtful
  /// Only numbers, months or days of the week differ, and the translation has those of the query.
  case adapted
}

extension MatchFlag {
  /// The flags of a query and the source of its match.
  package static func between(
    _ query: MarkedText, and match: MarkedText, score: Score
  ) -> [MatchFlag] {
    var flags = [MatchFlag]()
    if score.distance == 0, score.points < 100 { flags.append(.typography) }
    if numbersDiffer(query, match) { flags.append(.numbers) }
    if query.dates != match.dates { flags.append(.dates) }
    if query.currencies != match.currencies { flags.append(.currencies) }
    if query.shares != match.shares { flags.append(.percent) }
    if query.negations != match.negations { flags.append(.negation) }
    if ProperNames.differ(query, match) { flags.append(.names) }
    return flags
  }

  /// Whether numbers differ, or words for ranks, parts and multiples, one for one.
  ///
  /// A word more or less changes the text as any word does. *Second* and *deuxième* are no difference.
  private static func numbersDiffer(_ query: MarkedText, _ match: MarkedText) -> Bool {
    func values(_ text: MarkedText, ranks: Bool) -> [[UInt8]] {
      text.numbers.filter { ranks || !$0.isRank }.map(\.value)
    }
    if values(query, ranks: false) != values(match, ranks: false) { return true }
    if query.amounts == match.amounts { return false }
    return query.amounts.count == match.amounts.count
      || values(query, ranks: true) != values(match, ranks: true)
  }
}
