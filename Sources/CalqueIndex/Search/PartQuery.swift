internal import CalqueMatch
internal import CalqueText

/// A query in the numbers of one part; the next query reuses its arrays.
struct PartQuery {
  /// A class of the query that the part knows.
  struct Class {
    /// Its number in the part; rarer classes for their weight have smaller numbers.
    let number: UInt32
    /// Its place among the query's distinct classes.
    let distinct: Int
    /// The weight of one token, in whole units.
    let weight: Int
    /// The number of the query's tokens of the class.
    let count: UInt32
    /// The minimum cost of exchanging two of its forms, in hundredths: see `ClassOverlap`.
    let exchange: Int
    /// The cost of exchanging all of the query's tokens of its strict forms, in hundredths.
    let forms: Int
    /// The amount by which the class lowers the distance if no form is in common, in hundredths.
    var withoutForms: Int { (weight * 100 - exchange) * Int(count) }
    /// The maximum by which the class can lower the distance, in hundredths.
    ///
    /// The weight of the query's tokens of the class, less the exchange of each token whose form no
    /// unit of the part holds.
    var maximumReduction: Int { withoutForms + forms }
  }

  /// A form of the query that the part knows, whose exchange within its class has a minimum cost.
  struct StrictForm {
    /// Its number in the part.
    let form: UInt32
    /// The number of its class in the part.
    let number: UInt32
    /// The number of the query's tokens of the form.
    var count: UInt32
    /// The minimum cost of exchanging one of them, in hundredths.
    let exchange: Int
    /// The cost of exchanging all of them, in hundredths.
    var cost: Int { exchange * Int(count) }
  }

  /// The classes that the part knows, rarest first.
  private(set) var classes: [Class] = []
  /// The bits of the signatures, class by class, each with the cost of lacking it in hundredths.
  ///
  /// Let the query hold q tokens of a class of weight w and minimum exchange s. The class's bit costs
  /// (w − s) · q. The bit of each of its strict forms costs s for each token of the form. A unit that
  /// lacks the class lacks all of these bits, and their sum is `maximumReduction`. A unit that lacks
  /// a form has to exchange it. A bit that other classes or forms share may be set for a unit that
  /// lacks the query's class or form, which only makes the cost smaller.
  private(set) var bits: [(bit: UInt32, cost: Int)] = []
  /// The place in `bits` of each class's first bit.
  private(set) var bitStarts: [Int] = []
  /// The strict forms that the part knows, in the order of their numbers.
  private(set) var strictForms: [StrictForm] = []
  /// The query's tokens; forms and classes that the part does not know have numbers from
  /// `QueryLexicon.unknown` on.
  private(set) var row = TokenRow()
  /// An open-addressed table: a class's number in the high half, its place in `classes` in the low.
  private var table: [UInt64] = []
  private static let free = UInt64.max

  /// Reads a query in place of the previous one.
  mutating func read(
    _ query: IndexedQuery, _ lexicon: QueryLexicon, _ part: IndexPart, place: Int
  ) {
    row.removeAll()
    for token in 0..<query.forms.count {
      row.append(
        form: lexicon.number(ofForm: query.forms[token], in: place),
        class: lexicon.number(ofClass: query.classOfToken[token], in: place),
        weight: query.weights[token] * 100)
    }
    gatherStrictForms(query, lexicon, place)
    classes.removeAll(keepingCapacity: true)
    for (distinct, known) in query.classes.enumerated() {
      let number = lexicon.number(ofClass: known, in: place)
      if number >= QueryLexicon.unknown { continue }
      let weight = Int(lexicon.weights[Int(known)])
      let exchange = SubstitutionCost.minimum(lexicon.kind(ofClass: known), weight: weight * 100)
      var forms = 0
      if exchange > 0 {
        for strict in strictForms where strict.number == number { forms += strict.cost }
      }
      classes.append(
        Class(
          number: number, distinct: distinct, weight: weight, count: query.counts[distinct],
          exchange: exchange, forms: forms))
    }
    classes.sort { $0.number < $1.number }
    fillTable()
    gatherBits(classCount: UInt32(part.classCount))
  }

  private mutating func gatherBits(classCount: UInt32) {
    bits.removeAll(keepingCapacity: true)
    bitStarts.removeAll(keepingCapacity: true)
    for known in classes {
      bitStarts.append(bits.count)
      bits.append((PartLayout.bit(ofClass: known.number, of: classCount), known.withoutForms))
      if known.exchange == 0 { continue }
      for strict in strictForms where strict.number == known.number {
        bits.append((PartLayout.bit(ofForm: strict.form), strict.cost))
      }
    }
  }

  private mutating func gatherStrictForms(
    _ query: IndexedQuery, _ lexicon: QueryLexicon, _ place: Int
  ) {
    strictForms.removeAll(keepingCapacity: true)
    for (token, form) in query.forms.enumerated() {
      let (kind, number) = (lexicon.kind(form), lexicon.number(ofForm: form, in: place))
      // `==` of an enumeration of another module is a call; a pattern is a comparison.
      if case .word = kind { continue }
      if case .punctuation = kind { continue }
      if number >= QueryLexicon.unknown { continue }
      strictForms.append(
        StrictForm(
          form: number, number: lexicon.number(ofClass: query.classOfToken[token], in: place),
          count: 1,
          exchange: SubstitutionCost.minimum(kind, weight: Int(query.weights[token]) * 100)
        ))
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

  /// The place of a form in `strictForms`; nil if it is not among them.
  ///
  /// - Complexity: O(log strict forms).
  func place(ofStrictForm form: UInt32) -> Int? {
    let place = strictForms.indices.end(ofPrefixWhere: { strictForms[$0].form < form })
    return place < strictForms.count && strictForms[place].form == form ? place : nil
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

  /// The place of a class in `classes`; nil if the query lacks the class.
  ///
  /// - Complexity: O(1) expected.
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
