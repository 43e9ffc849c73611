/// A direction of translation, from a source language to a target language.
public struct LanguagePair: Hashable, Sendable {
  /// The language of queries.
  public let source: LanguageTag
  /// The language of answers.
  public let target: LanguageTag

  /// Joins two languages.
  public init(source: LanguageTag, target: LanguageTag) {
    self.source = source
    self.target = target
  }

  /// Reads `fr-en`, `fr:en`, `en-GB-fr` or `zh-Hant-pt-BR`; nil if the text is no pair.
  ///
  /// Two hyphenated tags are cut before the last subtag that can be a language: 2 or 3 lower-case
  /// letters, as BCP 47 recommends. If there is none, they are cut before the first subtag of two
  /// letters after the first subtag.
  public init?(_ text: String) {
    if let colon = text.firstIndex(of: ":") {
      self.init(String(text[..<colon]), String(text[text.index(after: colon)...]))
      return
    }
    let subtags = text.split(
      whereSeparator: { $0 == "-" || $0 == "_" }
    ).map(String.init)
    guard subtags.count >= 2 else { return nil }
    func isLanguage(_ subtag: String) -> Bool {
      (2...3).contains(subtag.utf8.count) && subtag.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
    let cut =
      subtags.indices.dropFirst().last { isLanguage(subtags[$0]) }
      ?? subtags.indices.dropFirst().first { subtags[$0].utf8.count == 2 }
    guard let cut else { return nil }
    if subtags.count == 2 {
      self.init(subtags[0], subtags[1])
      return
    }
    self.init(
      subtags[..<cut].joined(separator: "-"), subtags[cut...].joined(separator: "-"))
  }

  private init?(_ source: String, _ target: String) {
    let pair = LanguagePair(source: LanguageTag(source), target: LanguageTag(target))
    guard pair.source.isWellFormed, pair.target.isWellFormed, pair.source != pair.target else {
      return nil
    }
    self = pair
  }

  /// The language of one side of a text and its translation, where the other side's is known.
  ///
  /// - Parameters:
  ///   - other: the language of the other side; nil if it is not known either.
  ///   - isTarget: whether the translation's language is asked for.
  /// - Returns: the side's language.
  package func side(besides other: LanguageTag?, isTarget: Bool) -> LanguageTag {
    let (usual, second) = isTarget ? (target, source) : (source, target)
    guard let other, usual.primary == other.primary else { return usual }
    return second.primary == other.primary ? usual : second
  }

  /// The same two languages in the other direction.
  public var reversed: LanguagePair { LanguagePair(source: target, target: source) }
}

extension LanguagePair: CustomStringConvertible {
  /// The pair as `--pair` and `calque.toml` take it: `fr-en`, with a colon where a tag has subtags
  /// of its own: `fr-FR:en-GB`.
  ///
  /// `init?` reads the description of every pair of two well-formed tags back as that pair.
  public var description: String {
    let isBare = source.key == source.primary && target.key == target.primary
    let plain = "\(source)-\(target)"
    // `FRA-ENG` is bare as well, but could be read as one tag.
    return isBare && LanguagePair(plain) == self ? plain : "\(source):\(target)"
  }
}
