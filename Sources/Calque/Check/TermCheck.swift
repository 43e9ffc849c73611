import CalqueModel
import CalqueMorphology
import CalqueStore
import CalqueTerms
import CalqueText

/// The glossary terms of the source, and their renderings in the translation.
final class TermCheck {
  private let run: CheckRun
  /// The terms of the source, by place, the longest first at each place.
  private let terms: [TermAnswer]
  /// The glossaries whose terms are binding: a person's own.
  private let binding: Set<String>
  /// The renderings by their numbers in the recogniser.
  private var renderings: [Rendering] = []
  /// The renderings in the translation, by place.
  private let found: [RecognisedTerm]
  /// The rendering of each occurrence of a term that has one.
  private var used: [ConceptID: [Use]] = [:]
  private var mentioned: Set<ConceptID> = []

  private struct Rendering {
    let concept: ConceptID
    let text: String
    let isForbidden: Bool
  }

  private struct Use {
    let answer: TermAnswer
    let segment: CheckedPair
    let text: String
    let range: Range<Int>
  }

  /// The number of terms in the source.
  var count: Int { Set(terms.map(\.range)).count }

  init(_ run: CheckRun) throws {
    self.run = run
    var options = TermRecognition.Options(pair: run.pair, date: try Self.date(run))
    options.glossaries = run.options.glossaries
    options.firstGlossaries = run.workspace.configuration.glossaries?.map(\.name) ?? []
    var recognition = try TermRecognition(
      store: run.workspace.store, options: options, shared: run.workspace.terms)
    terms = try recognition.answers(in: run.source.text)
    binding = Set(
      try run.workspace.store.resources(.glossary).map(\.resource).filter { !$0.isShipped }.map(
        \.name))
    let morphology = Morphologies.ofProcess.morphology(of: Language(run.pair.target))
    var builder = RecogniserBuilder(morphology)
    var seen: Set<ConceptID> = []
    for answer in terms where seen.insert(answer.concept).inserted {
      for translation in answer.translations {
        // A rendering in a misspelt plural is that rendering all the same: "wrenchs".
        let texts = [translation.text, Self.misspeltPlural(of: translation.text, morphology)]
        for text in texts.compactMap(\.self) {
          builder.add(RecogniserTerm(number: renderings.count, text: text))
          renderings.append(
            Rendering(
              concept: answer.concept, text: translation.text,
              isForbidden: translation.status == .forbidden))
        }
      }
    }
    found = builder.recogniser().terms(in: run.target.text)
  }

  /// A rendering whose last word has a misspelt plural; nil if its plural is hardly misspelt.
  private static func misspeltPlural(of text: String, _ morphology: Morphology) -> String? {
    let start = text.lastIndex(of: " ").map { text.index(after: $0) } ?? text.startIndex
    return morphology.misspeltPlural(of: folded(String(text[start...]))).map { text[..<start] + $0 }
  }

  private static func date(_ run: CheckRun) throws -> PartialDate {
    if let date = run.options.date { return date }
    if let found = ArticleDate.found(in: run.source.text, language: run.pair.source) {
      return found
    }
    return try run.workspace.today()
  }

  // MARK: Findings

  /// The findings for the terms of a segment, and the places of the terms that are well rendered.
  func check(_ segment: CheckedPair) -> (findings: [CheckFinding], satisfied: [Range<Int>]) {
    var findings: [CheckFinding] = []
    var satisfied: [Range<Int>] = []
    for group in places(in: segment.source) {
      guard let first = group.first else { continue }
      let range = first.start..<first.end
      // A shorter term inside one that is well rendered is rendered with it.
      if satisfied.contains(where: { $0.contains(range) }) { continue }
      if let use = group.lazy.compactMap({ self.use(of: $0, segment, isForbidden: false) }).first {
        satisfied.append(range)
        used[use.answer.concept, default: []].append(use)
        mentioned.insert(use.answer.concept)
        continue
      }
      if let finding = finding(for: group, segment) { findings.append(finding) }
    }
    return (findings, satisfied)
  }

