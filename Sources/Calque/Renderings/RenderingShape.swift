import CalqueAlign
import CalqueMorphology

/// Whether a rendering is a phrase of its language, of the kind of the fragment, as far as the
/// parts of speech tell in a unit that shows it.
///
/// Links leave out what stands beside a phrase on one side alone: *aggravated sexual* of *aggravated
/// sexual assault* has a link for each word of *agressions sexuelles*.
struct RenderingShape {
  /// The tags of the rendering's words.
  let tags: ArraySlice<PerceptronTagger.Tag>
  /// The tag of the word behind the rendering; nil at the end of the text.
  let next: PerceptronTagger.Tag?
  /// Whether the rendering and the word behind it are parts of a longer name: *Assistant Chief
  /// Electoral* Officer.
  let isCutName: Bool

  /// The number of units that are looked at.
  static let maxExamples = 3

  /// Whether the rendering may be what a fragment of a kind is.
  func fits(_ kind: FragmentSearch.Kind) -> Bool {
    switch kind {
    case .noun: isNounPhrase
    case .verb: isVerbPhrase
    case .other: true
    }
  }

  /// Whether the last word may be a noun, or stands behind the noun that it describes: *members
  /// present*, but not *Chief Electoral* Officer.
  ///
  /// The tagger knows no dictionary here and takes nouns for verbs, but seldom for adjectives.
  private var isNounPhrase: Bool {
    guard let last = tags.last, last == .adjective || last == .participle else { return true }
    return tags.dropLast().contains { Self.isNoun($0) || $0 == .verb }
      && !(next.map(Self.isNoun) ?? false)
  }

  /// Whether no participle stands behind its noun: *take a picture*, not *picture taken*.
  private var isVerbPhrase: Bool {
    // *announced a new* agreement
    if tags.last == .adjective, next.map(Self.isNoun) == true { return false }
    guard tags.last == .participle, let verb = tags.firstIndex(where: Self.isVerb) else {
      return true
    }
    return !tags[..<verb].contains(where: Self.isNoun)
  }

  private static func isVerb(_ tag: PerceptronTagger.Tag) -> Bool {
    tag == .verb || tag == .participle
  }

  fileprivate static func isNoun(_ tag: PerceptronTagger.Tag) -> Bool {
    tag == .noun || tag == .name
  }
}

extension RenderingShape {
  /// The shape of the words at some places of a text; nil if the places are not in the text.
  ///
  /// - Parameters:
  ///   - range: the places.
  ///   - words: the words of the text, as written.
  ///   - tagger: the tagger of the text's language.
  init?(of range: Range<Int>, in words: [String], _ tagger: PerceptronTagger) {
    guard !range.isEmpty, range.upperBound <= words.count else { return nil }
    let tags = tagger.tags(
      of: words.enumerated().map { TaggerWord($1, readings: [], isFirst: $0 == 0) }
    ).map(\.best)
    self.tags = tags[range]
    next = range.upperBound < words.count ? tags[range.upperBound] : nil
    isCutName =
      next.map(Self.isNoun) == true && range.count > 1
      && words[range.upperBound - 1...range.upperBound].allSatisfy {
        $0.unicodeScalars.first?.properties.isUppercase == true
      }
  }
}
