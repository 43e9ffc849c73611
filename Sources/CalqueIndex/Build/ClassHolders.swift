internal import CalqueMatch

/// How many units of a part that is being built hold each class.
struct ClassHolders: Sendable {
  private struct Entry: Sendable {
    var count: UInt32 = 0
    /// The last unit that holds the class.
    var last = UInt32.max
  }

  private var entries: [Entry] = []

  /// The number of units, by class.
  var counts: [UInt32] { entries.map(\.count) }

  /// Counts a unit, which is another one than before.
  ///
  /// - Parameters:
  ///   - forms: the forms of the unit.
  ///   - lexicon: the lexicon that numbered the forms.
  ///   - unit: the number of the unit.
  /// - Returns: the weight of the unit.
  mutating func note(_ forms: [UInt32], _ lexicon: borrowing Lexicon, in unit: UInt32) -> UInt32 {
    while entries.count < lexicon.classCount { entries.append(Entry()) }
    let (classes, weights) = (lexicon.formClasses.span, lexicon.classWeights.span)
    var total: UInt32 = 0
    var entries = entries.mutableSpan
    for form in forms {
      let number = Int(classes[Int(form)])
      total &+= UInt32(weights[number])
      if entries[number].last != unit {
        entries[number].last = unit
        entries[number].count &+= 1
      }
    }
    return total
  }
}
