import CalqueMorphology
import CalqueText

/// A map from folded forms of a text to the words of terms that they can be.
///
/// The map is an open hash table (linear probing) over one arena of bytes. A `Dictionary` of
/// strings would need one allocation and one SipHash per key. Here a look-up costs one pass over
/// the form and, as a rule, one cache line.
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

  private(set) var readings: [Reading] = []
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

  init() {}

  /// Whether the table has no form.
  var isEmpty: Bool { entries.isEmpty }

  /// The first reading of a form; -1 if the form is not in the table.
  func firstReading(of form: String) -> Int32 {
    let hash = Self.hash(form)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, holds(entry, form) { return entry.first }
      slot = (slot + 1) & (slots.count - 1)
    }
    return -1
  }

  /// Adds a reading behind the form's other readings, unless the form has the reading already.
  mutating func add(_ form: String, word: Int32, inflection: Inflection, stable: Int) {
    let number = entry(for: form)
    var place = entries[number].first
    var last: Int32 = -1
    while place >= 0 {
      let reading = readings[Int(place)]
      if reading.word == word, reading.inflection == inflection { return }
      last = place
      place = reading.next
    }
    let reading = Reading(
      word: word, inflection: inflection, stable: UInt8(clamping: stable), next: -1)
    if last < 0 {
      entries[number].first = Int32(readings.count)
    } else {
      readings[Int(last)].next = Int32(readings.count)
    }
    readings.append(reading)
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
