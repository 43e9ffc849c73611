import CalqueModel

/// The flags of a row, and the direction if the row is for one direction only.
///
///     metonym|case    the flags of the first language's terms
///     fr-en           French terms are recognised, English ones are printed, never the reverse
///     en-fr|case      the same from English; the flags are those of the English terms
struct RowFlags: Hashable {
  /// The languages of a direction, as places among the languages of the table.
  struct Direction: Hashable {
    let source: Int
    let target: Int
  }

  private(set) var flags: TermFlags = []
  private(set) var direction: Direction?
  /// The values that are no flags.
  private(set) var unknown: [String] = []

  /// Reads a list that is joined by `|`.
  init(_ list: String, languages: [LanguageTag]) {
    for item in list.listItems {
      if let flag = TermFlags(name: item) {
        flags.insert(flag)
      } else if let direction = Self.direction(item, among: languages) {
        self.direction = direction
      } else {
        unknown.append(item)
      }
    }
  }

  /// Reads the flags from the main terms of a table's languages; nil for an absent term.
  init(of terms: [Term?]) {
    let flags = terms.map { $0?.flags ?? [] }
    for (source, target) in [(0, 1), (1, 0)] where flags.count > 1 {
      if flags[source].contains(.sourceOnly), flags[target].contains(.targetOnly) {
        direction = Direction(source: source, target: target)
      }
    }
    self.flags = flags.isEmpty ? [] : flags[describedLanguage]
    if direction != nil { self.flags.subtract([.sourceOnly, .targetOnly]) }
  }

  /// The flags of the terms in a language of the table.
  func flags(of language: Int) -> TermFlags {
    var own = language == describedLanguage ? flags : flags.intersection(.falseFriend)
    if language == direction?.source { own.insert(.sourceOnly) }
    if language == direction?.target { own.insert(.targetOnly) }
    return own
  }

  /// The list as a file writes it: the flags in their order, then the direction.
  func written(languages: [LanguageTag]) -> String {
    var items = flags.names
    if let direction {
      items.append("\(languages[direction.source])-\(languages[direction.target])")
    }
    return items.joined(separator: "|")
  }

  // The flags describe the language that is recognised.
  private var describedLanguage: Int { direction?.source ?? 0 }

  private static func direction(_ item: String, among languages: [LanguageTag]) -> Direction? {
    guard let pair = LanguagePair(item),
      let source = languages.firstIndex(where: { $0.primary == pair.source.primary }),
      let target = languages.firstIndex(where: { $0.primary == pair.target.primary }),
      source != target
    else { return nil }
    return Direction(source: source, target: target)
  }
}
