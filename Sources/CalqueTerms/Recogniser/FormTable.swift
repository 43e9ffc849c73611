import CalqueMorphology
import CalqueText

/// A map from folded forms of a text to the words of terms that they can be.
///
/// The map is an open hash table (linear probing) over one arena of bytes. A `Dictionary` of
/// strings would need one allocation and one SipHash per key. Here a look-up costs one pass over
/// the form and, as a rule, one cache line. A table may stand over the forms of a frozen recogniser,
/// whose readings have the first numbers.
struct FormTable: Sendable {
  /// One reading of a form.
  struct Reading: Sendable {
    /// The word of the vocabulary.
    let word: Int32
    /// The way in which the form is inflected; empty if the form is the word itself.
    let inflection: Inflection
    /// The number of leading bytes of the folded word that the form keeps.
    let stable: UInt8
    /// The next reading of the same form; -1 behind the last.
    var next: Int32
  }

  private let base: FrozenForms?
  /// The number of readings of the base, which come before those of the table.
  private let baseCount: Int32
  private var readings: [Reading] = []
  private var arena: [UInt8] = []
  // A slot is 0 if it is free; otherwise it holds the number of an entry, from 1.
  private var slots: [Int32] = Array(repeating: 0, count: 64)
  private var entries: [Entry] = []

  private struct Entry {
    let hash: UInt32
    let start: Int32
    let count: Int32
    var first: Int32
  }

  /// A table without forms of its own.
  init(over base: FrozenForms? = nil) {
    self.base = base
    baseCount = Int32(base?.readings.count ?? 0)
  }

  /// Whether the table has no form.
  var isEmpty: Bool { entries.isEmpty && baseCount == 0 }

  /// The first reading of a form; -1 if the form is not in the table.
  func firstReading(of form: String) -> Int32 {
    let hash = Self.hash(form)
    if !entries.isEmpty, let own = ownFirst(of: form, hash) { return own }
    return base?.firstReading(of: form.utf8Span.span, hash) ?? -1
  }

  /// A reading by its number.
  func reading(_ number: Int32) -> Reading {
    if number >= baseCount { return readings[Int(number - baseCount)] }
    return base?.reading(number) ?? Reading(word: -1, inflection: [], stable: 0, next: -1)
  }

  /// The word of the vocabulary that a form is itself; nil if it is none.
  func word(_ folded: String) -> Int32? {
    var number = firstReading(of: folded)
    while number >= 0 {
      let reading = reading(number)
      if reading.inflection.isEmpty { return reading.word }
      number = reading.next
    }
    return nil
  }

  /// Calls `body` with every form of a table without a base, and with its readings.
  func forEachForm(_ body: (_ form: ArraySlice<UInt8>, _ hash: UInt32, [Reading]) -> Void) {
    for entry in entries {
      var found = [Reading]()
      var number = entry.first
      while number >= 0 {
        found.append(reading(number))
        number = reading(number).next
      }
      body(arena[Int(entry.start)..<Int(entry.start + entry.count)], entry.hash, found)
    }
  }

  private func ownFirst(of form: String, _ hash: UInt32) -> Int32? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, holds(entry, form) { return entry.first }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a reading behind the form's other readings, unless the form has the reading already.
  mutating func add(_ form: String, word: Int32, inflection: Inflection, stable: Int) {
    let number = entry(for: form)
    var place = entries[number].first
    var last: Int32 = -1
    while place >= 0 {
      let reading = reading(place)
      if reading.word == word, reading.inflection == inflection { return }
      last = place
      place = reading.next
    }
    append(
      Reading(word: word, inflection: inflection, stable: UInt8(clamping: stable), next: -1),
      to: number, behind: last)
  }

  private mutating func append(_ reading: Reading, to number: Int, behind last: Int32) {
    let place = baseCount + Int32(readings.count)
    if last < 0 {
      entries[number].first = place
    } else {
      readings[Int(last - baseCount)].next = place
    }
    readings.append(reading)
  }

  /// Copies the readings that the base has of a form, so that the form can have more.
  private mutating func copyReadings(of form: String, to number: Int) {
    guard let base else { return }
    var place = base.firstReading(of: form.utf8Span.span, entries[number].hash)
    var last: Int32 = -1
    while place >= 0 {
      var reading = base.reading(place)
      place = reading.next
      reading.next = -1
      append(reading, to: number, behind: last)
      last = baseCount + Int32(readings.count) - 1
    }
  }

  private mutating func entry(for form: String) -> Int {
    if entries.count * 2 >= slots.count { grow() }
    let hash = Self.hash(form)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if entries[number].hash == hash, holds(entries[number], form) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let start = arena.count
    arena.append(contentsOf: form.utf8)
    entries.append(
      Entry(hash: hash, start: Int32(start), count: Int32(arena.count - start), first: -1))
    slots[slot] = Int32(entries.count)
    copyReadings(of: form, to: entries.count - 1)
    return entries.count - 1
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      var slot = Int(entry.hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number + 1)
    }
  }

  private func holds(_ entry: Entry, _ form: String) -> Bool {
    var place = Int(entry.start)
    let end = place + Int(entry.count)
    for byte in form.utf8 {
      if place == end || arena[place] != byte { return false }
      place += 1
    }
    return place == end
  }

  // FNV-1a (Fowler, Noll, Vo). The high bits are mixed into the low bits, which choose the slot.
  private static func hash(_ form: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in form.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash ^ (hash >> 15)
  }
}
