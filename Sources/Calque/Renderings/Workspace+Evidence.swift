import CalqueMatch
public import CalqueModel
import CalqueStore
import CalqueText

/// What units of the memories say for a term.
public struct TermEvidence: Hashable, Sendable {
  /// The translation that most of the units show.
  public let translation: String
  /// The first unit that shows it, and the unit's memory.
  public let note: String
  /// Whether the translation begins the text of that unit.
  let beginsText: Bool
}

extension Workspace {
  /// The translation of a term that units of the memories show, with one of the units as a note.
  ///
  ///     let evidence = try workspace.evidence(for: "brigade fluviale", in: [12, 15], pair: pair)
  ///     try workspace.addTerm("brigade fluviale", evidence.translation, pair: pair)
  ///
  /// - Parameters:
  ///   - term: the term in the pair's source language.
  ///   - units: the units.
  ///   - pair: the languages.
  /// - Returns: the translation and the note.
  /// - Throws: `WorkspaceError` of the kind `request` if a unit lacks the term, or if no unit shows
  ///   what stands opposite it; `store` if the store has no such unit.
  public func evidence(
    for term: String, in units: [UnitID], pair: LanguagePair
  ) throws(WorkspaceError) -> TermEvidence {
    try WorkspaceError.carrying {
      // One unit shows little where the words of the others are not linked; so few take a moment.
      try linkWordsIfFew(pair: pair, maxUnits: Self.linkedAtOnce)
      let memories = try takingPart(.memory, in: pair, chosen: nil)
      let search = Search(
        store: store, pair: pair, options: SearchOptions(),
        memories: Set(memories.map(\.stored.id)), glossaries: [], terms: searchTerms,
        indexes: searchIndexes)
      let query = "\"\(term)\""
      var needle = try SearchNeedle(query, pair: pair, search.options, .ofProcess)
      let hits = try units.map { id in
        guard let unit = try store.matchedUnit(id) else { throw StoreError.noUnit(id: id) }
        guard let source = unit.text(in: pair.source), let target = unit.text(in: pair.target),
          let found = try needle.occurrences(in: source, .source),
          found.closeness <= .forms
        else {
          throw WorkspaceError.usage(
            "unit \(id) does not hold '\(term)'", outcome: "nothing was stored")
        }
        return SearchAnswer.Hit(
          unit: id, memory: unit.memory, side: .source, source: source, target: target,
          spans: found.spans, otherSpans: [], changed: nil)
      }
      let answer = try search.withRenderings(
        SearchAnswer(query: query, hits: hits, isCut: false), finders: finders,
        aligners: hitAligners)
      guard let evidence = TermEvidence(answer.hits) else {
        throw WorkspaceError.usage(
          "the units do not show what '\(term)' is: give the translation, too",
          outcome: "nothing was stored")
      }
      guard evidence.beginsText, term.unicodeScalars.first?.properties.isUppercase == false,
        let small = try smallInMemories(evidence.translation, pair)
      else { return evidence }
      return TermEvidence(translation: small, note: evidence.note, beginsText: true)
    }
  }

  /// The number of units whose words are linked for one question.
  private static let linkedAtOnce = 500

  /// A text whose first word is no name: the memories write the word in small letters elsewhere.
  private func smallInMemories(_ text: String, _ pair: LanguagePair) throws -> String? {
    let word = text.prefix { !$0.isWhitespace }
    let small = word.lowercased()
    guard small != word, word.dropFirst() == small.dropFirst() else { return nil }
    var options = SearchOptions()
    options.sides = [.target]
    (options.keepsCase, options.isExact, options.limit) = (true, true, 1)
    return try search(small, pair: pair, options: options).hits.isEmpty
      ? nil : small + text.dropFirst(word.count)
  }
}

extension TermEvidence {
  /// The commonest of what is marked in hits; nil if nothing is.
  fileprivate init?(_ hits: [SearchAnswer.Hit]) {
    var found: [(text: String, count: Int, isFirst: Bool, hit: SearchAnswer.Hit)] = []
    for hit in hits {
      let utf8 = Array(hit.otherText.utf8)
      for span in hit.counterparts {
        let text = String(decoding: utf8[span], as: UTF8.self)
        if let place = found.firstIndex(where: { folded($0.text) == folded(text) }) {
          found[place].count += 1
        } else {
          let before = String(decoding: utf8[..<span.lowerBound], as: UTF8.self)
          found.append((text, 1, !before.contains(where: \.isLetter), hit))
        }
      }
    }
    guard let most = found.map(\.count).max(), let best = found.first(where: { $0.count == most })
    else { return nil }
    translation = best.text
    note = "unit \(best.hit.unit) of \(best.hit.memory)"
    beginsText = best.isFirst
  }
}
