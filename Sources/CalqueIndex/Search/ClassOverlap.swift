internal import CalqueMatch
internal import CalqueText

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
  /// What a stored form stands for in a query.
  private struct Known {
    var form: UInt32
    /// The query for which this was found.
    var query: UInt32
    /// The tally of the form's class, and that of the form itself; those that the query lacks
    /// share the last one, of which nothing is left.
    var tallies: (UInt32, UInt32)
  }

  /// Forms met with this query, each at the place that its lowest bits name: units that have much in
  /// common with a query, and so with each other, are made of few forms.
  private var known = [Known](
    repeating: Known(form: 0, query: 0, tallies: (0, 0)), count: 1 << placeBits)
  private static let placeBits = 9
  private var number: UInt32 = 0
  /// How many tokens the query holds of each class, then of each strict form, then 0.
  private var held: [UInt32] = []
  /// How many of them the unit has not met yet.
  private var left: [UInt32] = []
  /// What a token in common adds to the distance, in hundredths.
  private var gains: [Int] = []

  /// Takes a query in place of the one before.
  mutating func begin(_ query: borrowing PartQuery) {
    // What is kept of older queries must not pass for this one's when numbers start again.
    if number == .max { self = ClassOverlap() }
    number += 1
    held.removeAll(keepingCapacity: true)
    gains.removeAll(keepingCapacity: true)
    for known in query.classes {
      held.append(known.count)
      gains.append(known.exchange - known.weight * 100)
    }
    for form in query.strictForms {
      held.append(form.count)
      // Of forms in common none is more than the tokens in common.
      gains.append(-form.exchange)
    }
    held.append(0)
    gains.append(0)
    left = held
  }

  /// The least distance of the query to a stored unit, in hundredths.
  ///
  /// - Parameters:
  ///   - part: the part.
  ///   - query: the query in the part's numbers, the one it began with.
  ///   - unit: the unit, which the part has.
  ///   - weight: M, in hundredths.
  /// - Returns: the least that their edit distance can be.
  /// - Throws: `IndexError.damaged` where a table points outside another.
  /// - Complexity: O(tokens of the unit + classes and strict forms of the query).
  mutating func leastDistance(
    _ part: IndexPart, _ query: borrowing PartQuery, _ unit: Int, weight: Int
  ) throws(IndexError) -> Int {
    let records = unsafe part.table(.records, of: UInt32.self)
    let (start, end) = unsafe (Int(records[unit * 8 + 1]), Int(records[unit * 8 + 9]))
    guard start <= end, end <= part.tokenCount else { throw part.torn(.records) }
    let (tokens, number) = unsafe (part.tokens, number)
    var (isTorn, least) = (false, weight)
    // Unsafe: thousands of units a query, tens of tokens each. Places of `known` are masked, tallies
    // are those that `find` gave.
    unsafe known.withUnsafeMutableBufferPointer { known in
      unsafe left.withUnsafeMutableBufferPointer { left in
        _ = unsafe held.withUnsafeBufferPointer { unsafe left.update(fromContentsOf: $0) }
        unsafe gains.withUnsafeBufferPointer { gains in
          for token in start..<end {
            let form = unsafe tokens[token]
            let place = Int(form) & (1 << Self.placeBits &- 1)
            if unsafe known[place].form != form || known[place].query != number {
              guard let tallies = Self.find(form, part, query) else {
                isTorn = true
                return
              }
              unsafe known[place] = Known(form: form, query: number, tallies: tallies)
            }
            let (a, b) = unsafe (Int(known[place].tallies.0), Int(known[place].tallies.1))
            let isCommon: UInt32 = unsafe left[a] > 0 ? 1 : 0
            unsafe left[a] &-= isCommon
            unsafe least &+= gains[a] &* Int(isCommon)
            let isSame: UInt32 = unsafe left[b] > 0 ? 1 : 0
            unsafe left[b] &-= isSame
            unsafe least &+= gains[b] &* Int(isSame)
          }
        }
      }
    }
    if isTorn { throw part.torn(.tokens) }
    return least
  }

  /// The tallies of a form; nil where the part has no such form.
  @inline(never)
  private static func find(
    _ form: UInt32, _ part: IndexPart, _ query: borrowing PartQuery
  ) -> (UInt32, UInt32)? {
    guard Int(form) < part.formCount else { return nil }
    let formClasses = unsafe part.table(.formClasses, of: UInt32.self)
    let none = query.classes.count + query.strictForms.count
    let known = query.place(of: unsafe formClasses[Int(form)])
    let strict =
      known.map { query.classes[$0].exchange > 0 } == true
      ? query.place(ofStrictForm: form) : nil
    return (
      UInt32(known ?? none), UInt32(strict.map { $0 + query.classes.count } ?? none)
    )
  }
}
