internal import CalqueMatch
internal import CalqueText

/// A query in the numbers of one part; its arrays are kept from query to query.
struct PartQuery {
  /// A class of the query that the part knows.
  struct Class {
    /// Its number in the part: the smaller, the rarer.
    let number: UInt32
    /// Which of the query's distinct classes it is.
    let distinct: Int
    /// The weight of one token, in whole units.
    let weight: Int
    /// How often the query holds it.
    let count: UInt32
    /// What exchanging two of its forms costs at least, in hundredths: see `ClassOverlap`.
    let exchange: Int
    /// What exchanging those of its forms costs that the part knows, in hundredths.
    let forms: Int
    /// What the class takes off the distance, in hundredths, where no form is in common.
    var withoutForms: Int { (weight * 100 - exchange) * Int(count) }
    /// The most that it can take off, in hundredths: the weight of the query's tokens of it, less the
    /// exchange of each whose form no unit of the part holds.
    var most: Int { withoutForms + forms }
  }

  /// A form whose exchange for another of its class has a least cost.
  struct StrictForm {
    /// Its number in the part.
    let form: UInt32
    /// The number of its class in the part.
    let number: UInt32
    /// How often the query holds it.
    var count: UInt32
    /// The least cost, in hundredths.
    let exchange: Int
    /// What it costs a unit to have all of them exchanged, in hundredths.
    var cost: Int { exchange * Int(count) }
  }

  /// The classes that the part knows, rarest first.
  private(set) var classes: [Class] = []
  /// Class by class the bits in the signatures, each with what lacking it costs in hundredths.
  ///
  /// Of w · q, the weight of a class's q tokens, the exchange s · q is the cost of the bits of its
  /// strict forms, each its part, as far as the part knows them: a unit that lacks the class lacks
  /// the sum of all, which is `most`; one that lacks a form has to exchange it. Where a bit is shared
  /// with others what is lacking is less.
  private(set) var bits: [(bit: UInt32, cost: Int)] = []
  /// Where the bits of each class start.
  private(set) var bitStarts: [Int] = []
  /// The strict forms that the part knows, in order.
  private(set) var strictForms: [StrictForm] = []
  /// The query's tokens; forms and classes that the part does not know have numbers beyond.
  private(set) var row = TokenRow()
  /// An open-addressed table: a class's number in the high half, its place in `classes` in the low.
  private var table: [UInt64] = []
  private static let free = UInt64.max

  /// Takes a query in place of the one before.
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
      let exchange = SubstitutionCost.least(lexicon.kind(ofClass: known), weight: weight * 100)
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
      if kind == .word || kind == .punctuation || number >= QueryLexicon.unknown { continue }
      strictForms.append(
        StrictForm(
          form: number, number: lexicon.number(ofClass: query.classOfToken[token], in: place),
          count: 1, exchange: SubstitutionCost.least(kind, weight: Int(query.weights[token]) * 100)
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

  /// Where a form stands among the strict ones; nil where it is none.
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
