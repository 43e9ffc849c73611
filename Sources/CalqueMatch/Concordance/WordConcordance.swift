package import CalqueText

/// A search for whole words in texts of one language.
///
/// The texts are cut into tokens as for the score. A word of the query stands for its forms, a
/// number for its value, and a phrase for tokens side by side.
package struct WordConcordance: Sendable {
  /// What a search tells apart.
  package struct Options: Hashable, Sendable {
    /// Whether `e` and `é` are different letters.
    package var keepsAccents = false
    /// Whether capitals and small letters are different.
    package var keepsCase = false

    package init(keepsAccents: Bool = false, keepsCase: Bool = false) {
      self.keepsAccents = keepsAccents
      self.keepsCase = keepsCase
    }
  }

  /// The occurrences of a query in a text.
  package struct Found: Hashable, Sendable {
    /// How close the text is to the query.
    package let closeness: Closeness
    /// The words, or whole phrases, in UTF-8 bytes of the text, left to right, without overlap.
    package let spans: [Range<Int>]
    /// The places of each span's tokens among the text's tokens; empty if they are not known.
    package let tokens: [Range<Int>]

    package init(closeness: Closeness, spans: [Range<Int>], tokens: [Range<Int>] = []) {
      self.closeness = closeness
      self.spans = spans
      self.tokens = tokens
    }
  }

  /// How close a text is to a query; the closest comes first.
  package enum Closeness: Int, Comparable, Sendable {
    /// The words of the query side by side, in its order and spelling.
    case phrase
    /// The words side by side and in order, in other forms.
    case forms
    /// The words as they are spelled, elsewhere in the text.
    case words
    /// The words in any order and form.
    case scattered

    package static func < (a: Closeness, b: Closeness) -> Bool { a.rawValue < b.rawValue }
  }

  private let elements: [SoughtElement]
  /// The elements of each phrase.
  private let phrases: [Range<Int>]
  private let options: Options
  private let signs: NumberSigns
  private var scanner = TextScanner()
  private var sought: [SoughtPlace] = []
  /// The masks of words that were asked last: texts of a search hold the same words.
  private var masks: [[UInt32]: TokenMask] = [:]
  private var folded: [UInt32] = []

  /// A search for a query in texts of a language.
  ///
  /// - Parameters:
  ///   - query: the query; at most `ConcordanceQuery.maximum` elements are looked for.
  ///   - language: the language of the texts.
  ///   - options: what is told apart.
  ///   - forms: the forms of a word, which is given as written.
  package init(
    _ query: ConcordanceQuery, language: Language, options: Options = Options(),
    forms: (String) -> WordForms = { _ in .none }
  ) {
    self.options = options
    signs = language.rules.numberSigns
    var properties = ScalarProperties()
    let elements = query.elements.prefix(ConcordanceQuery.maximum).map {
      SoughtElement($0, options, language.stemmer, &properties, forms)
    }
    self.elements = elements
    var start = 0
    phrases = query.phrases.map { phrase in
      defer { start += phrase.count }
      return min(start, elements.count)..<min(start + phrase.count, elements.count)
    }
    .filter { !$0.isEmpty }
  }

  /// The classes of which a text that holds the query has at least one each, by their names; empty
  /// if the query has no whole word and no number.
  package var classNames: [[[UInt8]]] { elements.compactMap(\.classNames) }

  /// The class of each whole word or number as it is spelled in the query: a text that holds the
  /// words in this spelling has all of these.
  package var ownClassNames: [[[UInt8]]] { elements.compactMap { $0.ownClassName.map { [$0] } } }

  /// The elements that are beginnings of words, each with its folded letters.
  package var beginnings: [(element: Int, letters: [UInt32])] {
    elements.enumerated().filter(\.element.isBeginning).map { ($0.offset, $0.element.sieve) }
  }

  /// Whether an index can find the texts: the query has a word, a number or the beginning of a word.
  package var hasWords: Bool {
    elements.contains { $0.classNames != nil || $0.isBeginning }
  }

  /// The number of elements.
  package var elementCount: Int { elements.count }

  /// The occurrences in a text; nil if the text lacks a phrase of the query.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - breaks: places at which words end although the text does not show it.
  ///   - isLikely: whether the text probably holds the query, so that no quicker look pays.
  /// - Returns: the occurrences.
  package mutating func occurrences(
    in text: String, breaks: [Int] = [], isLikely: Bool = false
  ) -> Found? {
    if elements.isEmpty { return nil }
    if !isLikely {
      scanner.text.read(text.utf8Span.span, breaks: breaks)
      guard mayHoldAll() else { return nil }
    }
    scanner.scan(text, breaks: breaks)
    sought.removeAll(keepingCapacity: true)
    for (place, span) in scanner.tokens.enumerated() where !isOther(span) {
      let mask = knownMask(span.kind, plain: scanner.text.plain(span))
      if mask.any != 0 { sought.append(SoughtPlace(place, mask)) }
    }
    guard let (closeness, tokens) = occurrences(of: sought) else { return nil }
    let offsets = scanner.text.offsets
    let spans = tokens.map { place in
      let (first, last) = (scanner.tokens[place.lowerBound], scanner.tokens[place.upperBound - 1])
      return Int(offsets[first.start])..<Int(offsets[last.end])
    }
    return Found(closeness: closeness, spans: spans, tokens: tokens)
  }

  /// The occurrences in a text, by its tokens alone.
  ///
  /// - Parameter sought: the tokens of the text that are elements, in their order (`mask`).
  /// - Returns: the closeness and the tokens of each occurrence; nil if the text lacks a phrase of the
  ///   query.
  package func occurrences(
    of sought: [SoughtPlace]
  ) -> (closeness: Closeness, tokens: [Range<Int>])? {
    guard let closeness = closeness(of: sought) else { return nil }
    let row = 0..<elements.count
    let found =
      closeness <= .forms
      ? Self.places(of: row, in: sought) : phrases.flatMap { Self.places(of: $0, in: sought) }
    return (closeness, found.count < 2 ? found : Self.joined(found))
  }

  /// Whether a token is a word that is no element, by its first letters; most words are.
  private func isOther(_ span: TokenSpan) -> Bool {
    guard span.kind == .word else { return false }
    return elements.allSatisfy { $0.isNever(scanner.text.scalars[span.start..<span.end]) }
  }

  /// How close a text is to the query, by its tokens alone.
  ///
  /// - Parameter sought: the tokens of the text that are elements, in their order (`mask`).
  /// - Returns: the closeness; nil if the text lacks a phrase of the query.
  package func closeness(of sought: [SoughtPlace]) -> Closeness? {
    var all: UInt64 = 0
    for token in sought { all |= token.mask.any }
    guard all == (elements.count == 64 ? .max : (1 << UInt64(elements.count)) - 1) else {
      return nil
    }
    let row = 0..<elements.count
    if phrases.count > 1 {
      for phrase in phrases where !sought.hold(phrase, isExact: false) { return nil }
    }
    if sought.hold(row, isExact: true) { return .phrase }
    if sought.hold(row, isExact: false) { return .forms }
    if phrases.count == 1 { return nil }
    return phrases.allSatisfy { sought.hold($0, isExact: true) } ? .words : .scattered
  }

  private mutating func knownMask(_ kind: TokenKind, plain: [UInt32]) -> TokenMask {
    guard kind == .word else { return mask(kind, plain: plain) }
    if let mask = masks[plain] { return mask }
    let mask = mask(kind, plain: plain)
    if masks.count < Self.maxMasks { masks[plain] = mask }
    return mask
  }

  private static let maxMasks = 1_000

  /// The elements that a token is.
  ///
  /// - Parameters:
  ///   - kind: the token's kind.
  ///   - plain: the token's plain form.
  /// - Returns: a bit for each element.
  package mutating func mask(_ kind: TokenKind, plain: [UInt32]) -> TokenMask {
    let token = SoughtToken(kind, plain: plain, &scanner.text.properties, options, signs)
    var mask = TokenMask()
    for (place, element) in elements.enumerated() {
      guard let match = element.match(token) else { continue }
      mask.any |= 1 << UInt64(place)
      if match == .exact { mask.exact |= 1 << UInt64(place) }
    }
    return mask
  }

  /// Whether a text may hold the query, by its bytes alone.
  package func mayHold(_ utf8: Span<UInt8>) -> Bool {
    elements.allSatisfy { $0.letters.map { $0.mayStand(in: utf8) } ?? true }
  }

  /// Whether the folded text has the letters that every form of each word has.
  ///
  /// Folding costs a fifth of cutting and comparing tokens, and most texts end here.
  private mutating func mayHoldAll() -> Bool {
    if elements.allSatisfy({ $0.sieve.count < 2 }) { return true }
    FoldedText.fold(
      scanner.text.scalars, from: 0, to: scanner.text.scalars.count, &scanner.text.properties,
      into: &folded)
    for element in elements where element.sieve.count >= 2 {
      let sieve = element.sieve
      // The folded form of *U.R.S.S.* has no full stops.
      let dotted = [sieve[0], 0x2E, sieve[1], 0x2E]
      if !folded.holds(sieve), !folded.holds(dotted) { return false }
    }
    return true
  }

  /// The tokens at which elements of the query stand side by side, without overlap.
  private static func places(of row: Range<Int>, in sought: [SoughtPlace]) -> [Range<Int>] {
    var places = [Range<Int>]()
    var start = 0
    while let found = sought.place(of: row, isExact: false, from: start) {
      places.append(found..<(found + row.count))
      start = found + row.count
    }
    return places
  }

  /// Places of tokens, left to right, joined where they overlap.
  private static func joined(_ places: [Range<Int>]) -> [Range<Int>] {
    var joined = [Range<Int>]()
    for place in places.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    ) {
      if let last = joined.last, place.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        joined.append(place)
      }
    }
    return joined
  }
}

extension [UInt32] {
  /// Whether the array holds a stretch that is not empty.
  func holds(_ stretch: [UInt32]) -> Bool {
    let (first, count) = (stretch[0], stretch.count)
    var place = 0
    while place + count <= self.count {
      if self[place] == first {
        var length = 1
        while length < count, self[place + length] == stretch[length] { length += 1 }
        if length == count { return true }
      }
      place += 1
    }
    return false
  }
}
