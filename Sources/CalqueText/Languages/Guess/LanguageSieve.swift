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

  private static let mask = 1_023
  private var keys = [UInt64](repeating: 0, count: mask + 1)
  /// 1 for a word of the first language, 2 for one of the second.
  private var owners = [UInt8](repeating: 0, count: mask + 1)

  /// A sieve for two languages; nil if one of them has no function words.
  package init?(_ first: Language, _ second: Language) {
    let (ours, theirs) = (
      Set(first.rules.functionWords.all), Set(second.rules.functionWords.all)
    )
    if first == second || ours.isEmpty || theirs.isEmpty { return nil }
    for (words, owner) in [(ours.subtracting(theirs), UInt8(1)), (theirs.subtracting(ours), 2)] {
      for word in words where word.utf8.count <= 8 {
        insert(word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, owner)
      }
    }
  }

  private mutating func insert(_ key: UInt64, _ owner: UInt8) {
    var slot = Self.slot(key)
    while keys[slot] != 0 { slot = (slot + 1) & Self.mask }
    keys[slot] = key
    owners[slot] = owner
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 54)
  }

  /// Counts the words of a text.
  ///
  /// - Complexity: O(n), some instructions a byte.
  package func count(_ text: String) -> Count {
    var count = Count()
    unsafe text.utf8Span.span.withUnsafeBufferPointer { bytes in
      unsafe Self.letters.withUnsafeBufferPointer { letters in
        unsafe keys.withUnsafeBufferPointer { keys in
          unsafe Self.walk(bytes, letters, keys, owners.span, &count)
        }
      }
    }
    return count
  }

  /// Walks through a text from word to word, over as many letters of ASCII at once as eight bytes hold.
  ///
  /// Unsafe for speed, as an import looks at every text: `letters` has 192 entries, `keys` have a power of
  /// two, and the loop keeps its places below the counts.
  private static func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, _ letters: UnsafeBufferPointer<UInt8>,
    _ keys: UnsafeBufferPointer<UInt64>, _ owners: Span<UInt8>, _ count: inout Count
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
      unsafe add(key, length, keys, owners, &count)
      (key, length) = (0, 0)
    }
    if length > 0 { unsafe add(key, length, keys, owners, &count) }
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
  private static func add(
    _ key: UInt64, _ length: Int, _ keys: UnsafeBufferPointer<UInt64>, _ owners: Span<UInt8>,
    _ count: inout Count
  ) {
    count.words &+= 1
    if length > 8 { return }
    var slot = slot(key)
    while true {
      let known = unsafe keys[slot]
      if known == 0 { return }
      if known == key {
        if owners[slot] == 1 { count.first &+= 1 } else { count.second &+= 1 }
        return
      }
      slot = (slot &+ 1) & mask
    }
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
