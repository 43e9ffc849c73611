import CalqueAlign
import CalqueModel
import CalqueSystem

/// The sentences of a document beside their translations, with the words linked.
///
/// The links stand in a file without a name, which goes with the value. A unit's id is the unit's
/// number among the pairs of sentences, from 1.
struct LinkedDocument: ExtractionTexts {
  private let pair: LanguagePair
  private let units: [ExtractedTerm.Example]
  private let links: WordLinks?

  /// The number of units up to which the links are drawn several times over.
  private static let maxRepeated = 2_000

  /// Links the words of a document.
  ///
  /// - Parameters:
  ///   - document: the document; what is less sure than what goes into a memory is left out.
  ///   - known: the links of a memory, which teach; nil if nothing is known but the lexicon that
  ///     comes with Calque.
  /// - Throws: `FileFailure` if the folder for temporary files cannot be written.
  init(_ document: AlignedDocument, knowing known: LinkFile?) throws {
    pair = document.pair
    units = document.units(minConfidence: AlignmentIntake.usualConfidence).map {
      ExtractedTerm.Example(source: $0.variants[0].text, target: $0.variants[1].text)
    }
    let isReversed = pair.hasReversedLinks
    var words = UnitWords(isReversed ? pair.reversed : pair, knowing: known)
    for (place, unit) in units.enumerated() {
      let (one, other) = (unit.source, unit.target)
      words.add(
        UnitID(Int64(place + 1)), source: isReversed ? other : one,
        target: isReversed ? one : other)
    }
    let pairs = words.pairs(Array(units.indices)[...])
    var aligner: WordAligner
    var schedule = WordAligner.Schedule(pairs: units.count)
    if let known {
      aligner = known.aligner(of: words)
      schedule = .init(words: 0, order: 2, fertility: 20, settling: 12)
    } else {
      aligner = WordAligner(
        words.source, words.target,
        lexicons: [BilingualLexicon.shipped(for: pair)].compactMap(\.self))
    }
    let found = aligner.align(
      pairs, schedule: schedule, learns: false, chains: units.count > Self.maxRepeated ? 1 : 4)
    for unit in found { words.contents.append(unit) }
    let file = try Files.withTemporaryPath { path in
      try words.contents.write(to: path, words.source, words.target, aligner: nil)
      return LinkFile(path)
    }
    links = file.map { WordLinks(base: $0, delta: nil) }
  }

  func count() -> Int { units.count }

  func forEachText(_ take: (String) -> Void) {
    for unit in units { take(unit.source) }
  }

  func finder() -> RenderingFinder? {
    links.map { links in
      RenderingFinder(links, pair: pair) { [units] in
        $0.map { Self.unit($0, of: units)?.target }
      }
    }
  }

  func example(_ unit: UnitID) -> ExtractedTerm.Example? { Self.unit(unit, of: units) }

  private static func unit(
    _ id: UnitID, of units: [ExtractedTerm.Example]
  ) -> ExtractedTerm.Example? {
    let place = Int(id.rawValue) - 1
    return units.indices.contains(place) ? units[place] : nil
  }
}
