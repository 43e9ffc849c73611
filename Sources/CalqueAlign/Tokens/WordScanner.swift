import CalqueText

/// The words of a sentence as the lexical model sees them.
///
/// Case, accents and ligatures are folded. A word is a run of letters and of digits that follow a
/// letter; an apostrophe ends a word. A number loses the separators of its thousands, and its
/// decimal separator is a full stop, so that both conventions give the same word. A few marks that
/// translations keep are words; full stops, commas and hyphens are not. In scripts without spaces,
/// each character is a word. An address of the web is one word: a page often has one where its
/// translation has only the words of the link.
struct WordScanner {
  private var text = ScalarText()
  private var word: [UInt8] = []

  /// The length of the sentence that was scanned last: its characters that are not white space; an
  /// address beside other words counts as one.
  private(set) var length = 0

  /// The kinds of words.
  enum Kind {
    case letters, number, mark, address

    /// Whether a word tells what a text is about: no article, no mark, and no number that is often
    /// spelled out.
    ///
    /// - Parameter length: the number of the bytes of its stem.
    /// - Returns: whether it does.
    func isTelling(length: Int) -> Bool {
      switch self {
      case .number: length >= 2
      case .letters: length >= 4
      case .address: true
      case .mark: false
      }
    }
  }

  /// Calls `take` with the bytes of each word of a sentence, in order.
  mutating func scan(_ sentence: String, _ take: (ArraySlice<UInt8>, Kind) -> Void) {
    text.read(sentence.utf8Span.span)
    let (scalars, classes) = (text.scalars, text.classes)
    let addresses = ProtectedText(text)
    length = 0
    for kind in classes where kind & ScalarProperties.space == 0 { length += 1 }
    // What the addresses are longer than one character, and whether there are other words.
    var (excess, hasOthers) = (0, false)
    var place = 0
    while place < scalars.count {
      word.removeAll(keepingCapacity: true)
      let kind = classes[place]
      if kind & ScalarProperties.digit != 0 {
        hasOthers = true
        place = number(scalars, classes, from: place)
        take(word[...], .number)
        // Letters after a number are a word without digits: `10h30` and `10:30` share both numbers.
        if place < scalars.count, classes[place] & ScalarProperties.letter != 0 {
          word.removeAll(keepingCapacity: true)
          place = letters(scalars, classes, from: place, withDigits: false)
          take(word[...], .letters)
        }
      } else if let end = addresses.url(at: place) {
        for scalar in scalars[place..<end] { append(scalar) }
        take(word[...], .address)
        excess += end - place - 1
        place = end
      } else if kind & ScalarProperties.letter != 0 {
        hasOthers = true
        place = letters(scalars, classes, from: place, withDigits: true)
        take(word[...], .letters)
      } else {
        place = mark(scalars, classes, from: place)
        if !word.isEmpty { take(word[...], .mark) }
      }
    }
    if hasOthers { length -= excess }
  }

  /// Reads a word and returns the place behind it.
  private mutating func letters(
    _ scalars: [UInt32], _ classes: [ScalarProperties.Classes], from start: Int, withDigits: Bool
  ) -> Int {
    let inside =
      ScalarProperties.letter | ScalarProperties.mark
      | (withDigits ? ScalarProperties.digit : 0)
    var place = start
    repeat {
      append(scalars[place])
      place += 1
      if classes[place - 1] & ScalarProperties.unspaced != 0 { break }
    } while place < scalars.count && classes[place] & inside != 0
      && classes[place] & ScalarProperties.unspaced == 0
    return place
  }

  /// Reads a number and returns the place behind it.
  private mutating func number(
    _ scalars: [UInt32], _ classes: [ScalarProperties.Classes], from start: Int
  ) -> Int {
    func isDigit(_ place: Int) -> Bool {
      place < scalars.count && classes[place] & ScalarProperties.digit != 0
    }
    var place = start
    var group = 0
    while true {
      while isDigit(place) {
        append(scalars[place])
        place += 1
        group += 1
      }
      guard isDigit(place + 1) else { return place }
      let separator = scalars[place]
      let isSpace = ScalarProperties.isGroupingSpace(separator)
      let isPoint = separator == 0x2E || separator == 0x2C
      guard isSpace || isPoint || ScalarProperties.isApostrophe(separator) else { return place }
      let isThousand = isDigit(place + 2) && isDigit(place + 3) && !isDigit(place + 4)
      if isThousand, group <= 3 || !isSpace {
        group = 0
      } else if isPoint {
        word.append(0x2E)
        group = 4
      } else {
        return place
      }
      place += 1
    }
  }

  /// Reads a mark that is a word, or passes over a scalar that is none; returns the place behind.
  private mutating func mark(
    _ scalars: [UInt32], _ classes: [ScalarProperties.Classes], from start: Int
  ) -> Int {
    let scalar = scalars[start]
    func follows(_ other: UInt32) -> Bool {
      start + 1 < scalars.count && scalars[start + 1] == other
    }
    switch scalar {
    case 0x2013...0x2015:
      word += [0x2D, 0x2D]
    case 0x2D where follows(0x2D):
      word += [0x2D, 0x2D]
      return start + 2
    case 0x2026:
      word += [0x2E, 0x2E, 0x2E]
    case 0x2E where follows(0x2E):
      var end = start
      while end < scalars.count, scalars[end] == 0x2E { end += 1 }
      if end - start >= 3 { word += [0x2E, 0x2E, 0x2E] }
      return end
    case 0x3F, 0x21, 0x3A, 0x3B, 0x28, 0x25, 0x24, 0x2F, 0x40, 0x23:
      word.append(UInt8(scalar))
    case 0xA3, 0x20AC:
      UTF8Bytes.append(scalar, to: &word)
    default:
      // A single mark behind a letter or digit is an apostrophe, or cannot be told from one.
      let wordy = ScalarProperties.letter | ScalarProperties.digit | ScalarProperties.mark
      let mayBeApostrophe =
        ScalarProperties.isApostrophe(scalar) && start > 0 && classes[start - 1] & wordy != 0
      if ScalarProperties.isQuote(scalar), !mayBeApostrophe {
        word.append(0x22)
      }
    }
    return start + 1
  }

  /// Appends a scalar's fold to the word.
  private mutating func append(_ scalar: UInt32) {
    let fold = text.properties.fold(of: scalar)
    if fold.needsContext { return UTF8Bytes.append(scalar, to: &word) }
    for folded in [fold.first, fold.second, fold.third] where folded != 0 {
      UTF8Bytes.append(folded, to: &word)
    }
  }
}
