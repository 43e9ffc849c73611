/// Counts, at the speed of reading, the function words that only one of two languages has.
///
/// An import looks at each text of a file with it; what looks wrong is then looked at closely. The
/// words are packed into 64-bit keys: Latin letters without case and accents, up to eight of them.
/// Longer words and other letters count as no function word.
package struct LanguageSieve: Sendable {
  /// The numbers of words that only the one and only the other language has.
  package struct Count: Hashable, Sendable {
    /// The words of the first language.
    package var first = 0
    /// The words of the second language.
    package var second = 0
    /// All words of the text.
    package var words = 0
  }

  /// The number of places in the table: pairs of neighbours, 2^10 of them, in one of which a word is.
  ///
  /// Which of a text's words are function words cannot be foretold, so no branch may depend on it.
  private static let size = 2_048
  private var keys = [UInt64](repeating: 0, count: size)
  /// 1 for a word of the first language, 2 for one of the second.
  private var owners = [UInt8](repeating: 0, count: size)
  /// The factor by which a key finds its pair: the first by which no three words have the same.
  private var factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// A sieve for two languages; nil if one of them has no function words.
  package init?(_ first: Language, _ second: Language) {
    let (ours, theirs) = (
      Set(first.rules.functionWords.all), Set(second.rules.functionWords.all)
    )
    if first == second || ours.isEmpty || theirs.isEmpty { return nil }
    var words = [(key: UInt64, owner: UInt8)]()
    for (list, owner) in [(ours.subtracting(theirs), UInt8(1)), (theirs.subtracting(ours), 2)] {
      for word in list where word.utf8.count <= 8 {
        words.append((word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, owner))
      }
    }
    while !holds(words) { factor = factor &* 0x5851_F42D_4C95_7F2D | 1 }
  }

  /// Fills the table by the present factor; false if three words come to the same pair.
  private mutating func holds(_ words: [(key: UInt64, owner: UInt8)]) -> Bool {
    keys = Array(repeating: 0, count: Self.size)
    owners = Array(repeating: 0, count: Self.size)
    for (key, owner) in words {
      let pair = Self.pair(key, factor)
      guard let place = [pair, pair + 1].first(where: { keys[$0] == 0 }) else { return false }
      keys[place] = key
      owners[place] = owner
    }
    return true
  }

  /// The first of the two places where a key may be.
  @inline(__always)
  private static func pair(_ key: UInt64, _ factor: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* factor) &>> 54) &<< 1
  }

  /// Counts the words of a text.
  ///
  /// - Complexity: O(n), some instructions a byte.
  package func count(_ text: String) -> Count {
    var count = Count()
    unsafe text.utf8Span.span.withUnsafeBufferPointer { bytes in
      unsafe Self.letters.withUnsafeBufferPointer { letters in
        unsafe keys.withUnsafeBufferPointer { keys in
          unsafe owners.withUnsafeBufferPointer { owners in
            let table = unsafe Table(keys: keys, owners: owners, factor: factor)
            unsafe Self.walk(bytes, letters, table, &count)
          }
        }
      }
    }
    return count
  }

  /// The table of the words, as a walk reads it.
  @unsafe private struct Table {
    let keys: UnsafeBufferPointer<UInt64>
    let owners: UnsafeBufferPointer<UInt8>
    let factor: UInt64
  }

  /// Walks through a text from word to word, over as many letters of ASCII at once as eight bytes hold.
  ///
  /// Unsafe for speed, as an import looks at every text: `letters` has 192 entries, the table has `size`,
  /// and the loop keeps its places below the counts.
  private static func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, _ letters: UnsafeBufferPointer<UInt8>, _ table: Table,
    _ count: inout Count
  ) {
    let end = bytes.count
    var key: UInt64 = 0
    var length = 0
    var place = 0
    while place < end {
      let word = unsafe eight(bytes, from: place)
      let plain = lettersOfASCII(word)
      if plain == 8 {
        // Where more letters came before, the word is too long for a key, whatever the key is.
        key = word.byteSwapped | lower
        length &+= 8
        place &+= 8
        continue
      }
      if plain > 0 {
        let bits = UInt64(plain &* 8)
        key = key &<< bits | (word | lower).byteSwapped &>> (64 &- bits)
        length &+= plain
        place &+= plain
        if place == end { break }
      }
      let byte = unsafe bytes[place]
      place &+= 1
      let letter: UInt8
      if byte < 0x80 {
        letter = unsafe letters[Int(byte)]
      } else if byte == 0xC3, place < end {
        letter = unsafe letters[Int(bytes[place] & 0x3F) &+ 0x80]
        place &+= 1
      } else if byte == 0xE2,
        unsafe place &+ 1 < end && bytes[place] == 0x80
          && bytes[place &+ 1] == 0x99
      {
        letter = UInt8(ascii: "'")
        place &+= 2
      } else {
        letter = 0
      }
      if letter != 0 {
        key = key &<< 8 | UInt64(letter)
        length &+= 1
        if letter != UInt8(ascii: "'") { continue }
      }
      if length == 0 { continue }
      unsafe add(key, length, table, &count)
      (key, length) = (0, 0)
    }
    if length > 0 { unsafe add(key, length, table, &count) }
  }

  /// Eight bytes from a place on, the first one lowest; zeros stand for those behind the end.
  @inline(__always)
  private static func eight(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> UInt64 {
    if place &+ 8 <= bytes.count, let start = bytes.baseAddress {
      return unsafe UInt64(
        littleEndian: UnsafeRawPointer(start + place).loadUnaligned(as: UInt64.self))
    }
    var word: UInt64 = 0
    for next in place..<bytes.count {
      word |= UInt64(unsafe bytes[next]) &<< UInt64(8 &* (next &- place))
    }
    return word
  }

  private static let lower: UInt64 = 0x2020_2020_2020_2020

  /// How many letters of ASCII the first of eight bytes are.
  ///
  /// Below 0x80 and in lower case, adding 0x1F carries into the top bit from `a` on, and adding 5 does
  /// from behind `z` on; no byte carries into the next one.
  @inline(__always)
  private static func lettersOfASCII(_ bytes: UInt64) -> Int {
    let (tops, low): (UInt64, UInt64) = (
      0x8080_8080_8080_8080, (bytes | lower) & 0x7F7F_7F7F_7F7F_7F7F
    )
    let isFromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
    let isBehindZ = low &+ 0x0505_0505_0505_0505
    let others = ~(isFromA & ~isBehindZ & ~bytes) & tops
    return others.trailingZeroBitCount &>> 3
  }

  /// Counts a word.
  @inline(__always)
  private static func add(_ key: UInt64, _ length: Int, _ table: Table, _ count: inout Count) {
    count.words &+= 1
    let pair = pair(key, unsafe table.factor)
    let isFirst = unsafe table.keys[pair] == key
    let isSecond = unsafe table.keys[pair &+ 1] == key
    var owner = unsafe table.owners[pair] & (isFirst ? 0xFF : 0)
    owner |= unsafe table.owners[pair &+ 1] & (isSecond ? 0xFF : 0)
    owner &= length <= 8 ? 0xFF : 0
    count.first &+= Int(owner & 1)
    count.second &+= Int(owner &>> 1)
  }

  /// The folded letter of each byte below 0x80, then of each second byte behind 0xC3 (U+00C0 on);
  /// 0 for what is no letter.
  private static let letters: [UInt8] = {
    var letters = [UInt8](repeating: 0, count: 0xC0)
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      letters[Int(letter)] = letter
      letters[Int(letter) - 0x20] = letter
    }
    letters[0x27] = 0x27
    let folded = Array("aaaaaaaceeeeiiiidnooooo.ouuuuyts".utf8)
    for (number, letter) in folded.enumerated() where letter != UInt8(ascii: ".") {
      letters[0x80 + number] = letter
      letters[0xA0 + number] = letter
    }
    return letters
  }()
}
