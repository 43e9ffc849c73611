import CalqueText

/// A search for words inside texts, to show each occurrence in its context (KWIC).
///
///     let concordance = try Concordance("élysée")
///     try concordance.occurrences(in: "À l’Elysée")   // [5..<11], bytes of the text
///
/// Query and text are compared in folded form: case, accents and typography are set aside. The
/// results are bytes of the text as it is written. A query is a substring and need not be a whole
/// word; `WordConcordance` finds whole words.
package final class Concordance {
  /// The reasons why a search is not possible or has no result.
  package enum Failure: Error, Equatable, Sendable {
    /// The query's folded form is empty.
    case emptyQuery
    /// The regular expression has an error at a place, counted in Unicode scalars from 0.
    case pattern(place: Int)
    /// The regular expression takes too long on a text, or on all texts together.
    case effort
  }

  private enum Needle {
    case folded([UInt8])
    case expression(RegularExpression)
  }

  private let needle: Needle
  private let keepsAccents: Bool
  private let keepsCase: Bool
  /// The query without accents: a text without the sieve cannot hold the query.
  private let sieve: [UInt32]
  // Reused for every text, so that a walk over a memory allocates nothing for texts without the
  // query.
  private var source = ScalarText()
  private var scalars: [UInt32] = []
  private var utf8: [UInt8] = []

  /// Whether the regular expression has taken all the time there is for a walk over texts.
  package var isExhausted: Bool {
    if case .expression(let expression) = needle { expression.isExhausted } else { false }
  }

  /// Begins a walk over texts, which may take as long as the one before.
  package func begin() {
    if case .expression(let expression) = needle { expression.begin() }
  }

  /// A search for a text.
  ///
  /// - Parameters:
  ///   - query: the text to look for; white space at its ends is ignored.
  ///   - keepsAccents: whether `e` and `é` are different letters.
  ///   - keepsCase: whether capitals and small letters are different.
  /// - Throws: `Failure.emptyQuery`.
  package init(
    _ query: String, keepsAccents: Bool = false, keepsCase: Bool = false
  ) throws(Failure) {
    let folded = MappedFold(
      String(trimmed(query)), keepingAccents: keepsAccents, keepingCase: keepsCase
    ).utf8
    if folded.isEmpty { throw .emptyQuery }
    needle = .folded(folded)
    sieve = CalqueText.folded(String(trimmed(query))).unicodeScalars.map(\.value)
    self.keepsAccents = keepsAccents
    self.keepsCase = keepsCase
  }

  /// A search for a regular expression, in ICU's syntax, over folded text.
  ///
  /// An expression with a range over accented letters (`[à-ÿ]`) or an escape of one (`\\u00e9`)
  /// means these letters, so accents are told apart.
  ///
  /// - Parameters:
  ///   - expression: the pattern; its accented letters are folded in the same way as the text.
  ///   - keepsAccents: whether `e` and `é` are different letters.
  ///   - keepsCase: whether capitals and small letters are different.
  ///   - budget: the milliseconds that all texts of a walk may take besides what ordinary
  ///     expressions take.
  /// - Throws: `Failure.emptyQuery`, `Failure.pattern`.
  package init(
    expression: String, keepsAccents: Bool = false, keepsCase: Bool = false,
    budget: Int = RegularExpression.budget
  ) throws(Failure) {
    if expression.isEmpty { throw .emptyQuery }
    let keepsAccents = keepsAccents || PatternFold.namesAccents(expression)
    // The pattern is first compiled as it was written, so that an error names a place in it.
    do throws(RegularExpression.Failure) {
      _ = try RegularExpression(expression)
      needle = .expression(
        try RegularExpression(
          PatternFold.folded(expression, keepsAccents: keepsAccents, keepsCase: keepsCase),
          keepsCase: keepsCase, budget: budget))
    } catch {
      switch error {
      case .pattern(let place): throw .pattern(place: place)
      case .effort: throw .effort
      }
    }
    sieve = []
    self.keepsAccents = keepsAccents
    self.keepsCase = keepsCase
  }

  /// The occurrences of the query in a text: ranges of UTF-8 bytes, left to right, without overlap.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - breaks: places at which words end although the text does not show it.
  /// - Returns: the ranges.
  /// - Throws: `Failure.effort`.
  package func occurrences(
    in text: String, breaks: [Int] = []
  ) throws(Failure) -> [Range<Int>] {
    guard try canHoldQuery(text, breaks) else { return [] }
    let fold = MappedFold(
      text, breaks: breaks, keepingAccents: keepsAccents, keepingCase: keepsCase)
    var found = [Range<Int>]()
    for range in try folded(in: fold.utf8) {
      let original = fold.originalRange(of: range)
      // Two letters of the folded text can be one letter of the text: œ folds to o and e.
      if let last = found.last, original.lowerBound < last.upperBound {
        found[found.count - 1] = last.lowerBound..<max(last.upperBound, original.upperBound)
      } else {
        found.append(original)
      }
    }
    return found
  }

  /// Whether a text can hold the query, by its plain fold.
  ///
  /// The plain fold is ten times cheaper than the fold that maps each byte to the text, and most
  /// texts of a memory do not hold the query.
  private func canHoldQuery(_ text: String, _ breaks: [Int]) throws(Failure) -> Bool {
    switch needle {
    case .folded:
      fold(text, breaks)
      return scalarsHoldSieve()
    case .expression:
      if keepsAccents || keepsCase { return true }
      fold(text, breaks)
      utf8.removeAll(keepingCapacity: true)
      for scalar in scalars {
        if scalar < 0x80 {
          utf8.append(UInt8(scalar))
        } else {
          utf8.append(contentsOf: String(scalars: CollectionOfOne(scalar)).utf8)
        }
      }
      return try !folded(in: utf8).isEmpty
    }
  }

  private func fold(_ text: String, _ breaks: [Int]) {
    source.read(text.utf8Span.span, breaks: breaks)
    FoldedText.fold(
      source.scalars, from: 0, to: source.scalars.count, &source.properties, into: &scalars)
  }

  private func scalarsHoldSieve() -> Bool {
    guard let first = sieve.first else { return true }
    let (sieve, scalars) = (sieve, scalars)
    var place = 0
    while place + sieve.count <= scalars.count {
      if scalars[place] == first {
        var length = 1
        while length < sieve.count, scalars[place + length] == sieve[length] { length += 1 }
        if length == sieve.count { return true }
      }
      place += 1
    }
    return false
  }

  private func folded(in utf8: [UInt8]) throws(Failure) -> [Range<Int>] {
    switch needle {
    case .folded(let needle): return Self.occurrences(of: needle, in: utf8.span)
    case .expression(let expression):
      do throws(RegularExpression.Failure) {
        return try expression.occurrences(in: utf8)
      } catch {
        throw .effort
      }
    }
  }

  private static func occurrences(of needle: [UInt8], in text: Span<UInt8>) -> [Range<Int>] {
    var found = [Range<Int>]()
    let (first, count) = (needle[0], needle.count)
    var place = 0
    while place + count <= text.count {
      guard text[place] == first, starts(text, at: place, with: needle) else {
        place += 1
        continue
      }
      found.append(place..<(place + count))
      place += count
    }
    return found
  }

  private static func starts(_ text: Span<UInt8>, at place: Int, with needle: [UInt8]) -> Bool {
    for offset in needle.indices where text[place + offset] != needle[offset] { return false }
    return true
  }
}
