package import CalqueModel
import CalqueText

/// The reading of a metonym in a text: *Londres propose* is a government, *à Londres* is a city.
///
/// A street keeps its name (*rue de Bercy*). A city is a place in a dateline and behind a
/// preposition of place; what is no city (*Bercy*) stands for its ministry there too: *à Bercy, on
/// temporise*.
package struct MetonymReading {
  /// What a metonym names.
  package enum Meaning: Sendable {
    /// An institution, or what the text leaves open.
    case institution
    /// The place itself.
    case place
    /// A part of another name, such as a street's.
    case partOfName
  }

  private let words: WordNeighbours
  private let rules: NameRules
  private let text: String.UTF8View

  /// Prepares the reading of a text.
  package init(_ text: String, language: LanguageTag) {
    let language = Language(language)
    words = WordNeighbours(text, of: language)
    rules = language.rules.names
    self.text = text.utf8
  }

  /// What a term with the flag `metonym` names.
  ///
  /// - Parameters:
  ///   - range: the bytes of the term in the text.
  ///   - isPlace: whether the term also names a place that stories happen in.
  /// - Returns: the meaning.
  package func meaning(at range: Range<Int>, isPlace: Bool) -> Meaning {
    guard let first = words.place(startingAt: range.lowerBound) else { return .institution }
    if words.belongToStreet(first, rules) { return .partOfName }
    guard isPlace else { return .institution }
    if isDateline(range, first) { return .place }
    guard let before = words.wordBefore(first) else { return .institution }
    return rules.prepositionsOfPlace.contains(before.folded) ? .place : .institution
  }

  // PARIS, 9 décembre 2025 (AFP) -: first on its line, in capitals or with a dash or a bracket soon
  // behind it.
  private func isDateline(_ range: Range<Int>, _ first: Int) -> Bool {
    let start = text.index(text.startIndex, offsetBy: range.lowerBound)
    let isFirst = text[..<start].reversed().first { $0 != UInt8(ascii: " ") }
    guard isFirst == nil || isFirst == UInt8(ascii: "\n") else { return false }
    if words.isAllCapitals(words.tokens[first]) { return true }
    let rest = words.tokens[first...].prefix(Self.reach).drop { $0.start < range.upperBound }
    guard let next = rest.first, [",", "(", "-", "/"].contains(next.folded) else { return false }
    return next.folded != ","
      || rest.dropFirst().contains { ["(", "-"].contains($0.folded) && $0.kind == .punctuation }
  }

  /// The number of tokens of a dateline, at most.
  private static let reach = 9
}
