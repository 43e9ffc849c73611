import CalqueText

/// A query of a concordance: phrases that a text holds in any order.
///
///     premier ministre      two words, in any order
///     "premier ministre"    one phrase, its words side by side
///     l'IA  porte-parole    one phrase each, because no white space stands between
///     gouvern*              the words with this beginning
///     12 000                one number
package struct ConcordanceQuery: Hashable, Sendable {
  /// A word, number or sign of a query.
  package enum Element: Hashable, Sendable {
    /// A word as written, without typography.
    case word([UInt32])
    /// The beginning of a word.
    case prefix([UInt32])
    /// A number, in its plain form.
    case number([UInt32])
    /// A sign, a tag, a placeholder or an address, in its plain form.
    case sign([UInt32])
  }

  /// The phrases; each has at least one element.
  package private(set) var phrases: [[Element]] = []

  /// The elements of all phrases, in the order of the query.
  package var elements: [Element] { phrases.flatMap(\.self) }

  /// The maximum number of elements.
  package static let maximum = 64

  /// Reads a query; a query without words, numbers and signs has no phrases.
  package init(_ query: String) {
    var scanner = TextScanner()
    scanner.scan(query)
    let tokens = scanner.tokens
    let scalars = scanner.text.scalars
    var phrase = [Element]()
    var isQuoted = false
    for (place, token) in tokens.enumerated() {
      let plain = scanner.text.plain(token)
      let isGlued = place > 0 && tokens[place - 1].end == token.start
      if token.kind == .punctuation, plain == [0x22] {
        isQuoted = Self.isQuoted(place, isQuoted, tokens.map { scanner.text.plain($0) })
        end(&phrase)
        continue
      }
      // A star belongs to the word before it.
      if plain == [0x2A], isGlued, let last = phrase.last {
        if case .word(let word) = last { phrase[phrase.count - 1] = .prefix(word) }
        continue
      }
      if !isQuoted, !isGlued { end(&phrase) }
      phrase.append(Self.element(token.kind, plain, scalars[token.start..<token.end]))
    }
    end(&phrase)
  }

  /// Whether the text behind a quote is inside a phrase: a quote without a partner is none.
  private static func isQuoted(_ place: Int, _ isQuoted: Bool, _ plain: [[UInt32]]) -> Bool {
    !isQuoted && plain[(place + 1)...].contains([0x22])
  }

  private static func element(
    _ kind: TokenKind, _ plain: [UInt32], _ scalars: ArraySlice<UInt32>
  ) -> Element {
    switch kind {
    case .word: .word(plain)
    case .number: .number(plain)
    default: .sign(plain)
    }
  }

  /// Ends a phrase; the commas and full stops around a pasted word are no part of the phrase.
  private mutating func end(_ phrase: inout [Element]) {
    defer { phrase = [] }
    let isWorded = phrase.contains { if case .sign = $0 { false } else { true } }
    if isWorded {
      while let last = phrase.last, Self.isAround(last) { phrase.removeLast() }
      while let first = phrase.first, Self.isAround(first) { phrase.removeFirst() }
    }
    if !phrase.isEmpty { phrases.append(phrase) }
  }

  private static func isAround(_ element: Element) -> Bool {
    guard case .sign(let plain) = element, let scalar = plain.first else { return false }
    return ".,;:!?()[]".unicodeScalars.contains { $0.value == scalar }
  }
}
