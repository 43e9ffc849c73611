internal import CalqueText

/// A unit that may reach the minimum, with what bounds its score.
struct Candidate {
  let unit: UInt32
  /// The least that its edit distance can be, in hundredths.
  let least: Int
  /// M, the larger total weight, in hundredths.
  let weight: Int
  /// The score by characters, where it reaches the minimum; else 0.
  let characters: Int

  /// The highest score that the bounds allow.
  var bound: Int { max(Score.base(distance: least, weight: weight), characters) }
}

/// What the classes and forms of two texts' tokens, taken as multisets, say of their distance.
///
/// Let O be the weighted overlap of the classes. An edit script that costs less than the larger
/// weight for a pair of tokens pairs tokens of one class; at most O of the weight is paired so, and
/// every other token of the heavier side costs at least its weight: D ≥ M − O. Let a class have k
/// tokens in common, of which e have a form in common too, and let exchanging two of its forms cost
/// at least s ≤ w, its weight. A script that pairs p ≤ k of them pays at least (k − p) · w +
/// (p − e) · s ≥ (k − e) · s beside what is counted already, hence
///
///     D ≥ M − O + Σ (k − e) · s.
///
/// For numbers, tags, placeholders, URLs and addresses s is what exchanging them costs; for words,
/// whose forms may differ by one letter of many, it is taken as 0.
struct ClassOverlap {
  private var remaining: [UInt32] = []
  private var formsLeft: [UInt32] = []

  /// The least distance of a query to a stored unit, in hundredths.
  ///
  /// - Parameters:
  ///   - segment: the segment.
  ///   - query: the query in the segment's numbers.
  ///   - unit: the unit, which the segment has.
  ///   - weight: M, in hundredths.
  /// - Returns: the least that their edit distance can be.
  /// - Throws: `IndexError.damaged` where a table points outside another.
  mutating func leastDistance(
    _ segment: IndexSegment, _ query: borrowing SegmentQuery, _ unit: Int, weight: Int
  ) throws(IndexError) -> Int {
    let records = unsafe segment.table(.records, of: UInt32.self)
    let formClasses = unsafe segment.table(.formClasses, of: UInt32.self)
    let (start, end) = unsafe (Int(records[unit * 8 + 1]), Int(records[unit * 8 + 9]))
    guard start <= end, end <= segment.tokenCount else { throw segment.torn(.records) }
    remaining.removeAll(keepingCapacity: true)
    for known in query.classes { remaining.append(known.count) }
    formsLeft.removeAll(keepingCapacity: true)
    for form in query.strictForms { formsLeft.append(form.count) }
    var (least, paired) = (weight, 0)
    for token in start..<end {
      let form = segment.token(token)
      guard Int(form) < segment.formCount else { throw segment.torn(.tokens) }
      guard let place = query.place(of: unsafe formClasses[Int(form)]) else { continue }
      let known = query.classes[place]
      if remaining[place] > 0 {
        remaining[place] -= 1
        least -= known.weight * 100
        paired += known.exchange
      }
      // Of forms in common none is more than the tokens in common.
      if known.exchange > 0, let place = query.place(ofStrictForm: form), formsLeft[place] > 0 {
        formsLeft[place] -= 1
        paired -= known.exchange
      }
    }
    return least + paired
  }
}
