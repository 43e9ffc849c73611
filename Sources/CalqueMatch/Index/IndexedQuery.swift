internal import CalqueText

/// A query, read once for all segments of an index; its arrays are kept from query to query.
struct IndexedQuery {
  /// The form of each token, as the lexicon numbers them.
  private(set) var forms: [UInt32] = []
  /// The class of each token.
  private(set) var classOfToken: [UInt32] = []
  /// The weight of each token, in whole units.
  private(set) var weights: [UInt32] = []
  /// The total weight, in whole units.
  private(set) var total = 0
  /// Whether characters count too.
  private(set) var isShort = false
  /// The distinct classes, in the order of their first occurrence.
  private(set) var classes: [UInt32] = []
  /// How many tokens each of them has.
  private(set) var counts: [UInt32] = []
  /// Where each class of the lexicon stands among the distinct ones of the query named beside it.
  private var placeOfClass: [(query: UInt32, place: UInt32)] = []
  private var number: UInt32 = 0

  /// Reads a query in place of the one before; its text stays in the scanner.
  mutating func read(_ text: String, _ scanner: inout TextScanner, _ lexicon: inout QueryLexicon) {
    scanner.scan(text)
    lexicon.makeRoom()
    classOfToken.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    total = 0
    // Numbers start again where all are used up; what they stood for is forgotten then.
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
  /// How many scalars the text has in NFC, its ends trimmed.
  fileprivate func normalizedCount(of text: String) -> Int {
    isNormalized && !hasSkipped ? trimmedRange.count : normalizedScalars(of: text).count
  }
}

/// A query in the numbers of one segment; its arrays are kept from query to query.
struct SegmentQuery {
  /// A class of the query that the segment knows.
  struct Class {
    /// Its number in the segment: the smaller, the rarer.
    let number: UInt32
    /// Which of the query's distinct classes it is.
    let distinct: Int
    /// The weight of one token, in whole units.
    let weight: Int
    /// How often the query holds it.
    let count: UInt32
    /// What exchanging two of its forms costs at least, in hundredths: see `ClassOverlap`.
    let exchange: Int
    /// The weight of all the query's tokens of it.
    var total: Int { weight * Int(count) }
  }

  /// The classes that the segment knows, rarest first.
  private(set) var classes: [Class] = []
  /// Of each class its bit in the signatures, and a hundred times the weight of its tokens.
  private(set) var bits: [(bit: UInt32, cost: Int)] = []
  /// The forms whose exchange has a least cost, in order, how often the query holds each, and that
  /// cost in hundredths.
  private(set) var strictForms: [(form: UInt32, count: UInt32, exchange: Int)] = []
  /// The query's tokens; forms and classes that the segment does not know have numbers beyond.
  private(set) var row = TokenRow()
  /// An open-addressed table: a class's number in the high half, its place in `classes` in the low.
  private var table: [UInt64] = []
  private static let free = UInt64.max

  /// Takes a query in place of the one before.
  mutating func read(
    _ query: IndexedQuery, _ lexicon: QueryLexicon, _ segment: IndexSegment, place: Int
  ) {
    row.removeAll()
    for token in 0..<query.forms.count {
      row.append(
        form: lexicon.number(ofForm: query.forms[token], in: place),
        class: lexicon.number(ofClass: query.classOfToken[token], in: place),
        weight: query.weights[token] * 100)
    }
    classes.removeAll(keepingCapacity: true)
    for (distinct, known) in query.classes.enumerated() {
      let number = lexicon.number(ofClass: known, in: place)
      if number >= QueryLexicon.unknown { continue }
      let weight = Int(lexicon.weights[Int(known)])
      classes.append(
        Class(
          number: number, distinct: distinct, weight: weight, count: query.counts[distinct],
          exchange: SubstitutionCost.least(lexicon.kind(ofClass: known), weight: weight * 100)))
    }
    classes.sort { $0.number < $1.number }
    bits.removeAll(keepingCapacity: true)
    for known in classes {
      let bit = SegmentLayout.signatureBit(known.number, classes: UInt32(segment.classCount))
      bits.append((bit, 100 * known.total))
    }
    fillTable()
    gatherStrictForms(query, lexicon, place)
  }

  private mutating func gatherStrictForms(
    _ query: IndexedQuery, _ lexicon: QueryLexicon, _ place: Int
  ) {
    strictForms.removeAll(keepingCapacity: true)
    for (token, form) in query.forms.enumerated() {
      let (kind, number) = (lexicon.kind(form), lexicon.number(ofForm: form, in: place))
      if kind == .word || kind == .punctuation || number >= QueryLexicon.unknown { continue }
      let exchange = SubstitutionCost.least(kind, weight: Int(query.weights[token]) * 100)
      strictForms.append((number, 1, exchange))
    }
    if strictForms.count < 2 { return }
    strictForms.sort { $0.form < $1.form }
    var last = 0
    for next in 1..<strictForms.count {
      if strictForms[next].form == strictForms[last].form {
        strictForms[last].count += 1
      } else {
        last += 1
        strictForms[last] = strictForms[next]
      }
    }
    strictForms.removeLast(strictForms.count - last - 1)
  }

  /// Where a form stands among the strict ones; nil where it is none.
  func place(ofStrictForm form: UInt32) -> Int? {
    var (low, high) = (0, strictForms.count)
    while low < high {
      let middle = (low + high) / 2
      if strictForms[middle].form < form { low = middle + 1 } else { high = middle }
    }
    return low < strictForms.count && strictForms[low].form == form ? low : nil
  }

  private mutating func fillTable() {
    var size = 64
    while size < classes.count * 4 { size *= 2 }
    table.removeAll(keepingCapacity: true)
    table.append(contentsOf: repeatElement(Self.free, count: size))
    for (place, known) in classes.enumerated() {
      var slot = Self.slot(known.number, size - 1)
      while table[slot] != Self.free { slot = (slot + 1) & (size - 1) }
      table[slot] = UInt64(known.number) << 32 | UInt64(place)
    }
  }

  @inline(__always)
  private static func slot(_ number: UInt32, _ mask: Int) -> Int {
    Int((number &* 0x9E37_79B1) >> 8) & mask
  }

  /// Where a class of a stored token stands among the query's classes; nil where it is none.
  @inline(__always)
  func place(of number: UInt32) -> Int? {
    let mask = table.count - 1
    var slot = Self.slot(number, mask)
    while table[slot] != Self.free {
      if table[slot] >> 32 == UInt64(number) { return Int(table[slot] & 0xFFFF_FFFF) }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
