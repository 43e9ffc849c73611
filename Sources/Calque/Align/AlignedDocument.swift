import CalqueAlign
public import CalqueModel
import CalqueStore

/// A document and its translation, linked sentence by sentence.
public struct AlignedDocument: Sendable {
  /// The document's name: the common part of the names of its two files.
  public let name: String
  /// The two languages.
  public let pair: LanguagePair
  /// The sentences of the source, in order, with blank ones for the blank lines of a segmented
  /// file.
  public let source: [String]
  /// The sentences of the target, in the same form.
  public let target: [String]
  /// The links between sentences; every sentence is in exactly one link.
  public let links: [AlignedLink]

  /// The number of the paragraph of each source sentence, from 1; empty if it is not known.
  public internal(set) var sourceParagraphs: [Int] = []

  /// What is to be said about the document's files: their encodings.
  public internal(set) var warnings: [String] = []

  /// The units: every link with a text on both sides and at least the minimum confidence.
  public func units(minConfidence: Double = 0) -> [TranslationUnit] {
    var units: [TranslationUnit] = []
    forEachUnit(minConfidence: minConfidence) { unit, _ in units.append(unit) }
    return units
  }

  /// Hands over the units with the source segments beside each.
  func forEachUnit<E: Error>(
    minConfidence: Double, _ each: (TranslationUnit, SegmentNeighbours) throws(E) -> Void
  ) throws(E) {
    for link in links {
      guard let first = link.source.first, let last = link.source.last, !link.target.isEmpty,
        link.confidence >= minConfidence
      else { continue }
      let unit = TranslationUnit(
        aligned: sourceText(of: link), with: targetText(of: link), pair,
        from: AlignedPlace(document: name, paragraph: paragraph(of: link)),
        confidence: link.confidence)
      let neighbours = SegmentNeighbours(
        previous: source[..<first].last { !isBlank($0) },
        next: source[(last + 1)...].first { !isBlank($0) })
      try each(unit, neighbours)
    }
  }

  /// The source sentences of a link as one text.
  public func sourceText(of link: AlignedLink) -> String {
    Segments.joined(link.source.map { source[$0] })
  }

  /// The paragraph in which the source sentences of a link begin, from 1; nil if it is not known.
  func paragraph(of link: AlignedLink) -> Int? {
    guard let first = link.source.first, first < sourceParagraphs.count else { return nil }
    return sourceParagraphs[first]
  }

  /// The target sentences of a link as one text.
  public func targetText(of link: AlignedLink) -> String {
    Segments.joined(link.target.map { target[$0] })
  }
}

/// Sentences of the source and their translation in the target; one side may be empty.
public struct AlignedLink: Hashable, Sendable {
  /// The source sentences, by number from 0.
  public let source: [Int]
  /// The target sentences, by number from 0.
  public let target: [Int]
  /// The confidence in the link, from 0 to 1.
  public let confidence: Double

  /// The numbers of sentences on the two sides: `2-1`.
  public var kind: String { "\(source.count)-\(target.count)" }

  /// The sentences' numbers in the form that evaluation programs read: `[0,1]:[0]`.
  public var ladder: String {
    func list(_ numbers: [Int]) -> String {
      "[" + numbers.map(String.init).joined(separator: ",") + "]"
    }
    return list(source) + ":" + list(target)
  }

  /// The confidence with four decimals.
  public var confidenceText: String { Self.text(ofConfidence: confidence) }

  /// A confidence with four decimals.
  static func text(ofConfidence confidence: Double) -> String {
    let digits = String(10_000 + Int((min(1, max(0, confidence)) * 10_000).rounded()))
    return (digits.first == "2" ? "1." : "0.") + digits.dropFirst()
  }
}

/// The place in a document of what an alignment made.
struct AlignedPlace: Equatable {
  /// The document's name.
  let document: String
  /// The number of the source paragraph, from 1; nil if it is not known.
  let paragraph: Int?
}

extension TranslationUnit {
  /// A unit that an alignment made.
  init(
    aligned source: String, with target: String, _ pair: LanguagePair, from place: AlignedPlace,
    confidence: Double, status: UnitStatus = .translated
  ) {
    var meta = Meta()
    meta.properties = [Meta.Property(type: AlignedOrigin.document, value: place.document)]
    if let paragraph = place.paragraph {
      meta.properties.append(
        Meta.Property(type: AlignedOrigin.paragraph, value: String(paragraph)))
    }
    meta.properties.append(
      Meta.Property(
        type: AlignedOrigin.confidence, value: AlignedLink.text(ofConfidence: confidence)))
    self.init(
      sourceLanguage: pair.source, status: status, origin: AlignedOrigin.name, meta: meta,
      variants: [
        Variant(language: pair.source, text: source), Variant(language: pair.target, text: target),
      ])
  }
}

extension AlignedLink {
  /// The beads of two texts with the numbers of their segments; each blank segment is a separate
  /// link.
  static func links(_ beads: [Bead], source: Segments, target: Segments) -> [AlignedLink] {
    var links: [AlignedLink] = []
    var sourceBlanks = Blanks(source)
    var targetBlanks = Blanks(target)
    func addBlanks(before s: Int?, _ t: Int?) {
      for blank in sourceBlanks.take(before: s) {
        links.append(AlignedLink(source: [blank], target: [], confidence: 1))
      }
      for blank in targetBlanks.take(before: t) {
        links.append(AlignedLink(source: [], target: [blank], confidence: 1))
      }
    }
    for bead in beads {
      let joinedSource = bead.source.map { source.numbers[$0] }
      let joinedTarget = bead.target.map { target.numbers[$0] }
      // Where a moved passage stands in the target says nothing of the blanks around it.
      addBlanks(before: joinedSource.first, bead.isMoved ? nil : joinedTarget.first)
      links.append(
        AlignedLink(source: joinedSource, target: joinedTarget, confidence: bead.confidence))
      // A blank segment inside a bead is listed directly after the bead.
      addBlanks(before: joinedSource.last, bead.isMoved ? nil : joinedTarget.last)
    }
    addBlanks(before: source.all.count, target.all.count)
    return links
  }

  /// The blank segments of a text, which are taken one after the other.
  private struct Blanks {
    private var rest: ArraySlice<Int>

    init(_ segments: Segments) {
      var isBlank = [Bool](repeating: true, count: segments.all.count)
      for number in segments.numbers { isBlank[number] = false }
      rest = isBlank.indices.filter { isBlank[$0] }[...]
    }

    /// The blank segments before a segment that were not taken yet; none for nil.
    mutating func take(before end: Int?) -> ArraySlice<Int> {
      let taken = rest.prefix { $0 < (end ?? 0) }
      rest = rest.dropFirst(taken.count)
      return taken
    }
  }
}
