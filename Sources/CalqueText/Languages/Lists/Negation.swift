/// The words of a language that negate, and their number in a text.
package struct Negation: Sendable {
  private let words: Set<[UInt32]>
  /// The elided forms, each with the full word.
  private let elided: [[UInt32]: [UInt32]]
  /// The first letters of the words, one bit each from `a` on, by which most words are ruled out.
  private let firstLetters: UInt32

  /// Creates the list from folded words; `elided` maps an elided word to the full one: `n'` to
  /// `ne`.
  init(_ words: [String], elided: [String: String] = [:]) {
    func scalars(_ word: String) -> [UInt32] { word.unicodeScalars.map(\.value) }
    self.words = Set(words.map(scalars))
    self.elided = Dictionary(
      elided.map { (scalars($0), scalars($1)) }, uniquingKeysWith: { first, _ in first })
    firstLetters = self.words.reduce(0) { $0 | ($1.first.map(Self.letter) ?? 0) }
  }

  /// The words of a language whose negations are not listed.
  static let none = Negation([])

  private static func letter(_ scalar: UInt32) -> UInt32 {
    (0x61...0x7A).contains(scalar) ? 1 << (scalar - 0x61) : 0
  }

  /// The number of times that each of the words occurs in a text.
  package func count(_ text: ComparedText) -> [[UInt32]: Int] {
    var counts: [[UInt32]: Int] = [:]
    for token in text.tokens where token.kind == .word {
      guard let first = token.folded.first, firstLetters & Self.letter(first) != 0,
        words.contains(token.folded)
      else { continue }
      counts[elided[token.folded] ?? token.folded, default: 0] += 1
    }
    return counts
  }
}
