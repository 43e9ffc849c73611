import CalqueAlign
import CalqueModel
import CalqueMorphology
import CalqueStore
import CalqueText

/// The renderings that the memories have for phrases, from their linked words.
///
/// `LinkedPhrases` finds the phrases among the linked words and counts what stands opposite. Memories
/// whose words are not linked are asked by `HitRenderings`.
struct RenderingFinder: Sendable {
  /// The state of the store whose units are linked.
  let generation: StoreGeneration
  /// The units.
  let units: LinkedUnits
  private var reader: PhraseReader
  private var phrases: LinkedPhrases
  private var texts: RenderingTexts
  private let other: Morphology
  /// What words mean alone.
  private var words: [String: FragmentEvidence.Word] = [:]
  /// What stands opposite words of the other side; few questions ask for it, which make it.
  private var back: Back?
  private let makeBack: @Sendable () -> Back
  private let base: LinkFile
  private var expectsMany = false
  private var asks = 1

  /// What reads words of the other side, and what stands opposite those that were read.
  private struct Back {
    var reader: PhraseReader
    var phrases: LinkedPhrases
    var known: [UInt32: Set<String>] = [:]
  }

  /// The maximum number of renderings of a phrase.
  static let limit = 5

  /// The finder for a pair; nil if the words of the memories are not linked.
  ///
  /// - Parameters:
  ///   - store: the store.
  ///   - pair: the pair, of which phrases are in the source language.
  ///   - memories: the memories that count; nil for all.
  ///   - isExact: whether a word stands for no other form of the word.
  ///   - takesArticles: whether an article stands for any other.
  /// - Throws: `StoreError`.
  init?(
    _ store: Store, pair: LanguagePair, memories: Set<Int64>? = nil, isExact: Bool = false,
    takesArticles: Bool = false
  ) throws {
    guard let links = try WordLinkFolder(store, pair: pair).ready() else { return nil }
    self.init(
      links, pair: pair, memories: memories, isExact: isExact, takesArticles: takesArticles
    ) { units in
      let read = Dictionary(
        try store.units(units).map { ($0.id, $0.unit) }, uniquingKeysWith: { first, _ in first })
      return units.map { unit in
        read[unit]?.variants.first { $0.language.primary == pair.target.primary }?.text
      }
    }
  }

  /// Notes that the finder is asked again: a search asks twice, so the third time many will follow.
  mutating func askAgain() {
    asks += 1
    if asks > 2 { expectMany() }
  }

  /// Prepares for many questions instead of one; a second call has no effect.
  mutating func expectMany() {
    if expectsMany { return }
    expectsMany = true
    base.expectManyReads()
  }

  /// The finder for linked units.
  ///
  /// - Parameters:
  ///   - links: the links.
  ///   - pair: the pair, of which phrases are in the source language.
  ///   - memories: the memories that count; nil for all.
  ///   - isExact: whether a word stands for no other form of the word.
  ///   - takesArticles: whether an article stands for any other.
  ///   - targets: the text of each of some units in the target language; nil if the unit is gone.
  init(
    _ links: WordLinks, pair: LanguagePair, memories: Set<Int64>? = nil, isExact: Bool = false,
    takesArticles: Bool = false, targets: @escaping @Sendable ([UnitID]) throws -> [String?]
  ) {
    generation = (links.delta ?? links.base).generation
    base = links.base
    units = LinkedUnits(links, isReversed: pair.hasReversedLinks)
    let (source, target) = (Language(pair.source), Language(pair.target))
    reader = PhraseReader(
      source, isExact ? .written : .all(.ofProcess, takesArticles: takesArticles))
    phrases = LinkedPhrases(
      links, isReversed: pair.hasReversedLinks, memories: memories, own: source,
      other: target)
    texts = RenderingTexts(pair, texts: targets)
    other = Morphologies.ofProcess.morphology(of: target)
    makeBack = {
      Back(
        reader: PhraseReader(target, .all(.ofProcess, takesArticles: false)),
        phrases: LinkedPhrases(
          links, isReversed: !pair.hasReversedLinks, memories: memories, own: target,
          other: source))
    }
  }

  /// What stands opposite a phrase.
  ///
  /// - Parameters:
  ///   - phrase: the phrase.
  ///   - maxExamined: the maximum number of occurrences that are looked at.
  ///   - standsAlone: whether occurrences beside a hyphen are left out.
  ///   - tellsNames: whether a phrase in small letters is told from one in a name.
  ///   - readsStars: whether a star behind a word says that any word is meant that begins so.
  ///   - keepsCapitals: whether a single word must be written as it is here.
  /// - Returns: what stands there.
  mutating func found(
    _ phrase: String, maxExamined: Int = PhraseRenderings.maxExamined, standsAlone: Bool = false,
    tellsNames: Bool = false, readsStars: Bool = false, keepsCapitals: Bool = false
  ) -> PhraseRenderings {
    var sought = reader.phrase(phrase, readsStars: readsStars)
    if keepsCapitals { sought.spelling = phrase }
    sought.standsAlone = standsAlone
    sought.tellsNames = tellsNames
    return phrases.found(sought, maxExamined: maxExamined)
  }

  /// What of the renderings of a fragment has evidence.
  mutating func evident(
    _ found: PhraseRenderings, for fragment: FragmentSearch.Fragment
  ) -> PhraseRenderings {
    let found = found.withoutGuesses
    guard FragmentEvidence.mayHaveAny(found) else { return .none }
    let evidence = FragmentEvidence(
      found: found, fragment: fragment, words: words(of: fragment.text))
    var shown = found
    shown.found = evidence.renderings(&self)
    return shown
  }

