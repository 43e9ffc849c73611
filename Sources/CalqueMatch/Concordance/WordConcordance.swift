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

    package init(closeness: Closeness, spans: [Range<Int>]) {
      self.closeness = closeness
      self.spans = spans
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
  private var masks: [Mask] = []
  private var folded: [UInt32] = []

  /// The elements that a token is, a bit each.
  private struct Mask {
    /// By a form or a value.
    var any: UInt64 = 0
    /// By the spelling of the query.
    var exact: UInt64 = 0
  }

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
  /// if the query has no whole word.
  package var classNames: [[[UInt8]]] { elements.compactMap(\.classNames) }

  /// The occurrences in a text; nil if the text lacks a phrase of the query.
  package mutating func occurrences(in text: String, breaks: [Int] = []) -> Found? {
    if elements.isEmpty { return nil }
    scanner.text.read(text.utf8Span.span, breaks: breaks)
    guard mayHoldAll() else { return nil }
    scanner.scan(text, breaks: breaks)
    guard fillMasks() else { return nil }
    var scattered = [Range<Int>]()
    var isExact = true
    for phrase in phrases {
      let places = self.places(of: phrase, \.any)
      if places.isEmpty { return nil }
      isExact = isExact && !self.places(of: phrase, \.exact).isEmpty
      scattered += places
    }
    let row = 0..<elements.count
    let whole = phrases.count == 1 ? scattered : places(of: row, \.any)
    if whole.isEmpty {
      return Found(closeness: isExact ? .words : .scattered, spans: spans(of: scattered))
    }
    let hasExact = !places(of: row, \.exact).isEmpty
    return Found(closeness: hasExact ? .phrase : .forms, spans: spans(of: whole))
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

  /// Finds out which elements each token is; false if the text lacks an element.
  private mutating func fillMasks() -> Bool {
    masks.removeAll(keepingCapacity: true)
    var all: UInt64 = 0
    for span in scanner.tokens {
      let mask = mask(of: span)
      all |= mask.any
      masks.append(mask)
    }
    return elements.count == 64 ? all == .max : all == (1 << UInt64(elements.count)) - 1
  }

  private mutating func mask(of span: TokenSpan) -> Mask {
    let plain = scanner.text.plain(span)
    let token = SoughtToken(span.kind, plain: plain, &scanner.text.properties, options, signs)
    var mask = Mask()
    for (place, element) in elements.enumerated() {
      guard let match = element.match(token) else { continue }
      mask.any |= 1 << UInt64(place)
      if match == .exact { mask.exact |= 1 << UInt64(place) }
    }
    return mask
  }

  /// The tokens at which elements of the query stand side by side, without overlap.
  private func places(of row: Range<Int>, _ bits: KeyPath<Mask, UInt64>) -> [Range<Int>] {
    var places = [Range<Int>]()
    var start = 0
    while start + row.count <= masks.count {
      let isHere = row.allSatisfy {
        masks[start + $0 - row.lowerBound][keyPath: bits] & (1 << UInt64($0)) != 0
      }
      if isHere { places.append(start..<(start + row.count)) }
      start += isHere ? row.count : 1
    }
    return places
  }

  /// The bytes of tokens, joined where they overlap.
  private func spans(of places: [Range<Int>]) -> [Range<Int>] {
    let offsets = scanner.text.offsets
    var spans = [Range<Int>]()
    for place in places.sorted(by: {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    ) {
      let span =
        Int(
          offsets[scanner.tokens[place.lowerBound].start])..<Int(
          offsets[scanner.tokens[place.upperBound - 1].end])
      if let last = spans.last, span.lowerBound < last.upperBound {
        spans[spans.count - 1] =
          last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        spans.append(span)
      }
    }
    return spans
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
