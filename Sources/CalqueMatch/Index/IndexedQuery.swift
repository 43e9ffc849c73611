internal import CalqueText

/// A query, read once for all segments of an index.
struct IndexedQuery {
  let text: ComparedText
  /// Each token's form by name, and the hash of that name.
  let forms: [[UInt8]]
  let formHashes: [UInt64]
  /// Of each token the first that has the same form.
  let firstOfForm: [Int]
  /// The weight of each token, in hundredths.
  let weights: [UInt32]
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
    let count = text.tokens.count
    var (forms, formHashes) = ([[UInt8]](), [UInt64]())
    var (firstOfForm, weights) = ([Int](), [UInt32]())
    var (firstTokens, classOfToken, classHashes) = ([Int](), [Int](), [UInt64]())
    forms.reserveCapacity(count)
    formHashes.reserveCapacity(count)
    firstOfForm.reserveCapacity(count)
    weights.reserveCapacity(count)
    classOfToken.reserveCapacity(count)
    var total = 0
    for (place, token) in text.tokens.enumerated() {
      var bytes = [UInt8]()
      bytes.reserveCapacity(token.plain.count + 8)
      Lexicon.encode(token.kind, token.plain, into: &bytes)
      let hash = ByteStrings.hash(bytes)
      let same = formHashes.firstIndex(of: hash)
      firstOfForm.append(same.map { forms[$0] == bytes ? $0 : place } ?? place)
      forms.append(bytes)
      formHashes.append(hash)
      weights.append(UInt32(token.weight))
      total += token.weight / 100
      var classHash = UInt64(token.kind.rawValue)
      for scalar in token.classKey {
        classHash = (classHash ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
        classHash ^= classHash >> 31
      }
      let known = classHashes.indices.first { number in
        guard classHashes[number] == classHash else { return false }
        let other = text.tokens[firstTokens[number]]
        return other.kind == token.kind && other.classKey == token.classKey
      }
      classOfToken.append(known ?? firstTokens.count)
      if known == nil {
        firstTokens.append(place)
        classHashes.append(classHash)
      }
    }
    self.forms = forms
    self.formHashes = formHashes
    self.firstOfForm = firstOfForm
    self.weights = weights
    self.total = total
    self.firstTokens = firstTokens
    self.classOfToken = classOfToken
    isShort = ShortQuery.isShort(scalars: text.normalized.count, tokens: text.tokens.count)
    hash = TextEquality.hash(text.normalized[...])
  }

  /// The weight of a distinct class, in hundredths.
  func weight(ofClass number: Int) -> Int { Int(weights[firstTokens[number]]) }
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
    for (place, first) in query.firstOfForm.enumerated() {
      if first < place {
        known.append(known[first])
        continue
      }
      let form = segment.form(named: query.forms[place], hash: query.formHashes[place])
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
    row.reserve(known.count)
    classes.reserveCapacity(numbers.count)
    for (place, weight) in query.weights.enumerated() {
      let distinct = query.classOfToken[place]
      row.append(
        form: known[place] ?? Self.unknown + UInt32(query.firstOfForm[place]),
        class: numbers[distinct] ?? Self.unknown + UInt32(distinct), weight: weight)
      guard let number = numbers[distinct] else { continue }
      if let known = placeOfDistinct[distinct] {
        classes[known].count += 1
      } else {
        placeOfDistinct[distinct] = classes.count
        classes.append(
          Class(
            number: number, distinct: distinct, weight: weight / 100, count: 1,
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
