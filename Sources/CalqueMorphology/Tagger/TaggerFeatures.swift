/// A word as the tagger sees it.
package struct TaggerWord: Sendable {
  /// The word in lower case with its accents, in UTF-8.
  let letters: [UInt8]
  /// The classes that the lexicon gives the word, as bits; 0 if it lacks the word.
  let classes: UInt8
  /// The kind of first character: a capital, a digit, another sign.
  let shape: UInt8

  /// Describes a word of a text.
  ///
  /// - Parameters:
  ///   - word: the word as written.
  ///   - readings: the lexicon's readings.
  ///   - isFirst: whether the word begins a sentence.
  package init(_ word: String, readings: [WordReading], isFirst: Bool) {
    letters = Self.lowered(word)
    var classes: UInt8 = 0
    for reading in readings {
      switch reading.features.speech {
      case .noun: classes |= 1
      case .adjective: classes |= 2
      case .verb:
        let isParticiple =
          reading.features.verb == .presentParticiple || reading.features.verb == .pastParticiple
        classes |= isParticiple ? 8 : 4
      case .properNoun: classes |= 16
      case .adverb: classes |= 32
      case .other: classes |= 64
      }
    }
    self.classes = classes
    shape = Self.shape(word, isFirst: isFirst)
  }

  private static func shape(_ word: String, isFirst: Bool) -> UInt8 {
    guard let first = word.unicodeScalars.first else { return 2 }
    if first.properties.numericType != nil { return 1 }
    if !first.properties.isUppercase { return first.properties.isAlphabetic ? 0 : 2 }
    var letters = 0
    var hasLower = false
    for scalar in word.unicodeScalars {
      letters += 1
      if scalar.properties.isLowercase { hasLower = true }
    }
    if letters > 1, !hasLower { return 3 }
    return isFirst ? 4 : 5
  }

  // Capitals of ASCII and of Latin-1 become small; a typographic apostrophe becomes plain.
  private static func lowered(_ word: String) -> [UInt8] {
    var letters = [UInt8]()
    letters.reserveCapacity(word.utf8.count)
    for byte in word.utf8 {
      if letters.last == 0xC3, (0x80...0x9E).contains(byte) {
        letters.append(byte + 0x20)
      } else if (0x41...0x5A).contains(byte) {
        letters.append(byte | 0x20)
      } else {
        letters.append(byte)
      }
      if letters.suffix(3) == [0xE2, 0x80, 0x99] {
        letters.removeLast(3)
        letters.append(UInt8(ascii: "'"))
      }
    }
    return letters
  }
}

/// The features of a word among its neighbours, as hashes.
///
/// `scripts/train-tagger` computes the same numbers; a change here needs new weights.
struct TaggerFeatures {
  private let words: [TaggerWord]
  private static let before: [UInt8] = Array("<s>".utf8)
  private static let behind: [UInt8] = Array("</s>".utf8)

  init(_ words: [TaggerWord]) {
    self.words = words
  }

  /// Calls `body` with each feature of a word; `one` and `two` are the tags of the words before it.
  mutating func forEach(at place: Int, _ one: UInt8, _ two: UInt8, _ body: (UInt32) -> Void) {
    let word = words[place].letters[...]
    let (before, next) = (letters(place - 1), letters(place + 1))
    let known = words[place].classes
    let (knownBefore, knownNext) = (classes(place - 1), classes(place + 1))
    body(Hash(0).value)
    body(Hash(1).with(word).value)
    body(Hash(2).with(word.suffix(2)).value)
    body(Hash(3).with(word.suffix(3)).value)
    body(Hash(4).with(word.suffix(4)).value)
    body(Hash(5).with(before).value)
    body(Hash(6).with(next).value)
    body(Hash(7).with(letters(place - 2)).value)
    body(Hash(8).with(letters(place + 2)).value)
    body(Hash(9).with(before.suffix(3)).value)
    body(Hash(10).with(next.suffix(3)).value)
    body(Hash(11).with(known).value)
    body(Hash(12).with(knownBefore).with(known).value)
    body(Hash(13).with(known).with(knownNext).value)
    body(Hash(14).with(knownBefore).with(known).with(knownNext).value)
    body(Hash(15).with(known).with(before).value)
    body(Hash(16).with(known).with(next).value)
    body(Hash(17).with(words[place].shape).with(known).value)
    body(Hash(18).with(before).with(word).value)
    body(Hash(20).with(one).value)
    body(Hash(21).with(two).with(one).value)
    body(Hash(22).with(one).with(word).value)
    body(Hash(23).with(one).with(known).value)
    body(Hash(24).with(two).with(one).with(known).value)
  }

  private func letters(_ place: Int) -> ArraySlice<UInt8> {
    if place < 0 { return Self.before[...] }
    return place < words.count ? words[place].letters[...] : Self.behind[...]
  }

  private func classes(_ place: Int) -> UInt8 {
    words.indices.contains(place) ? words[place].classes : 255
  }

  /// FNV-1a over the template's number and its parts, each closed by 255.
  private struct Hash {
    private var state: UInt32

    init(_ template: UInt32) {
      state = (0x811C_9DC5 ^ template) &* 0x0100_0193
    }

    var value: UInt32 { state ^ state >> 16 }

    func with(_ letters: ArraySlice<UInt8>) -> Hash {
      var hash = self
      for letter in letters { hash.add(letter) }
      hash.add(255)
      return hash
    }

    func with(_ number: UInt8) -> Hash {
      var hash = self
      hash.add(number)
      hash.add(255)
      return hash
    }

    private mutating func add(_ byte: UInt8) {
      state = (state ^ UInt32(byte)) &* 0x0100_0193
    }
  }
}
