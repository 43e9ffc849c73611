import CalqueAlign
public import CalqueModel

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

  /// The units: every link with a text on both sides and at least the minimum confidence.
  public func units(minConfidence: Double = 0) -> [TranslationUnit] {
    links.compactMap { link in
      guard !link.source.isEmpty, !link.target.isEmpty, link.confidence >= minConfidence else {
        return nil
      }
      var meta = Meta()
      meta.properties = [
        Meta.Property(type: AlignedOrigin.document, value: name),
        Meta.Property(type: AlignedOrigin.confidence, value: link.confidenceText),
      ]
      return TranslationUnit(
        sourceLanguage: pair.source, origin: AlignedOrigin.name, meta: meta,
        variants: [
          Variant(language: pair.source, text: sourceText(of: link)),
          Variant(language: pair.target, text: targetText(of: link)),
        ])
    }
  }

  /// The source sentences of a link as one text.
  public func sourceText(of link: AlignedLink) -> String {
    Segments.joined(link.source.map { source[$0] })
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
  public var confidenceText: String {
    let digits = String(10_000 + Int((min(1, max(0, confidence)) * 10_000).rounded()))
    return (digits.first == "2" ? "1." : "0.") + digits.dropFirst()
  }
}

extension AlignedLink {
  /// The beads of two texts with the numbers of their segments; each blank segment is a separate
  /// link.
  static func links(_ beads: [Bead], source: Segments, target: Segments) -> [AlignedLink] {
    var links: [AlignedLink] = []
    var (s, t) = (0, 0)
    func addBlanks(before source: Int, _ target: Int) {
      while s < source {
        links.append(AlignedLink(source: [s], target: [], confidence: 1))
        s += 1
      }
      while t < target {
        links.append(AlignedLink(source: [], target: [t], confidence: 1))
        t += 1
      }
    }
    for bead in beads {
      let joinedSource = bead.source.map { source.numbers[$0] }
      let joinedTarget = bead.target.map { target.numbers[$0] }
      addBlanks(before: joinedSource.first ?? s, joinedTarget.first ?? t)
      links.append(
        AlignedLink(source: joinedSource, target: joinedTarget, confidence: bead.confidence))
      // A blank segment inside a bead is listed directly after the bead.
      for blank in s..<((joinedSource.last ?? s - 1) + 1) where !joinedSource.contains(blank) {
        links.append(AlignedLink(source: [blank], target: [], confidence: 1))
      }
      for blank in t..<((joinedTarget.last ?? t - 1) + 1) where !joinedTarget.contains(blank) {
        links.append(AlignedLink(source: [], target: [blank], confidence: 1))
      }
      s = (joinedSource.last ?? s - 1) + 1
      t = (joinedTarget.last ?? t - 1) + 1
    }
    addBlanks(before: source.all.count, target.all.count)
    return links
  }
}
