internal import CalqueMatch
internal import CalqueText

/// Computes a lower bound of the distance of two texts from their tokens' classes and forms alone.
///
/// Classes and forms are taken as multisets. Let O be the weighted overlap of the classes. In an
/// edit script, only two tokens of one class can be paired for less than the larger weight of the
/// two. At most O of the weight is paired in that way. Every other token of the heavier side costs
/// at least its weight: D ≥ M − O. Let a class of weight w have k tokens in common, of which e have
/// a form in common too, and let exchanging two of its forms cost at least s ≤ w. A script that
/// pairs p ≤ k of these tokens pays at least (k − p) · w + (p − e) · s ≥ (k − e) · s in addition,
/// hence
///
///     D ≥ M − O + Σ (k − e) · s.
///
/// For numbers, tags, placeholders, URLs and addresses, s is the cost of exchanging them. For
/// words, whose forms may differ by one letter of many, s is taken as 0.
struct ClassOverlap {
  /// The tallies that a stored form counts towards.
  private struct Known {
    var form: UInt32
    /// The number of the query for which the tallies were found.
    var query: UInt32
    /// The places in `left` of the form's class and of the form itself.
    ///
    /// A class or form that the query lacks has the last place, where nothing is left.
    var tallies: (UInt32, UInt32)
  }

  /// A direct-mapped cache of the forms met with the query, each at the place of its lowest bits.
  ///
  /// Units that have much in common with a query have much in common with each other, so few
  /// distinct forms occur.
  private var known = [Known](
    repeating: Known(form: 0, query: 0, tallies: (0, 0)), count: 1 << placeBits)
  private static let placeBits = 9
  /// The number of the query.
  private var number: UInt32 = 0
  /// The number of the query's tokens of each class, then of each strict form, then 0.
  private var held: [UInt32] = []
  /// The part of `held` that no token of the unit has been paired with yet.
  private var left: [UInt32] = []
  /// The amount that a token in common adds to the distance, in hundredths; at most 0.
  private var gains: [Int] = []

  /// Starts with a query, in place of the previous one.
  mutating func begin(_ query: borrowing PartQuery) {
    // When the numbers start again, cached forms of older queries must not pass for this query's.
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
      // A form in common is also a token in common: the exchange that its class adds is taken off.
      gains.append(-form.exchange)
    }
    held.append(0)
    gains.append(0)
    left = held
  }

  /// The lower bound of the distance of the query to a stored unit, in hundredths.
  ///
  /// - Parameters:
  ///   - part: the part.
  ///   - query: the query in the part's numbers, the same that `begin` was given.
  ///   - unit: a unit of the part.
  ///   - weight: M, in hundredths.
  /// - Returns: the lower bound of their edit distance.
  /// - Throws: `IndexError.damaged` if a table points outside another.
  /// - Complexity: O(tokens of the unit + classes and strict forms of the query).
  mutating func minimumDistance(
    _ part: IndexPart, _ query: borrowing PartQuery, _ unit: Int, weight: Int
  ) throws(IndexError) -> Int {
    let records = unsafe part.table(.records, of: UInt32.self)
    let (start, end) = unsafe (Int(records[unit * 8 + 1]), Int(records[unit * 8 + 9]))
    guard start <= end, end <= part.tokenCount else { throw part.torn(.records) }
    let (tokens, number) = unsafe (part.tokens, number)
    var (isTorn, bound) = (false, weight)
    // Unsafe, because the loop runs over thousands of units a query, with tens of tokens each.
    // Places in `known` are masked; places in `left` and `gains` are those that `find` returned.
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
            unsafe bound &+= gains[a] &* Int(isCommon)
            let isSame: UInt32 = unsafe left[b] > 0 ? 1 : 0
            unsafe left[b] &-= isSame
            unsafe bound &+= gains[b] &* Int(isSame)
          }
        }
      }
    }
    if isTorn { throw part.torn(.tokens) }
    return bound
  }

  /// The tallies of a form; nil if the part has no such form.
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
