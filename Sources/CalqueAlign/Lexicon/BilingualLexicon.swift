/// A term and its translation, as a glossary has them.
public struct TermPair: Hashable, Sendable {
  /// The term in the source language.
  public var source: String
  /// The term in the target language.
  public var target: String

  /// Pairs two terms.
  public init(source: String, target: String) {
    self.source = source
    self.target = target
  }
}

/// Word pairs of two languages with probabilities in both directions.
///
/// The words are stems: folded, and cut to their first seven letters.
public struct BilingualLexicon: Sendable {
  /// A pair of stems.
  struct Entry: Sendable {
    var source: Range<Int>
    var target: Range<Int>
    /// The probability of the target word, given the source word.
    var forward: Float
    /// The probability of the source word, given the target word.
    var backward: Float
  }

  private var bytes: [UInt8] = []
  private(set) var entries: [Entry] = []

  /// The number of pairs.
  public var count: Int { entries.count }

  /// A list without pairs.
  public init() {}

  /// Reads a table: source word, target word, and the two probabilities in hundredths, with tabs
  /// between them; a line that begins with `#` and a line that is not of this form count for
  /// nothing.
  ///
  /// - Complexity: O(n) for n bytes.
  public init(table: Span<UInt8>) {
    bytes.reserveCapacity(table.count)
    for place in table.indices { bytes.append(table[place]) }
    var start = 0
    while start < bytes.count {
      var end = start
      var tabs: [Int] = []
      while end < bytes.count, bytes[end] != 0x0A {
        if bytes[end] == 0x09 { tabs.append(end) }
        end += 1
      }
      if bytes[start] != 0x23, tabs.count == 3, tabs[0] > start, tabs[1] > tabs[0] + 1,
        let forward = Self.hundredths(bytes[(tabs[1] + 1)..<tabs[2]]),
        let backward = Self.hundredths(bytes[(tabs[2] + 1)..<end])
      {
        entries.append(
          Entry(
            source: start..<tabs[0], target: (tabs[0] + 1)..<tabs[1], forward: forward,
            backward: backward))
      }
      start = end + 1
    }
  }

  /// The stems of the source language.
  package var sourceStems: Set<String> {
    Set(entries.map { String(decoding: bytes[$0.source], as: UTF8.self) })
  }

  /// The same pairs from the other side.
  public var reversed: BilingualLexicon {
    var other = self
    other.entries = entries.map {
      Entry(source: $0.target, target: $0.source, forward: $0.backward, backward: $0.forward)
    }
    return other
  }

  /// The first letters of the source words, as the pairs have them.
  package var sourceWords: Set<String> {
    Set(entries.map { String(decoding: bytes[$0.source], as: UTF8.self) })
  }

  /// The number of letters by which the pairs know a word.
  package static var letters: Int { Vocabulary.stemLength }

  /// Adds a pair of stems.
  mutating func add(
    _ source: ArraySlice<UInt8>, _ target: ArraySlice<UInt8>, forward: Float, backward: Float
  ) {
    let start = bytes.count
    bytes += source
    let middle = bytes.count
    bytes += target
    entries.append(
      Entry(
        source: start..<middle, target: middle..<bytes.count, forward: forward, backward: backward))
  }

  func source(_ entry: Entry) -> ArraySlice<UInt8> { bytes[entry.source] }
  func target(_ entry: Entry) -> ArraySlice<UInt8> { bytes[entry.target] }

  private static func hundredths(_ digits: ArraySlice<UInt8>) -> Float? {
    guard (1...3).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value <= 100 ? Float(value) / 100 : nil
  }
}
