public import CalqueModel

/// A term of the other language that translates a found term.
public struct Rendering: Hashable, Sendable {
  /// The term.
  public let term: Term
  /// Whether the term is in force at the date in question.
  public let isInForce: Bool
  /// The term's place among the terms of its concept, from 0.
  public let place: Int

  /// Creates a translation.
  public init(term: Term, isInForce: Bool, place: Int) {
    self.term = term
    self.isInForce = isInForce
    self.place = place
  }
}

extension Concept {
  /// The terms of a language as translations, best first.
  ///
  /// The terms of the requested region come first, those of another region last among the terms
  /// in force. Preferred terms come before admitted ones, plain ones before metonyms, the requested
  /// language before its regions. A term that is not in force at `date` comes behind the terms that
  /// are. Forbidden terms come last. Terms that are only recognised are left out.
  ///
  /// - Parameters:
  ///   - language: the language of the translations, with or without a region.
  ///   - date: the date at which a term must be in force.
  ///   - source: the term that is translated. For an acronym, an acronym comes
  ///     first: *PIB* is "GDP".
  /// - Returns: the translations.
  public func renderings(
    in language: LanguageTag, at date: PartialDate, of source: String? = nil
  ) -> [Rendering] {
    let isAcronym = source.map(TermWords.isAcronym) ?? false
    var ranked = [(rendering: Rendering, rank: RenderingRank)]()
    for (place, term) in terms.enumerated() {
      guard term.isTranslation, let fit = term.language.fit(asked: language) else { continue }
      // A text that occurs twice with the same status, for two regions, is taken once.
      if ranked.contains(where: {
        $0.rendering.term.text == term.text && $0.rendering.term.status == term.status
      }) {
        continue
      }
      let isInForce = term.validity.overlaps(date)
      ranked.append(
        (
          Rendering(term: term, isInForce: isInForce, place: place),
          RenderingRank(
            term, isInForce: isInForce, asked: language, fit: fit, isAcronym: isAcronym,
            place: place)
        ))
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.rendering)
  }
}

/// The rank of a translation among others, of its own concept or of another one.
///
/// For "Ministry of Economy", *ministère de l'Économie* ranks before *Bercy*: plain terms come
/// before metonyms, across the concepts of a glossary.
public struct RenderingRank: Comparable, Sendable {
  private let isForbidden: Bool
  private let isOutOfForce: Bool
  private let region: Region
  private let isOtherLength: Bool
  private let status: Int
  private let isMetonym: Bool
  private let fit: LanguageTag.Fit
  private let place: Int

  /// Whether a term belongs to the requested region.
  private enum Region: Int { case requested, any, other }

  /// Ranks a term of a concept.
  ///
  /// - Parameters:
  ///   - term: the term.
  ///   - isInForce: whether the term is in force at the date in question.
  ///   - asked: the requested language, with or without a region.
  ///   - fit: how well the term's language fits the requested one.
  ///   - isAcronym: whether an acronym is translated.
  ///   - place: the term's place among the concept's terms.
  public init(
    _ term: Term, isInForce: Bool, asked: LanguageTag, fit: LanguageTag.Fit, isAcronym: Bool,
    place: Int
  ) {
    isForbidden = term.status == .forbidden
    isOutOfForce = !isInForce
    let hasRegion = term.language.key != term.language.primary
    region =
      !hasRegion ? .any : term.language == asked ? .requested : .other
    isOtherLength = isAcronym && !TermWords.isAcronym(term.text)
    status = term.status.rawValue
    isMetonym = term.flags.contains(.metonym)
    self.fit = fit
    self.place = place
  }

  /// Orders the best rank first.
  public static func < (a: Self, b: Self) -> Bool { a.key.lexicographicallyPrecedes(b.key) }

  private var key: [Int] {
    [
      isForbidden ? 1 : 0, isOutOfForce ? 1 : 0, region.rawValue, isOtherLength ? 1 : 0, status,
      isMetonym ? 1 : 0, fit.rawValue, place,
    ]
  }
}
