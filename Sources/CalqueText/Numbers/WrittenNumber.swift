/// A number of a text, in digits or words.
package struct WrittenNumber: Hashable, Sendable {
  /// The tokens of the number.
  package let tokens: Range<Int>
  /// The value, as `NumberValue` writes it, with a minus before it if the number has one.
  package let value: [UInt8]
  /// Whether the number is written in words alone.
  package let isWords: Bool
  /// The power of ten that the last token stands for: 9 in *3,4 milliards*; nil if it is none.
  package var scale: Int?
  /// Whether the number counts a rank or a group: *troisième*, *une douzaine*.
  package var isRank = false
}

/// Reads the numbers of a text: *12 000*, *3,4 milliards*, *deux cent mille*, *-3*.
package struct NumberReader {
  private let text: ComparedText
  private let words: NumberWords
  private let signs: NumberSigns

  private init(_ text: ComparedText, _ words: NumberWords, _ signs: NumberSigns) {
    (self.text, self.words, self.signs) = (text, words, signs)
  }

  /// The numbers of a text in a language, in their order.
  package static func numbers(of text: ComparedText, in language: Language) -> [WrittenNumber] {
    let words = language.rules.numberWords
    let mayHoldNumbers = text.tokens.contains {
      $0.kind == .number || $0.kind == .word && words.sieve.mayHold($0.folded)
    }
    guard mayHoldNumbers else { return [] }
    return NumberReader(text, words, language.rules.numberSigns).numbers
  }

  private var numbers: [WrittenNumber] {
    var numbers = [WrittenNumber]()
    var place = 0
    while place < text.tokens.count {
      guard let number = number(at: place) else {
        place += 1
        continue
      }
      numbers.append(number)
      place = number.tokens.upperBound
    }
    return numbers
  }

  private func number(at place: Int) -> WrittenNumber? {
    switch text.tokens[place].kind {
    case .number: return digits(at: place)
    case .word: return written(at: place)
    default: return nil
    }
  }

  // MARK: Digits

  private func digits(at place: Int) -> WrittenNumber {
    var value = NumberValue.reading(of: text.tokens[place].plain, signs)
    var end = place + 1
    var scale: Int?
    // 3,4 milliards; a hundred behind digits is a coin.
    if case .scale(let power) = meaning(end) {
      value = NumberValue.shifted(value, by: power)
      scale = power
      end += 1
    }
    if isNegative(place) { value.insert(UInt8(ascii: "-"), at: 0) }
    return WrittenNumber(tokens: place..<end, value: value, isWords: false, scale: scale)
  }

  /// Whether a dash touches a number and nothing touches the dash: `-3`, not `2-3`.
  private func isNegative(_ place: Int) -> Bool {
    guard place > 0, text.tokens[place - 1].plain == [0x2D], touches(place - 1) else {
      return false
    }
    return place == 1 || !touches(place - 2)
  }

  /// Whether a token touches the next one.
  private func touches(_ place: Int) -> Bool {
    place + 1 < text.ranges.count
      && text.ranges[place].upperBound == text.ranges[place + 1].lowerBound
  }

  // MARK: Words

  private func folded(_ place: Int) -> String? {
    guard text.tokens.indices.contains(place), text.tokens[place].kind == .word else { return nil }
    return text.words[place]
  }

  private func meaning(_ place: Int) -> NumberWords.Meaning? {
    guard text.tokens.indices.contains(place), words.sieve.mayHold(text.tokens[place].folded) else {
      return nil
    }
    return folded(place).flatMap { words.words[$0] }
  }

  /// The number in words that begins at a token; nil if none does.
  private func written(at start: Int) -> WrittenNumber? {
    guard meaning(start) != nil else { return nil }
    var sum = Sum()
    var (place, end) = (start, start)
    while let next = next(place, isFirst: place == start, sum) {
      guard let meaning = meaning(next), add(meaning, at: next, to: &sum) else { break }
      place = next + 1
      end = place
      if sum.isClosed { break }
    }
    guard end > start, isNumber(start..<end) else { return nil }
    var scale: Int?
    if case .scale(let power) = meaning(end - 1), power > 3 { scale = power }
    return WrittenNumber(
      tokens: start..<end, value: Array(String(sum.value).utf8), isWords: true, scale: scale,
      isRank: sum.isClosed)
  }

  /// The next word of a number: behind a hyphen, or behind *et* and *and* where they may stand.
  private func next(_ place: Int, isFirst: Bool, _ sum: Sum) -> Int? {
    if isFirst { return place }
    guard text.tokens.indices.contains(place) else { return nil }
    if text.tokens[place].plain == [0x2D], touches(place - 1), touches(place) { return place + 1 }
    guard let word = folded(place), words.joiners.contains(word) else { return place }
    guard case .unit(let unit) = meaning(place + 1) else { return nil }
    let isJoined =
      words.countsByTwenties ? (sum.current % 100) >= 20 && [1, 11].contains(unit) : sum.isHundreds
    return isJoined ? place + 1 : nil
  }

  private struct Sum {
    /// Millions and more; thousands; what is below a thousand.
    var high = 0
    var thousands = 0
    var current = 0
    /// Whether words have given the part below a thousand.
    var isOpen = false
    var isClosed = false

    var value: Int { high + thousands + current }
    /// Whether the number ends in full hundreds or thousands, so that *and* may follow.
    var isHundreds: Bool { isOpen ? current >= 100 && current % 100 == 0 : value > 0 }
  }

  /// Adds a word to a number; false if the word begins another number.
  private func add(_ meaning: NumberWords.Meaning, at place: Int, to sum: inout Sum) -> Bool {
    switch meaning {
    case .unit(let unit):
      if sum.isOpen {
        guard let value = words.combined(sum.current, unit) else { return false }
        sum.current = value
      } else {
        sum.current = unit
      }
      sum.isOpen = true
    case .hundred:
      if let before = folded(place - 1), words.beforeShares.contains(before) { return false }
      if place > 0, text.tokens[place - 1].kind == .number { return false }
      guard !sum.isOpen || (1...99).contains(sum.current) else { return false }
      sum.current = 100 * (sum.isOpen ? sum.current : 1)
      sum.isOpen = true
    case .scale(let power):
      let factor = sum.thousands + (sum.isOpen || sum.thousands > 0 ? sum.current : 1)
      var value = factor
      for _ in 0..<power {
        let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
        if isTooLarge { return false }
        value = product
      }
      if power == 3 {
        guard sum.thousands == 0 else { return false }
        sum.thousands = value
      } else {
        guard sum.high == 0 || sum.high % (value / max(1, factor) * 1_000) == 0 else {
          return false
        }
        let (high, isTooLarge) = sum.high.addingReportingOverflow(value)
        if isTooLarge { return false }
        (sum.high, sum.thousands) = (high, 0)
      }
      (sum.current, sum.isOpen) = (0, false)
    case .group(let size):
      let (value, isTooLarge) = max(1, sum.value).multipliedReportingOverflow(by: size)
      if isTooLarge { return false }
      sum = Sum(high: value, isClosed: true)
    case .ordinal(let unit):
      if sum.isOpen {
        guard let value = words.combined(sum.current, unit) else { return false }
        sum.current = value
      } else {
        sum.current = unit
      }
      sum.isClosed = true
    }
    return true
  }

  /// Whether words are a number where they stand.
  private func isNumber(_ place: Range<Int>) -> Bool {
    guard place.count == 1, let word = folded(place.lowerBound) else { return true }
    if words.besideOthers.contains(word) { return false }
    if words.beforePlurals.contains(word) {
      guard text.tokens.indices.contains(place.upperBound),
        text.tokens[place.upperBound].kind == .word,
        let last = text.tokens[place.upperBound].folded.last
      else { return false }
      return last == 0x73 || last == 0x78
    }
    // 3 sept. 2023
    let isBehindDigits = place.lowerBound > 0 && text.tokens[place.lowerBound - 1].kind == .number
    let isBeforeStop =
      text.tokens.indices.contains(place.upperBound)
      && text.tokens[place.upperBound].plain == [0x2E]
    return !(isBehindDigits && isBeforeStop)
  }
}