  private func finding(for group: [TermAnswer], _ segment: CheckedPair) -> CheckFinding? {
    let answer = group[0]
    let range = answer.range
    let right = group.flatMap(\.translations).filter { $0.status != .forbidden }.map(\.text)
      .unique { folded($0) }
    let isBinding = group.contains { binding.contains($0.glossary) }
    let wrong = group.lazy.compactMap({ self.use(of: $0, segment, isForbidden: true) }).first
    if wrong == nil || !isBinding, let bare = bareMetonym(group, segment, right) { return bare }
    if let wrong {
      return run.finding(
        .forbidden, isBinding ? .error : .warning, segment, source: range, target: wrong.range,
        term: answer.term, expected: right)
    }
    guard !right.isEmpty, !answer.isDoubtful else { return nil }
    let isReworded = right.contains { holdsWords(of: $0, in: segment.target) }
    // Shipped glossaries propose; the desk's own words are binding.
    if !isBinding, isReworded || answer.flags.contains(.ambiguous) { return nil }
    return run.finding(
      .missing, isBinding && !isReworded ? .warning : .note, segment, source: range,
      term: answer.term, expected: right)
  }

  /// The finding for a place that stands for an institution, is copied, and comes first.
  private func bareMetonym(
    _ group: [TermAnswer], _ segment: CheckedPair, _ right: [String]
  ) -> CheckFinding? {
    guard let answer = group.first(where: { $0.flags.contains(.metonym) }) else { return nil }
    let isFirst = mentioned.insert(answer.concept).inserted
    let words = folded(run.target.text(segment.target))
    guard words.contains(folded(answer.surface)), isFirst else { return nil }
    return run.finding(
      .metonym, .note, segment, source: answer.range, term: answer.term, expected: right)
  }

  /// The terms of a segment, grouped by their places.
  private func places(in range: Range<Int>) -> [[TermAnswer]] {
    var groups: [[TermAnswer]] = []
    for answer in terms where range.contains(answer.start) && answer.end <= range.upperBound {
      if let last = groups.last?.first, last.start == answer.start, last.end == answer.end {
        groups[groups.count - 1].append(answer)
      } else {
        groups.append([answer])
      }
    }
    return groups
  }

  /// The first rendering of a term's concept in the segment's translation.
  private func use(
    of answer: TermAnswer, _ segment: CheckedPair, isForbidden: Bool
  ) -> Use? {
    for occurrence in found
    where segment.target.contains(occurrence.start) && occurrence.end <= segment.target.upperBound {
      let rendering = renderings[occurrence.term]
      if rendering.concept == answer.concept, rendering.isForbidden == isForbidden {
        return Use(
          answer: answer, segment: segment, text: rendering.text,
          range: occurrence.start..<occurrence.end)
      }
    }
    return nil
  }

  /// Whether the words of a rendering stand in a translation, in other forms or in another order.
  private func holdsWords(of rendering: String, in range: Range<Int>) -> Bool {
    let language = Language(run.pair.target)
    let function = Set(language.rules.functionWords.all)
    let words = tokens(of: rendering, in: language).filter {
      $0.kind == .word && !function.contains($0.folded) && $0.folded.utf8.count > 2
    }
    if words.isEmpty { return false }
    let others = tokens(of: run.target.text(range), in: language).filter { $0.kind == .word }
    return words.allSatisfy { word in
      others.contains { Self.areRelated(word, $0) }
    }
  }

  /// Whether two words share their stem, or the beginning that derived words share:
  /// *propagation*, *propager*.
  private static func areRelated(_ a: Token, _ b: Token) -> Bool {
    if a.stem == b.stem { return true }
    let shorter = min(a.folded.utf8.count, b.folded.utf8.count)
    let wanted = max(5, shorter * 2 / 3)
    return shorter >= wanted
      && a.folded.utf8.prefix(wanted).elementsEqual(b.folded.utf8.prefix(wanted))
  }

  // MARK: Consistency

  /// The uses of a rendering that is not the term's usual one in this text.
  func inconsistencies() -> [CheckFinding] {
    var findings: [CheckFinding] = []
    for uses in used.values where uses.count > 1 {
      var counts: [String: Int] = [:]
      for use in uses { counts[folded(use.text), default: 0] += 1 }
      guard counts.count > 1, let most = counts.values.max(),
        let usual = uses.first(where: { counts[folded($0.text)] == most })
      else { continue }
      for use in uses where folded(use.text) != folded(usual.text) {
        findings.append(
          run.finding(
            .inconsistent, .note, use.segment, source: use.answer.start..<use.answer.end,
            target: use.range, term: use.answer.term, expected: [usual.text]))
      }
    }
    return findings
  }
}

extension Range where Bound == Int {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
