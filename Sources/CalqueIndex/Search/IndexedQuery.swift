internal import CalqueMatch
internal import CalqueText

/// A query, read once for all parts of an index; the next query reuses its arrays.
struct IndexedQuery {
  /// The form of each token, by its number in the lexicon.
  private(set) var forms: [UInt32] = []
  /// The class of each token, by its number in the lexicon.
  private(set) var classOfToken: [UInt32] = []
  /// The weight of each token, in whole units.
  private(set) var weights: [UInt32] = []
  /// The total weight, in whole units.
  private(set) var total = 0
  /// Whether the query also matches by characters: see `ShortQuery`.
  private(set) var isShort = false
  /// The distinct classes, in the order of their first occurrence.
  private(set) var classes: [UInt32] = []
  /// The number of tokens of each distinct class.
  private(set) var counts: [UInt32] = []
  /// The place in `classes` of each class of the lexicon, valid for the query of the given number.
  private var placeOfClass: [(query: UInt32, place: UInt32)] = []
  /// The number of the query.
  private var number: UInt32 = 0

  /// Reads a query in place of the previous one; its text stays in the scanner.
  mutating func read(
    _ text: String, breaks: [Int], _ scanner: inout TextScanner, _ lexicon: inout QueryLexicon
  ) {
    scanner.scan(text, breaks: breaks)
    lexicon.makeRoom()
    classOfToken.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    total = 0
    // When all numbers are used up they start again, and the places of older queries are forgotten.
    if number == .max { (number, placeOfClass) = (0, []) }
    number += 1
    lexicon.enter(scanner.tokens, of: &scanner.text, into: &forms)
    while placeOfClass.count < lexicon.classCount { placeOfClass.append((0, 0)) }
    for form in forms {
      let known = lexicon.classOfForm[Int(form)]
      let weight = lexicon.weights[Int(known)]
      classOfToken.append(known)
      weights.append(weight)
      total += Int(weight)
      if placeOfClass[Int(known)].query == number {
        counts[Int(placeOfClass[Int(known)].place)] += 1
      } else {
        placeOfClass[Int(known)] = (number, UInt32(classes.count))
        classes.append(known)
        counts.append(1)
      }
    }
    isShort = ShortQuery.isShort(
      scalars: scanner.text.normalizedCount(of: text), tokens: forms.count)
  }
}

extension ScalarText {
  /// The number of the text's scalars in NFC, its ends trimmed.
  fileprivate func normalizedCount(of text: String) -> Int {
    isNormalized && !hasSkipped && !hasBreaks
      ? trimmedRange.count : normalizedScalars(of: text).count
  }
}