  /// Whether a rendering may be what a fragment of a kind is, in a unit that shows it.
  func fits(_ some: RenderingVotes.Found, _ kind: FragmentSearch.Kind) -> Bool {
    guard kind != .other, let tagger = other.tagger, let examples = some.forms.first?.examples
    else { return true }
    let shapes = examples.prefix(RenderingShape.maxExamples).compactMap {
      RenderingShape(of: $0.target, in: phrases.words(of: $0.unit), tagger)
    }
    guard let first = shapes.first else { return true }
    return first.fits(kind) && !(shapes.count > 1 && shapes.allSatisfy(\.isCutName))
  }

  /// Whether a rendering holds a conjunction.
  func isJoined(_ some: RenderingVotes.Found) -> Bool {
    words(of: some).contains { other.phraseWords.conjunctions.contains($0.lowercased()) }
  }

  /// Whether two words of the other side, by the numbers of their stems, begin alike.
  func isKin(_ word: UInt32, _ other: UInt32) -> Bool { phrases.isKin(word, other) }

  /// The words of meaning of a phrase, with what each means alone.
  mutating func words(of phrase: String) -> [FragmentEvidence.Word] {
    reader.phrase(phrase).words.filter { !$0.isSmall }.map { word in
      if let known = words[word.folded] { return known }
      let (parts, linked) = parts(of: word)
      let stem = Array(reader.stem(word.folded).utf8)
      let isAlike = parts.contains {
        $0.words.count == 1 && FragmentEvidence.isKin(phrases.stem($0.words[0]), stem)
      }
      let found = FragmentEvidence.Word(
        folded: word.folded, parts: parts, isKnown: linked > 1 || isAlike)
      words[word.folded] = found
      return found
    }
  }

  /// What stands opposite a word alone, and the number of units in which anything is linked with it.
  private mutating func parts(
    of word: SoughtPhrase.Word
  ) -> (parts: [FragmentEvidence.Part], linked: Int) {
    let limits = FragmentEvidence.parts
    let alone = phrases.found(
      SoughtPhrase(words: [word]), maxExamined: PhraseRenderings.maxExaminedAlone)
    var parts: [FragmentEvidence.Part] = []
    for some in alone.found.prefix(limits.count) where some.words.count <= limits.words {
      let share = Double(some.count) / Double(max(1, alone.linked))
      let kin = parts.firstIndex { part in
        part.words.count == some.words.count
          && part.words.starts(with: some.words) { phrases.isKin($0, $1) }
      }
      if let kin {
        parts[kin].share += share
      } else {
        parts.append(FragmentEvidence.Part(words: some.words, share: share))
      }
    }
    return (parts.filter { $0.share >= limits.leastShare }, alone.linked)
  }

  /// Whether a form of the other side is often rendered by a word of this side.
  mutating func means(_ form: UInt32, _ word: FragmentEvidence.Word) -> Bool {
    // Taken out meanwhile: two owners would copy it at its first change.
    var back = self.back ?? makeBack()
    self.back = nil
    defer { self.back = back }
    if back.known[form] == nil {
      let sought = back.reader.phrase(phrases.form(form))
      let alone = back.phrases.found(sought, maxExamined: PhraseRenderings.maxExaminedAlone)
      let least = FragmentEvidence.parts.leastShare * Double(alone.linked)
      back.known[form] = Set(
        alone.found.prefix(FragmentEvidence.parts.count)
          .filter { $0.words.count == 1 && Double($0.count) >= least }
          .map { String(decoding: back.phrases.stem($0.words[0]), as: UTF8.self) })
    }
    let stem = reader.stem(word.folded)
    return back.known[form]?.contains(stem) == true
  }

  /// Marks what stands opposite a phrase in hits.
  ///
  /// - Parameters:
  ///   - hits: the hits, all of the side of the phrase.
  ///   - phrase: the phrase, in which a star behind a word stands for any ending.
  ///   - found: what stands opposite the phrase.
  mutating func mark(
    _ hits: inout [SearchAnswer.Hit], _ phrase: String, _ found: PhraseRenderings
  ) {
    let ranked = found.marked
    if ranked.isEmpty { return }
    let sought = reader.phrase(phrase, readsStars: true)
    let occurrences = hits.map { hit in
      (unit: hit.unit, places: texts.words(of: hit).filter { $0.count == sought.words.count })
    }
    let found = phrases.counterparts(of: sought, occurrences, ranked)
    for (place, others) in found.enumerated() {
      guard let last = others.map(\.upperBound).max() else { continue }
      let (unit, text) = (hits[place].unit, hits[place].otherText)
      let ranges =
        units.text(of: unit, isSource: false)?.ranges(in: text, first: last)
        ?? texts.ranges(of: text)
      hits[place].counterparts = others.compactMap { other in
        guard other.upperBound <= ranges.count else { return nil }
        return ranges[other.lowerBound].lowerBound..<ranges[other.upperBound - 1].upperBound
      }
    }
  }

  /// What was found, as it is written.
  mutating func texts(
    _ found: PhraseRenderings, limit: Int = limit
  ) throws -> [MemoryRendering] {
    let phrases = phrases
    return try texts.renderings(found, limit: limit) { phrases.form($0) }
  }

  /// The words of the best rendering, with spaces between them; nil if there is none.
  func best(_ found: PhraseRenderings) -> String? {
    found.found.first.map { words(of: $0).joined(separator: " ") }
  }

  /// The words of what was found, in its commonest form.
  func words(of found: RenderingVotes.Found) -> [String] {
    found.forms.first?.words.map { phrases.form($0) } ?? []
  }

  /// The renderings of a phrase, best first.
  mutating func renderings(of phrase: String, limit: Int = limit) throws -> [MemoryRendering] {
    try texts(found(phrase), limit: limit)
  }
}
