internal import CalqueMatch
internal import CalqueText

/// The search for a query in one part of an index: the rows that may hold the query, and how close
/// each is.
struct RowJudge: Sendable {
  /// The part.
  let live: LivePart
  /// The rows that hold a class of each word of the query.
  let rows: [UInt32]
  /// Those that hold each word's own class; no other row has a word in the spelling of the query.
  let ownRows: [UInt32]
  private var concordance: WordConcordance
  /// The classes that a word of the query may have; nil if any token may be an element.
  private let classes: NumberSet?
  /// The forms of those classes, from the first time on that many rows are judged.
  private var forms: NumberSet?
  private var masks = FormMasks()
  private var tokens: [SoughtPlace] = []

  /// A search in a part.
  ///
  /// - Throws: `IndexError.damaged` if a table of the part is damaged.
  init(_ concordance: WordConcordance, in live: LivePart) throws(IndexError) {
    var concordance = concordance
    let names = concordance.classNames
    // Beside a whole word, the beginnings of others need not be looked up.
    let beginnings = names.isEmpty ? WordBeginnings(live.part).classes(&concordance) : []
    let words = names.map { $0.compactMap(live.part.classNumber) } + beginnings
    rows = try WordRows(words, in: live).units
    if names.contains(where: { $0.count > 1 }) {
      let own = concordance.ownClassNames.map { $0.compactMap(live.part.classNumber) }
      ownRows = try WordRows(own, in: live).units
    } else {
      ownRows = rows
    }
    (self.concordance, self.live) = (concordance, live)
    if concordance.elementCount == words.count {
      var classes = NumberSet(bound: live.part.classCount)
      for number in words.joined() { classes.insert(Int(number)) }
      self.classes = classes
    } else {
      classes = nil
    }
  }

  /// The rows that hold some word of the query in another class than its own.
  var otherRows: [UInt32] {
    if ownRows.count == rows.count { return [] }
    var own = ownRows[...]
    return rows.filter { row in
      own = own.drop { $0 < row }
      return own.first != row
    }
  }

  /// How close a row is to the query; nil if it lacks a part of the query.
  mutating func closeness(of row: Int) -> WordConcordance.Closeness? {
    var found: WordConcordance.Closeness?
    forEachCloseness(of: CollectionOfOne(UInt32(row))) { _, closeness in found = closeness }
    return found
  }

  /// Passes each of many rows that holds the query, with its closeness.
  ///
  /// Most tokens are none that are looked for, and for many rows one bit tells so: that of the form.
  ///
  /// - Complexity: O(forms of the part + tokens of the rows).
  @inline(__always)
  mutating func forEachCloseness(
    ofMany rows: [UInt32], _ body: (UInt32, WordConcordance.Closeness) -> Void
  ) {
    if forms == nil, let classes, rows.count > live.part.formCount / Self.formsForOne {
      let formClasses = unsafe live.part.table(.formClasses, of: UInt32.self)
      var found = NumberSet(bound: live.part.formCount)
      for form in 0..<live.part.formCount where classes.contains(Int(unsafe formClasses[form])) {
        found.insert(form)
      }
      forms = found
    }
    forEachCloseness(of: rows, body)
  }

  /// The number of forms that can be looked at in the time in which a row is judged.
  private static let formsForOne = 64

  /// Passes each row that holds the query, with its closeness.
  ///
  /// - Complexity: O(tokens of the rows).
  @inline(__always)
  mutating func forEachCloseness(
    of rows: some Sequence<UInt32>, _ body: (UInt32, WordConcordance.Closeness) -> Void
  ) {
    // The tables are found once, because a search may judge a hundred thousand rows.
    let (part, formCount, unitCount) = (live.part, live.part.formCount, live.part.count)
    let formClasses = unsafe part.table(.formClasses, of: UInt32.self)
    let all = unsafe part.tokens
    for row in rows where Int(row) < unitCount {
      tokens.removeAll(keepingCapacity: true)
      let places = part.tokens(ofUnit: Int(row))
      for place in places {
        let form = unsafe all[place]
        if let forms {
          if !forms.contains(Int(form)) { continue }
        } else {
          guard Int(form) < formCount else { continue }
          if let classes, unsafe !classes.contains(Int(formClasses[Int(form)])) { continue }
        }
        let mask = mask(of: form)
        if mask.any != 0 { tokens.append(SoughtPlace(place - places.lowerBound, mask)) }
      }
      if let closeness = concordance.closeness(of: tokens) { body(row, closeness) }
    }
  }

  @inline(__always)
  private mutating func mask(of form: UInt32) -> TokenMask {
    masks.known(form) ?? newMask(of: form)
  }

  private mutating func newMask(of form: UInt32) -> TokenMask {
    let name = live.part.formName(form)
    var mask = TokenMask()
    if let kind = name.first.flatMap(TokenKind.init(rawValue:)) {
      let plain = String(decoding: name.dropFirst(), as: UTF8.self).unicodeScalars.map(\.value)
      mask = concordance.mask(kind, plain: plain)
    }
    masks.know(form, mask)
    return mask
  }
}

/// What is known of the forms of a part: the last form of each slot at hand, all others in a
/// dictionary.
private struct FormMasks: Sendable {
  private var all: [UInt32: TokenMask] = [:]
  private var slots = [(form: UInt32, mask: TokenMask)](
    repeating: (.max, TokenMask()), count: 256)

  @inline(__always)
  mutating func known(_ form: UInt32) -> TokenMask? {
    let slot = Int(form & 255)
    if slots[slot].form == form { return slots[slot].mask }
    guard let mask = all[form] else { return nil }
    slots[slot] = (form, mask)
    return mask
  }

  mutating func know(_ form: UInt32, _ mask: TokenMask) {
    all[form] = mask
    slots[Int(form & 255)] = (form, mask)
  }
}
