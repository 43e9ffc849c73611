public import CalqueModel

/// A term of the other language, as a translation of a term that was found.
public struct Rendering: Hashable, Sendable {
  /// The term.
  public let term: Term
  /// Whether it holds at the date that was asked for.
  public let isInForce: Bool
  /// Where it stands among the concept's terms, from 0.
  public let place: Int

  /// Names a translation.
  public init(term: Term, isInForce: Bool, place: Int) {
    self.term = term
    self.isInForce = isInForce
    self.place = place
  }
}

extension Concept {
  /// The terms of a language as translations, best first.
  ///
  /// Preferred before admitted, plain before metonym, the language asked for before its regions;
  /// what does not hold at `date` behind those, with its dates; what is forbidden last.
  public func renderings(in language: LanguageTag, at date: PartialDate) -> [Rendering] {
    var ranked = [(rendering: Rendering, rank: RenderingRank)]()
    for (place, term) in terms.enumerated() {
      guard let fit = term.language.fit(asked: language) else { continue }
      // The same word twice, for two regions: once.
      if ranked.contains(where: {
        $0.rendering.term.text == term.text && $0.rendering.term.status == term.status
      }) {
        continue
      }
      let isInForce = term.validity.overlaps(date)
      ranked.append(
        (
          Rendering(term: term, isInForce: isInForce, place: place),
          RenderingRank(term, isInForce: isInForce, fit: fit, place: place)
        ))
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.rendering)
  }
}

/// Where a translation stands among others, of its own concept or of another one.
///
/// Asked for "Ministry of Economy", *ministère de l'Économie* stands before *Bercy*: plain before
/// metonym, across the concepts of a glossary.
public struct RenderingRank: Comparable, Sendable {
  private let isForbidden: Bool
  private let isOutOfForce: Bool
  private let status: Int
  private let isMetonym: Bool
  private let fit: LanguageTag.Fit
  private let place: Int

  /// Ranks a term of a concept, `place` among its terms.
  public init(_ term: Term, isInForce: Bool, fit: LanguageTag.Fit, place: Int) {
    isForbidden = term.status == .forbidden
    isOutOfForce = !isInForce
    status = term.status.rawValue
    isMetonym = term.flags.contains(.metonym)
    self.fit = fit
    self.place = place
  }

  /// Orders by goodness: the smallest is the best.
  public static func < (a: Self, b: Self) -> Bool { a.key.lexicographicallyPrecedes(b.key) }

  private var key: [Int] {
    [isForbidden ? 1 : 0, isOutOfForce ? 1 : 0, status, isMetonym ? 1 : 0, fit.rawValue, place]
  }
}
