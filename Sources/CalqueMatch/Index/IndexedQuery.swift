internal import CalqueText

/// A query, read once for all segments of an index.
struct IndexedQuery {
  let text: ComparedText
  /// Each token's form by name.
  let forms: [[UInt8]]
  /// The total weight, in whole units: hundredths divided by 100.
  let total: Int
  /// Whether characters count too.
  let isShort: Bool
  /// The hash of the text in NFC with its ends trimmed.
  let hash: UInt64
  /// The distinct classes, in the order of their first occurrence: the token that shows each.
  let firstTokens: [Int]
  /// Of each token, which of the distinct classes it belongs to.
  let classOfToken: [Int]

  init(_ text: ComparedText) {
    self.text = text
    var forms = [[UInt8]]()
    var (firstTokens, classOfToken) = ([Int](), [Int]())
    forms.reserveCapacity(text.tokens.count)
    var total = 0
    var bytes = [UInt8]()
    for (place, token) in text.tokens.enumerated() {
      Lexicon.encode(token.kind, token.plain, into: &bytes)
      forms.append(bytes)
      total += token.weight / 100
      let known = firstTokens.firstIndex { first in
        let other = text.tokens[first]
        return other.weight == token.weight && other.kind == token.kind
          && other.classKey == token.classKey
      }
      classOfToken.append(known ?? firstTokens.count)
      if known == nil { firstTokens.append(place) }
    }
    self.forms = forms
    self.total = total
    self.firstTokens = firstTokens
    self.classOfToken = classOfToken
    isShort = ShortQuery.isShort(scalars: text.normalized.count, tokens: text.tokens.count)
    hash = TextEquality.hash(text.normalized[...])
  }

  /// The weight of a distinct class, in hundredths.
  func weight(ofClass number: Int) -> Int { text.tokens[firstTokens[number]].weight }
}

/// A query in the numbers of one segment.
struct SegmentQuery {
  /// A class of the query that the segment knows.
  struct Class {
    /// Its number in the segment: the smaller, the rarer.
    let number: UInt32
    /// Which of the query's distinct classes it is.
    let distinct: Int
    /// The weight of one token.
    let weight: UInt32
    /// How often the query holds it.
    var count: UInt32
    /// Its bit in the signatures.
    let bit: UInt32
    /// The weight of all the query's tokens of it.
    var total: UInt32 { weight * count }
  }

  /// The classes that the segment knows, rarest first.
  var classes: [Class] = []
  /// Of each class its bit in the signatures, and a hundred times the weight of its tokens.
  private(set) var bits: [(bit: UInt32, cost: Int)] = []
  /// The query's tokens; forms and classes that the segment does not know have numbers beyond.
  var row = TokenRow()
  /// An open-addressed table from class numbers to places in `classes`.
  private var keys: [UInt32]
  private var places: [UInt32]
  private static let unknown: UInt32 = 0x8000_0000

  init(_ query: IndexedQuery, _ segment: IndexSegment) {
    var numbers = [UInt32?](repeating: nil, count: query.firstTokens.count)
    var known = [UInt32?]()
    known.reserveCapacity(query.forms.count)
    var isResolved = [Bool](repeating: false, count: numbers.count)
    for (place, name) in query.forms.enumerated() {
      let form = segment.form(named: name)
      known.append(form)
      // A form that is there tells its class; only where none is, the class is looked for by name.
      if let form, !isResolved[query.classOfToken[place]] {
        isResolved[query.classOfToken[place]] = true
        numbers[query.classOfToken[place]] = segment.classNumber(ofForm: form)
      }
    }
    var name = [UInt8]()
    for (distinct, first) in query.firstTokens.enumerated() where !isResolved[distinct] {
      let token = query.text.tokens[first]
      Lexicon.encode(token.kind, token.classKey, into: &name)
      numbers[distinct] = segment.classNumber(named: name)
    }
    var placeOfDistinct = [Int?](repeating: nil, count: query.firstTokens.count)
    for (place, token) in query.text.tokens.enumerated() {
      let distinct = query.classOfToken[place]
      let form =
        known[place]
        ?? Self.unknown + UInt32(query.forms.firstIndex(of: query.forms[place]) ?? place)
      row.append(
        form: form, class: numbers[distinct] ?? Self.unknown + UInt32(distinct),
        weight: UInt32(token.weight))
      guard let number = numbers[distinct] else { continue }
      if let known = placeOfDistinct[distinct] {
        classes[known].count += 1
      } else {
        placeOfDistinct[distinct] = classes.count
        classes.append(
          Class(
            number: number, distinct: distinct, weight: UInt32(token.weight / 100), count: 1,
            bit: SegmentLayout.signatureBit(number, classes: UInt32(segment.classCount))))
      }
    }
    classes.sort { $0.number < $1.number }
    bits = classes.map { ($0.bit, 100 * Int($0.total)) }
    var size = 64
    while size < classes.count * 4 { size *= 2 }
    keys = [UInt32](repeating: .max, count: size)
    places = [UInt32](repeating: 0, count: size)
    for (place, known) in classes.enumerated() {
      var slot = Int(known.number &* 0x9E37_79B1) & (size - 1)
      while keys[slot] != .max { slot = (slot + 1) & (size - 1) }
      keys[slot] = known.number
      places[slot] = UInt32(place)
    }
  }

  /// Where a class of a stored token stands among the query's classes; nil where it is none.
  @inline(__always)
  func place(of number: UInt32) -> Int? {
    let mask = keys.count - 1
    var slot = Int(number &* 0x9E37_79B1) & mask
    while keys[slot] != .max {
      if keys[slot] == number { return Int(places[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
