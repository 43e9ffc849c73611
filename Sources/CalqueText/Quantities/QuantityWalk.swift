/// One walk over the tokens of a text, which collects the quantities.
struct QuantityWalk {
  let words: QuantityWords
  let months: [String: Int]
  let putsMonthFirst: Bool
  /// The words between a day and its month.
  let joiners: Set<String>
  let text: QuantityText
  private(set) var place = 0
  /// The number of brackets that are open.
  private var depth = 0
  private var found: [Quantity] = []

  init(reader: QuantityReader, text: QuantityText) {
    words = reader.words
    months = reader.months
    putsMonthFirst = reader.putsMonthFirst
    joiners = reader.language.rules.calendar.joiners
    self.text = text
  }

  mutating func run() -> [Quantity] {
    while place < text.tokens.count {
      let start = place
      step()
      if place <= start { place = start + 1 }
    }
    return found
  }

  private mutating func step() {
    switch text.folded(place) {
    case "(", "[": depth += 1
    case ")", "]": depth = max(0, depth - 1)
    default:
      if let end = idiom() {
        place = end
      } else if let date = numericDate() {
        add(date)
      } else if let time = time() {
        add([time])
      } else if let date = calendar() {
        add(date)
      } else if let part = shareOfOne() {
        add([part])
      } else if let number = number(at: place) {
        take(number)
      } else if let roman = roman() {
        add([roman])
      }
    }
  }

  private mutating func add(_ parts: [QuantityPart]) {
    for part in parts {
      found.append(
        Quantity(
          range: text.tokens[part.first].start..<text.tokens[part.end - 1].end,
          readings: part.readings, weight: part.weight, isDate: part.isDate, isAside: depth > 0))
      place = max(place, part.end)
    }
  }

  // MARK: Numbers, ranges and shares

  /// Takes a number, and the other end of its range, or the whole of which it is a share.
  private mutating func take(_ number: QuantityPart) {
    let behind = number.end
    if let second = rangeEnd(behind) {
      // The first end has the scale and the unit of the second: *2 à 3 milliards d'euros*.
      var first = number
      first.readings += number.readings.filter { $0.unit == nil }.flatMap { reading in
        second.readings.flatMap { other -> [Quantity.Reading] in
          var all = [Quantity.Reading(.number, reading.value * second.scale, other.unit)]
          if second.scale != 1 { all.append(.init(.number, reading.value, other.unit)) }
          return all
        }
      }
      // A bare number with a unit behind its range has the unit: the plain reading goes.
      if second.readings.contains(where: { $0.unit == .percent }) {
        first.readings.removeAll { $0.unit == nil }
      }
      add([first])
      add([second])
      return
    }
    if let (whole, end) = share(behind, of: number) {
      var shared = whole
      shared.readings += number.readings.prefix(1).map {
        .init(.number, $0.value / whole.readings[0].value)
      }
      shared.weight = min(shared.weight, number.weight == .digits ? .digits : .weak)
      var part = number
      part.readings += [.init(.number, number.readings[0].value / whole.readings[0].value)]
      if number.readings[0].value != 1 { add([part]) }
      add([shared])
      place = end
      return
    }
    add([number])
  }

  /// The second end of a range: *7 **à 9 %***, "3-4 March", "between 10% **and 12%**".
  private func rangeEnd(_ behind: Int) -> QuantityPart? {
    if text.isDash(behind), text.isGlued(behind), text.isGlued(behind + 1) {
      return number(at: behind + 1)
    }
    guard words.rangeWords.contains(text.folded(behind)) else { return nil }
    return number(at: behind + 1)
  }

  /// The whole of which a number is a share: *un Français **sur deux***.
  private func share(_ behind: Int, of number: QuantityPart) -> (QuantityPart, end: Int)? {
    for gap in 0...2 where words.shareWords.contains(text.folded(behind + gap)) {
      guard (0..<gap).allSatisfy({ text.isWord(behind + $0) }),
        let whole = self.number(at: behind + gap + 1), whole.readings[0].unit == nil,
        whole.readings[0].value > number.readings[0].value, whole.readings[0].value <= 1_000,
        number.readings[0].value >= 1, !number.isOrdinal
      else { continue }
      return (whole, whole.end)
    }
    return nil
  }

  /// One of so many: *un sur deux*, "one in three".
  private func shareOfOne() -> QuantityPart? {
    guard text.isWord(place), words.ones.contains(text.folded(place)) else { return nil }
    let one = QuantityPart(place, place + 1, [.init(.number, 1)], .weak)
    guard let (whole, end) = share(place + 1, of: one) else { return nil }
    let value = whole.readings[0].value
    return QuantityPart(
      whole.first, end,
      [.init(.number, value), .init(.number, 1 / value), .init(.number, 100 / value, .percent)],
      .weak)
  }

  /// The end of a phrase whose numbers are no numbers: *24 heures sur 24*, "24/7".
  private func idiom() -> Int? {
    guard text.isNumber(place) else { return nil }
    let digits = text.digits(place)
    if digits == "24", text.folded(place + 1) == "/", ["7", "24"].contains(text.folded(place + 2)) {
      return place + 3
    }
    guard text.isWord(place + 1), words.shareWords.contains(text.folded(place + 2)),
      text.isNumber(place + 3), text.digits(place + 3) == digits
    else { return nil }
    return place + 4
  }

  /// A Roman number: *XVIIIe siècle*, "Louis XIV", *Ve République*.
  private func roman() -> QuantityPart? {
    guard text.isWord(place) else { return nil }
    var letters = Substring(text.written(place))
    let ending = letters.suffix(letters.reversed().prefix { $0.isLowercase }.count)
    let isOrdinal = !ending.isEmpty && words.ordinalEndings.contains(String(ending))
    if !ending.isEmpty, !isOrdinal { return nil }
    letters = letters.dropLast(ending.count)
    // *Ce*, *De*, *Le*, *CD* are words.
    guard letters.count > 1 || isOrdinal, letters.allSatisfy("IVX".contains),
      let value = RomanNumber.value(of: letters)
    else {
      return nil
    }
    return QuantityPart(
      place, place + 1, [.init(.number, Double(value))], isOrdinal ? .digits : .weak,
      isOrdinal: true)
  }
}

/// A quantity between two tokens.
struct QuantityPart {
  let first: Int
  var end: Int
  var readings: [Quantity.Reading]
  var weight: Quantity.Weight
  var isDate = false
  var isOrdinal = false
  /// Whether the words are a noun for about so many.
  var isGroup = false
  /// The number by which a scale multiplied the value.
  var scale = 1.0

  init(
    _ first: Int, _ end: Int, _ readings: [Quantity.Reading], _ weight: Quantity.Weight,
    isDate: Bool = false, isOrdinal: Bool = false
  ) {
    self.first = first
    self.end = end
    self.readings = readings
    self.weight = weight
    self.isDate = isDate
    self.isOrdinal = isOrdinal
  }
}

/// Numbers in Roman letters.
enum RomanNumber {
  private static let values: [Character: Int] = [
    "I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1_000,
  ]

  /// The value of a number from 1 to 3999 in its usual form; nil for other letters.
  static func value(of letters: Substring) -> Int? {
    guard letters.count <= 15 else { return nil }
    var total = 0
    var before = 0
    for letter in letters.reversed() {
      guard let value = values[letter] else { return nil }
      total += value < before ? -value : value
      before = max(before, value)
    }
    return total > 0 && total < 4_000 && written(total) == letters ? total : nil
  }

  private static func written(_ number: Int) -> String {
    let signs: [(Int, String)] = [
      (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var (rest, text) = (number, "")
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }
}
