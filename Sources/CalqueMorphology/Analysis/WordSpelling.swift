/// A word as a text writes it, in comparison with the spellings of a lexicon.
struct WordSpelling {
  /// One letter: its small form in UTF-8, whether it was a capital, and its letters without accents.
  private struct Letter {
    let small: (UInt8, UInt8)
    let isCapital: Bool
  }

  private var letters: [Letter] = []
  /// The word in lower case without accents, as a lexicon orders its forms.
  private(set) var plain: [UInt8] = []

  /// Reads a word; nil if it has a character that no lexicon has.
  init?(_ word: String) {
    var lead: UInt8 = 0
    var skip: [UInt8] = []
    for byte in word.utf8 {
      // U+2019 is an apostrophe; U+2010 and U+2011 are hyphens.
      if !skip.isEmpty || byte == 0xE2 {
        skip.append(byte)
        if skip.count < 3 { continue }
        let sign: UInt8
        switch (skip[1], skip[2]) {
        case (0x80, 0x99): sign = UInt8(ascii: "'")
        case (0x80, 0x90), (0x80, 0x91): sign = UInt8(ascii: "-")
        default: return nil
        }
        skip = []
        add(0, sign, isCapital: false)
      } else if lead != 0 {
        let isCapital = lead == 0xC3 && (0x80...0x9E).contains(byte) || lead == 0xC5 && byte == 0x92
        let small = lead == 0xC5 ? byte | 1 : isCapital ? byte + 0x20 : byte
        guard LexiconLayout.letters(lead, small) != nil else { return nil }
        add(lead, small, isCapital: isCapital)
        lead = 0
      } else if byte == 0xC3 || byte == 0xC5 {
        lead = byte
      } else if (0x41...0x5A).contains(byte) {
        add(0, byte | 0x20, isCapital: true)
      } else if LexiconLayout.isPlain(byte) {
        add(0, byte, isCapital: false)
      } else {
        return nil
      }
    }
    if lead != 0 || !skip.isEmpty || letters.isEmpty { return nil }
  }

  private mutating func add(_ lead: UInt8, _ byte: UInt8, isCapital: Bool) {
    letters.append(Letter(small: (lead, byte), isCapital: isCapital))
    if lead == 0 {
      plain.append(byte)
    } else if let letter = LexiconLayout.letters(lead, byte) {
      plain.append(letter.0)
      if letter.1 != 0 { plain.append(letter.1) }
    }
  }

  /// Whether the word is a form but for its capitals.
  func isExactly(_ form: [UInt8]) -> Bool {
    var place = 0
    var bytes = form.makeIterator()
    while let byte = bytes.next() {
      guard place < letters.count else { return false }
      let letter = letters[place].small
      if byte < 0x80 {
        if letter.0 != 0 || letter.1 != byte { return false }
      } else if letter.0 != byte || bytes.next() != letter.1 {
        return false
      }
      place += 1
    }
    return place == letters.count
  }

  /// Whether the word is a form whose accents are missing on capitals, whose *î* and *û* lack the
  /// circumflex (orthography of 1990), or whose *œ* is written *oe*.
  func mayStand(for form: [UInt8]) -> Bool {
    var place = 0
    var bytes = form.makeIterator()
    while let byte = bytes.next() {
      guard place < letters.count else { return false }
      let letter = letters[place]
      if byte < 0x80 {
        if letter.small.0 != 0 || letter.small.1 != byte { return false }
        place += 1
        continue
      }
      guard let second = bytes.next(), let plain = LexiconLayout.letters(byte, second) else {
        return false
      }
      if letter.small == (byte, second) {
        place += 1
      } else if plain.1 != 0 {
        // œ: two letters of the word.
        guard place + 1 < letters.count, letter.small == (0, plain.0),
          letters[place + 1].small == (0, plain.1)
        else { return false }
        place += 2
      } else {
        let mayLack = letter.isCapital || byte == 0xC3 && (second == 0xAE || second == 0xBB)
        guard mayLack, letter.small == (0, plain.0) else { return false }
        place += 1
      }
    }
    return place == letters.count
  }
}
