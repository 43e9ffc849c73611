/// Writes the readings of all forms as the bytes of a lexicon's file (`LexiconLayout`).
struct LexiconWriter {
  private(set) var bytes: [UInt8] = []

  init(_ readings: some Sequence<LexiconBuilder.Reading>) throws(LexiconError) {
    let sorted = readings.map { (plain: LexiconLayout.plain($0.form) ?? [], reading: $0) }
      .sorted { a, b in
        if a.plain != b.plain { return a.plain.lexicographicallyPrecedes(b.plain) }
        if a.reading.form != b.reading.form {
          return a.reading.form.lexicographicallyPrecedes(b.reading.form)
        }
        if a.reading.lemma != b.reading.lemma {
          return a.reading.lemma.lexicographicallyPrecedes(b.reading.lemma)
        }
        return a.reading.features < b.reading.features
      }
    var places = [UInt32]()
    var forms = [UInt8]()
    var poolPlaces: [UInt32] = [0]
    var pool = [UInt8]()
    var known: [[UInt8]: Int] = [:]
    var before = [UInt8]()
    var count = 0
    var start = 0
    while start < sorted.count {
      let form = sorted[start].reading.form
      var end = start
      while end < sorted.count, sorted[end].reading.form == form { end += 1 }
      let list = Self.readings(sorted[start..<end].map(\.reading))
      let number: Int
      if let same = known[list] {
        number = same
      } else {
        number = known.count
        known[list] = number
        pool += list
        poolPlaces.append(UInt32(pool.count))
      }
      guard number <= UInt16.max else { throw .tooLarge("more than 65,536 kinds of readings") }
      if count % LexiconLayout.blockSize == 0 {
        places.append(UInt32(forms.count))
        before = []
      }
      let shared = zip(before, form).prefix { $0 == $1 }.count
      forms += [UInt8(shared), UInt8(form.count - shared)] + form[shared...]
      forms += [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
      before = form
      count += 1
      start = end
    }
    places.append(UInt32(forms.count))
    guard forms.count + pool.count < Int(Int32.max) else { throw .tooLarge("over 2 GiB") }
    append(LexiconLayout.magic, 8)
    for number in [
      LexiconLayout.version, UInt32(count), UInt32(known.count), UInt32(forms.count),
      UInt32(pool.count), Self.sum(forms + pool),
    ] {
      append(UInt64(number), 4)
    }
    for place in places { append(UInt64(place), 4) }
    for place in poolPlaces { append(UInt64(place), 4) }
    bytes += forms
    bytes += pool
  }

  /// The readings of one form: what to cut and to add for the lemma, and the features.
  private static func readings(_ readings: [LexiconBuilder.Reading]) -> [UInt8] {
    var list = [UInt8(clamping: readings.count)]
    for reading in readings.prefix(255) {
      let shared = zip(reading.form, reading.lemma).prefix { $0 == $1 }.count
      let add = reading.lemma[shared...]
      list += [UInt8(reading.form.count - shared), UInt8(clamping: add.count)] + add
      list += [
        UInt8(truncatingIfNeeded: reading.features),
        UInt8(truncatingIfNeeded: reading.features >> 8),
      ]
    }
    return list
  }

  /// FNV-1a (Fowler, Noll, Vo) of the forms and the readings.
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  private mutating func append(_ number: UInt64, _ width: Int) {
    for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
  }
}
