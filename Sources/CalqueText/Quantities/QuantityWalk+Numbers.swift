extension QuantityWalk {
  /// The number that begins at a token, with its scale, its half and its unit; nil if none does.
  func number(at start: Int) -> QuantityPart? {
    if let amount = signedAmount(at: start) { return amount }
    guard
      var part = digits(at: start) ?? numbered(at: start) ?? wordNumber(at: start)
        ?? group(at: start)
    else {
      return nil
    }
    applyScale(to: &part)
    applyHalf(to: &part)
    if !part.isOrdinal { applyUnit(to: &part) }
    return part
  }

  /// An amount behind the sign of its currency: "€1.5 billion", "US$30m".
  private func signedAmount(at start: Int) -> QuantityPart? {
    guard text.tokens.indices.contains(start), text.tokens[start].kind == .punctuation,
      case .currency(let code)? = QuantityUnit.signs[text.folded(start)],
      var part = digits(at: start + 1)
    else { return nil }
    applyScale(to: &part)
    var signed = QuantityPart(
      start, part.end, part.readings.map { .init($0.kind, $0.value, .currency(code)) },
      part.weight)
    signed.scale = part.scale
    return signed
  }

  // MARK: Digits

  private func digits(at start: Int) -> QuantityPart? {
    let negative = isMinus(start)
    let token = negative ? start + 1 : start
    guard text.isNumber(token) else { return nil }
    let written = text.digits(token)
    var values = NumberInDigits.values(of: written, decimalComma: words.hasDecimalComma)
    guard !values.isEmpty else { return nil }
    if negative { values = values.map { -$0 } }
    var end = token + 1
    var isOrdinal = false
    if text.isWord(end), text.isGlued(end), words.ordinalEndings.contains(text.folded(end)) {
      isOrdinal = true
      end += 1
    }
    // "the 1990s", *les années 90*: a decade may be written with two digits.
    let isDecade =
      text.isWord(end) && text.isGlued(end) && words.decadeSigns.contains(text.folded(end))
      || token > 0 && words.decadeSigns.contains(text.folded(token - 1)) && text.isWord(token - 1)
        && text.folded(token - 1).utf8.count > 1
    if isDecade, let value = values.first, value < 100 { values.append(1_900 + value) }
    if isDecade, let value = values.first, (1_900...1_990).contains(value) {
      values.append(value - 1_900)
    }
    if isDecade, text.isWord(end), text.isGlued(end) { end += 1 }
    let isOne = values == [1] && !written.contains(".") && !written.contains(",")
    return QuantityPart(
      start, end, values.map { .init(.number, $0) }, isOne ? .weak : .digits,
      isOrdinal: isOrdinal || isDecade)
  }

  /// A number that is glued to its sign: *nº767037*.
  private func numbered(at start: Int) -> QuantityPart? {
    guard text.isWord(start) else { return nil }
    let sides = text.written(start).split(separator: "º", omittingEmptySubsequences: false)
    guard sides.count == 2, sides[0].count <= 2, let value = Double(sides[1]) else { return nil }
    return QuantityPart(start, start + 1, [.init(.number, value)], .digits)
  }

  /// Whether a token is the sign of a negative number.
  private func isMinus(_ token: Int) -> Bool {
    guard text.isNumber(token + 1) else { return false }
    if words.minus.contains(text.folded(token)) {
      // Only degrees are below zero in words: *au moins 5 litres*.
      return unit(at: token + 2)?.unit == .measure("°")
    }
    return text.isDash(token) && text.isGlued(token + 1) && !text.isGlued(token)
  }

  // MARK: Words

  /// A number in words: *quatre-vingt-dix*, "two hundred and fifty", *vingt-deuxième*.
  private func wordNumber(at start: Int) -> QuantityPart? {
    guard text.isWord(start) else { return nil }
    var (total, current, room) = (0.0, 0.0, 1_000.0)
    var (place, end) = (start, start)
    var isOrdinal = false
    var isWeak = false
    var scale = 1.0
    while text.isWord(place) {
      let word = text.folded(place)
      if let value = words.numbers[word], current.truncatingRemainder(dividingBy: 100) == 4,
        value == 20, isJoined(place)
      {
        // *quatre-vingt* is four times twenty.
        (current, room) = (current + 76, 20)
      } else if let value = words.numbers[word], value < room, value > 0 || end == start {
        current += value
        room = value < 10 ? 1 : value < 20 ? (value == 10 ? 10 : 1) : value == 60 ? 20 : 10
      } else if words.hundreds.contains(word), current < 100, end > start || mayBegin(place) {
        current = max(1, current) * 100
        room = 100
      } else if let value = words.scales[word], value >= 1_000, word.utf8.count > 3,
        end > start || mayBegin(place) || value >= 1e6
      {
        total += max(1, current) * value
        (current, room) = (0, min(1_000, value))
        scale = value
      } else if let value = words.ordinals[word], value < room, end == start || current + total > 0
      {
        if words.weakOrdinals.contains(word) || words.fractions[word] != nil {
          isWeak = end == start
        }
        current += value
        (isOrdinal, room) = (true, 0)
      } else if words.ones.contains(word), end == start {
        // One counts before a scale, and behind tens.
        guard let next = scaleBehind(place) else { return nil }
        place = next
        continue
      } else if words.ones.contains(word), room == 10 || room == 20 || endsInOne(place, room) {
        current += 1
        room = 1
      } else if end > start, opensSmallerScale(place, below: scale) {
        current += 1
        room = 1
      } else {
        break
      }
      place += 1
      end = place
      if isOrdinal { break }
      if text.isDash(place), text.isGlued(place), text.isGlued(place + 1) { place += 1 }
      if words.joiners.contains(text.folded(place)), mayJoin(place, room) { place += 1 }
    }
    guard end > start else { return nil }
    let value = total + current
    var part = QuantityPart(
      start, end, [.init(.number, value)], isWeak || value < 2 ? .weak : .word,
      isOrdinal: isOrdinal)
    part.scale = scale
    if isOrdinal, let fraction = words.fractions[text.folded(start)] {
      part.readings.append(.init(.number, fraction))
    }
    return part
  }

  private func isJoined(_ place: Int) -> Bool {
    text.isDash(place - 1) || text.isWord(place - 1)
  }

  /// Whether a hundred or a thousand stands at the beginning of a number: *cent*, *mille*.
  private func mayBegin(_ place: Int) -> Bool {
    words.hasBareHundreds
      || place > 0 && words.ones.contains(text.folded(place - 1))
  }

  /// The token of the scale behind a word for one: "a **million**".
  private func scaleBehind(_ place: Int) -> Int? {
    let next = place + 1
    guard text.isWord(next) else { return nil }
    let word = text.folded(next)
    if words.hundreds.contains(word) { return next }
    guard let value = words.scales[word], value >= 1_000, word.utf8.count > 3 else { return nil }
    return next
  }

  /// Whether a joiner continues a number: *vingt **et** un*, "two hundred **and** fifty".
  private func mayJoin(_ place: Int, _ room: Double) -> Bool {
    guard room >= 10, text.isWord(place + 1) else { return false }
    let next = text.folded(place + 1)
    if let value = words.numbers[next] { return value < room && (room > 20 || value <= 11) }
    if endsInOne(place + 1, room) { return true }
    return room <= 20 && (words.ones.contains(next) || words.ordinals[next] != nil)
  }

  /// Whether one ends a number of hundreds or thousands: *cent **un***, "two hundred and **one**".
  ///
  /// *Deux cents une fois par an* and "two hundred one day" are numbers that end before.
  private func endsInOne(_ place: Int, _ room: Double) -> Bool {
    guard room >= 100, words.lastOnes.contains(text.folded(place)) else { return false }
    let (before, behind) = (text.folded(place - 1), text.folded(place + 1))
    if words.halves.contains(behind) || words.fractions[behind] != nil { return false }
    // "between five thousand and one million", "between one hundred and one hundred and fifty"
    if words.joiners.contains(before) {
      guard let next = scaleBehind(place) else { return true }
      return room < 1_000 && !words.hundreds.contains(text.folded(next))
    }
    // *Deux mille une fois par an*, *deux mille un an plus tard*
    if let next = words.units[behind], case .time = next, !behind.hasSuffix("s") { return false }
    return words.hasBareHundreds && !before.hasSuffix("s") && !words.countsTimes.contains(behind)
  }

  /// Whether one stands before a hundred or a scale that goes on with a number: "two thousand **one**
  /// hundred".
  private func opensSmallerScale(_ place: Int, below scale: Double) -> Bool {
    guard words.lastOnes.contains(text.folded(place)), let next = scaleBehind(place),
      !words.joiners.contains(text.folded(place - 1))
    else { return false }
    return words.hundreds.contains(text.folded(next))
      ? scale > 100 : words.scales[text.folded(next)] ?? scale < scale
  }

  /// About so many, or a part: *une trentaine*, *trois quarts*, "half".
  private func group(at start: Int) -> QuantityPart? {
    guard text.isWord(start) else { return nil }
    let word = text.folded(start)
    if let value = words.groups[word] {
      var part = QuantityPart(start, start + 1, [.init(.number, value)], .word)
      part.isGroup = true
      return part
    }
    if let value = words.fractions[word] {
      return QuantityPart(
        start, start + 1, [.init(.number, value), .init(.number, value * 100, .percent)], .weak)
    }
    guard words.halves.contains(word) else { return nil }
    return QuantityPart(start, start + 1, [.init(.number, 0.5)], .weak)
  }

  // MARK: Scales and halves

  private func applyScale(to part: inout QuantityPart) {
    var place = part.end
    if text.isDash(place), text.isGlued(place), text.isGlued(place + 1) { place += 1 }
    // "three-quarters", *trois quarts*
    if let fraction = words.fractions[text.folded(place)], part.readings[0].value < 10,
      !part.isOrdinal, fraction < 0.5 || part.readings[0].value == 1
    {
      let value = part.readings[0].value * fraction
      part.readings = [.init(.number, value), .init(.number, value * 100, .percent)]
      (part.end, part.weight) = (place + 1, .weak)
      return
    }
    // *une centaine de milliers*
    if part.isGroup, words.linksToUnit.contains(text.folded(place)),
      let scale = words.scales[text.folded(place + 1)], scale >= 1_000
    {
      place += 1
    }
    while let scale = scale(at: place) {
      let isMetre = text.folded(place) == "m" && text.isGlued(place)
      let plain = part.readings
      part.readings = plain.map { .init(.number, $0.value * scale) }
      if isMetre { part.readings += plain.map { .init(.number, $0.value, .measure("m")) } }
      part.scale *= scale
      place += 1
      part.end = place
      if part.weight == .weak { part.weight = .word }
      if words.linksToUnit.contains(text.folded(place)), self.scale(at: place + 1) != nil {
        place += 1
      }
    }
  }

  private func scale(at place: Int) -> Double? {
    guard text.isWord(place) else { return nil }
    let word = text.folded(place)
    // 2.0b4 is a version.
    if text.isGlued(place), text.isGlued(place + 1), text.isNumber(place + 1) { return nil }
    if let group = words.groups[word] ?? words.groups[String(word.dropLast())], group < 1_000 {
      return group
    }
    guard let scale = words.scales[word] else { return nil }
    if word.utf8.count > 3 { return scale }
    // A short abbreviation is glued to its number, or stands before a currency: 173 Md€, 5 M€.
    if text.isGlued(place) { return scale }
    if case .currency? = QuantityUnit.signs[text.folded(place + 1)] { return scale }
    return word.utf8.count > 1 ? scale : nil
  }

  /// *un million **et demi***, "two **and a half** years", *deux ans **et demi***.
  private func applyHalf(to part: inout QuantityPart) {
    for gap in 0...1 {
      var place = part.end + gap
      guard gap == 0 || text.isWord(part.end), words.joiners.contains(text.folded(place)) else {
        continue
      }
      place += 1
      if words.linksToUnit.contains(text.folded(place)) { place += 1 }
      guard words.halves.contains(text.folded(place)) else { continue }
      let half = part.scale / 2
      part.readings = part.readings.map { .init($0.kind, $0.value + half, $0.unit) }
      if gap == 0 { part.end = place + 1 }
      return
    }
  }
}
