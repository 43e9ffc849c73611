import CalqueFormats
import CalqueModel

/// A document whose texts are not in the languages of the pair.
extension DocumentAligner {
  /// The error for texts that are surely not in the two languages; nil for any other.
  ///
  /// The remedy is what would help: another pair, other names of the files, or another text.
  func contradiction(
    source: String, target: String, of document: DocumentPair
  ) -> WorkspaceError? {
    let found = (
      TextDirection(of: source, in: pair), TextDirection(of: target, in: pair.reversed)
    )
    // The names of the two files contradict every other pair.
    let isNamed =
      document.namedPair.map {
        $0.source.primary == pair.source.primary && $0.target.primary == pair.target.primary
      } == true
    let remedy: Remedy
    switch found {
    case (.source, .source): return nil
    case (.target, .target):
      remedy = isNamed ? "exchange the names of the two files" : .choosePair([pair.reversed])
    case (.foreign(let language), .source) where !isNamed:
      remedy = .choosePair([LanguagePair(source: language, target: pair.target)])
    case (.source, .foreign(let language)) where !isNamed:
      remedy = .choosePair([LanguagePair(source: pair.source, target: language)])
    case (.source, _): remedy = Self.anotherText(in: pair.target)
    default: remedy = Self.anotherText(in: pair.source)
    }
    return Self.contradiction(
      found.0, of: document.source ?? "the source", isFile: document.source != nil, in: pair,
      remedy: remedy)
      ?? Self.contradiction(
        found.1, of: document.target ?? "the target", isFile: document.target != nil,
        in: pair.reversed, remedy: remedy)
  }

  private static func anotherText(in language: LanguageTag) -> Remedy {
    "give a text in \(language.englishName)"
  }

  /// The error for a text that is surely not in the source language of a pair; nil for any other.
  ///
  /// A file's is of the kind `file`; that of a text without a file is of the kind `request`.
  static func contradiction(
    _ direction: TextDirection, of text: String, isFile: Bool = true, in pair: LanguagePair,
    remedy: Remedy
  ) -> WorkspaceError? {
    let found: LanguageTag
    switch direction {
    case .source: return nil
    case .target: found = pair.target
    case .foreign(let language): found = language
    }
    let message = "is in \(found.englishName), not in \(pair.source.englishName)"
    guard isFile else { return .usage("\(text) \(message)", remedy: remedy) }
    return .file(
      FormatError(place: SourcePlace(file: text), message: message, remedy: remedy), readable: nil)
  }
}
