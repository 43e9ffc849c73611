internal import CalqueMatch

/// Makes the records of a part that is being built: eight words a unit, in the order of the units.
///
/// A record has the weight of its unit, the place of its first token, and a signature of its classes and
/// forms.
struct UnitRecords {
  /// The two bits of each form in the signatures: the class's bit, and the form's own.
  ///
  /// A form without a bit of its own has the class's bit twice.
  private let bits: [(UInt8, UInt8)]
  /// The number of tokens of all units so far.
  private var first: UInt32 = 0

  /// No records yet.
  ///
  /// - Parameters:
  ///   - lexicon: the lexicon of the forms.
  ///   - numbers: the new number of each class.
  init(_ lexicon: borrowing Lexicon, _ numbers: [UInt32]) {
    let classCount = UInt32(lexicon.classCount)
    var bits = [(UInt8, UInt8)]()
    bits.reserveCapacity(lexicon.formCount)
    for (form, old) in lexicon.formClasses.enumerated() {
      let bit = PartLayout.bit(ofClass: numbers[Int(old)], of: classCount)
      let isStrict = SubstitutionCost.minimum(lexicon.classKinds[Int(old)], weight: 100) > 0
      let own = isStrict ? PartLayout.bit(ofForm: UInt32(form)) : bit
      bits.append((UInt8(bit), UInt8(own)))
    }
    self.bits = bits
  }

  /// Appends the record of the next unit.
  ///
  /// - Parameters:
  ///   - row: the forms of the unit.
  ///   - weight: the weight of the unit.
  ///   - records: receives the record.
  mutating func append(_ row: [UInt32], weight: UInt32, to records: inout [UInt32]) {
    // Which word a bit is in cannot be foretold, so no branch depends on it.
    var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    func set(_ bit: UInt8) {
      let mask: UInt64 = 1 &<< UInt64(bit & 63)
      words.0 |= bit < 64 ? mask : 0
      words.1 |= bit &>> 6 == 1 ? mask : 0
      words.2 |= bit >= 128 ? mask : 0
    }
    for form in row {
      let (ofClass, ofForm) = bits[Int(form)]
      set(ofClass)
      set(ofForm)
    }
    records.append(weight)
    records.append(first)
    for word in [words.0, words.1, words.2] {
      records.append(UInt32(truncatingIfNeeded: word))
      records.append(UInt32(truncatingIfNeeded: word >> 32))
    }
    first += UInt32(row.count)
  }

  /// The record behind the last: its first token is the end of the last unit's tokens.
  var sentinel: [UInt32] { [.max, first, 0, 0, 0, 0, 0, 0] }
}
