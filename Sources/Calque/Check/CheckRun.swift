import CalqueAlign
import CalqueModel
import CalqueMorphology
import CalqueTerms
import CalqueText

/// The check of one text.
struct CheckRun {
  let workspace: Workspace
  let pair: LanguagePair
  let source: CheckedText
  let target: CheckedText
  let pairs: [CheckedPair]
  let options: CheckOptions

  func carryOut() throws -> CheckReport {
    var findings: [CheckFinding] = []
    let terms = try TermCheck(self)
    var quantities = (
      source: QuantityReader(pair.source), target: QuantityReader(pair.target)
    )
    let untranslated = UntranslatedText(pair)
    let names = CheckedNames(self)
    for segment in pairs {
      if segment.source.isEmpty || segment.target.isEmpty {
        if let finding = empty(segment) { findings.append(finding) }
        continue
      }
      let (text, translation) = (source.text(segment.source), target.text(segment.target))
      if let stretch = untranslated.stretch(of: translation, from: text) {
        findings.append(
          finding(
            .untranslated, .error, segment, target: stretch.shifted(by: segment.target.lowerBound)))
        // A copy of the source has the source's numbers and none of the right words.
        if stretch == 0..<translation.utf8.count { continue }
      }
      let compared = QuantityComparison(
        quantities.source.quantities(in: text), quantities.target.quantities(in: translation))
      findings += compared.differences.map { finding(of: $0, segment) }
      let checked = terms.check(segment)
      findings += names.differences(in: segment).compactMap { difference in
        let start = segment.source.lowerBound
        // *Bercy* became no other name where the text has the ministry's.
        let name = difference.source.shifted(by: start)
        if checked.satisfied.contains(where: { $0.overlaps(name) }) { return nil }
        return finding(
          .name, .warning, segment, source: name,
          target: difference.target.shifted(by: segment.target.lowerBound),
          term: source.text(name), expected: difference.expected)
      }
      findings += checked.findings
    }
    findings += terms.inconsistencies()
    let kept = findings.compactMap(weighed)
    return CheckReport(
      pair: pair,
      pairs: pairs.map {
        CheckReport.Pair(source: source.place($0.source), target: target.place($0.target))
      },
      terms: terms.count,
      findings: kept.enumerated().sorted {
        ($0.element.source.range.lowerBound, $0.offset)
          < ($1.element.source.range.lowerBound, $1.offset)
      }.map(\.element))
  }

  /// A finding with the weight that its rule's level gives it; nil if the rule is not checked.
  ///
  /// What is only a note, though the rule has heavier findings, stays a note: a rendering that may be
  /// reworded, a term of a shipped glossary.
  private func weighed(_ finding: CheckFinding) -> CheckFinding? {
    if options.ignored.contains(finding.rule) { return nil }
    let level = options.levels[finding.rule] ?? workspace.configuration.check[finding.rule] ?? .on
    if level == .off { return nil }
    guard let severity = level.severity else { return finding }
    if finding.severity == .note, !finding.rule.hasNotesOnly { return finding }
    var finding = finding
    finding.severity = severity
    return finding
  }

  /// A finding; a place that is not given is the whole segment.
  func finding(
    _ rule: CheckFinding.Rule, _ severity: CheckFinding.Severity, _ segment: CheckedPair,
    source: Range<Int>? = nil, target: Range<Int>? = nil, term: String? = nil,
    expected: [String] = []
  ) -> CheckFinding {
    CheckFinding(
      rule: rule, severity: severity, source: self.source.place(source ?? segment.source),
      target: self.target.place(target ?? segment.target), term: term, expected: expected)
  }

  /// The finding for a segment without counterpart.
  ///
  /// A dateline has none: the aligner leaves datelines alone, and each language words its own.
  private func empty(_ segment: CheckedPair) -> CheckFinding? {
    if segment.source.isEmpty && segment.target.isEmpty { return nil }
    if source.isDateline(segment.source) || target.isDateline(segment.target) { return nil }
    return finding(.empty, segment.target.isEmpty ? .error : .warning, segment)
  }

  // MARK: Quantities

  private func finding(
    of difference: QuantityComparison.Difference, _ segment: CheckedPair
  ) -> CheckFinding {
    let start = (segment.source.lowerBound, segment.target.lowerBound)
    let mine = difference.source?.range.shifted(by: start.0)
    let theirs = difference.target?.range.shifted(by: start.1)
    let expected = difference.source.flatMap { quantity in
      QuantityWording(pair.target).text(
        of: quantity, inPlaceOf: theirs.map(target.text) ?? "",
        hasUnit: difference.target?.readings.contains { $0.unit != nil } == true)
    }
    return finding(
      difference.isDate ? .date : .number, .error, segment, source: mine,
      target: theirs, term: mine.map { source.text($0) },
      expected: expected.map { [$0] } ?? [])
  }
}

extension CheckFinding.Rule {
  /// Whether the usual weight of all findings is a note.
  fileprivate var hasNotesOnly: Bool { self == .inconsistent || self == .metonym }
}

/// The names of the two texts.
private struct CheckedNames {
  private let run: CheckRun
  private let source: [FoundName]
  private let target: [FoundName]
  private let words: (source: CommonWords, target: CommonWords)

  init(_ run: CheckRun) {
    self.run = run
    source = NameGlossary(run.pair).names(in: run.source.text)
    target = NameGlossary(run.pair.reversed).names(in: run.target.text)
    words = (CommonWords(run.pair), CommonWords(run.pair.reversed))
  }

  func differences(in segment: CheckedPair) -> [NameComparison.Difference] {
    NameComparison(
      words(run.source, segment.source, source, words.source),
      words(run.target, segment.target, target, words.target)
    ).differences
  }

  private func words(
    _ text: CheckedText, _ range: Range<Int>, _ names: [FoundName], _ common: CommonWords
  ) -> NamedWords {
    let own = names.filter { range.contains($0.range.lowerBound) }.map {
      $0.shifted(by: -range.lowerBound)
    }
    return NamedWords(
      text.text(range), text.language, names: own, knowsWords: common.areMost,
      isCommon: common.holds)
  }
}

/// The words of a language that are no names: those of its dictionary, and of the shipped lexicon.
private struct CommonWords {
  private let stems: Set<String>
  private let morphology: Morphology

  init(_ pair: LanguagePair) {
    stems = BilingualLexicon.shipped(for: pair)?.sourceStems ?? []
    morphology = Morphologies.ofProcess.morphology(of: Language(pair.source))
  }

  /// Whether most words of the language are known.
  var areMost: Bool { morphology.lexicon != nil }

  /// Whether a word in lower case is known as a noun or an adjective, and is no name.
  ///
  /// Where a word opens a sentence it may be a verb as well.
  func holds(_ word: String, opensSentence: Bool) -> Bool {
    let readings = morphology.readings(of: word).map(\.features.speech)
    if !readings.isEmpty {
      return readings.contains { $0 != .properNoun && ($0 != .verb || opensSentence) }
    }
    return stems.contains(String(folded(word).prefix(7)))
  }
}
