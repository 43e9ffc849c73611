extension QuantityWalk {
  // MARK: Dates

  /// A date in numbers: 14/07/2025, 2025-07-14, 14.07.2025.
  func numericDate() -> [QuantityPart]? {
    guard var numbers = joinedNumbers() ?? dottedNumbers() else { return nil }
    let isYearFirst = numbers[0].value >= 1_000
    if isYearFirst { numbers.reverse() }
    let year = numbers[2]
    guard year.value >= 1_000, year.value <= 2_200 else { return nil }
    var (day, month) =
      putsMonthFirst && !isYearFirst
      ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
    if month.value > 12 { swap(&day, &month) }
    guard (1...31).contains(day.value), (1...12).contains(month.value) else { return nil }
    let parts: [(number: DateNumber, kind: Quantity.Kind)] = [
      (day, .number), (month, .month), (year, .number),
    ]
    return parts.map { number, kind in
      QuantityPart(
        number.token, number.token + 1, [.init(kind, Double(number.value))], .digits, isDate: true)
    }.sorted { $0.first < $1.first }
  }

  private typealias DateNumber = (token: Int, value: Int)

  /// Three numbers with the same sign between them.
  private func joinedNumbers() -> [DateNumber]? {
    guard text.isNumber(place), text.isNumber(place + 2), text.isNumber(place + 4),
      ["/", "-"].contains(text.folded(place + 1)),
      text.folded(place + 1) == text.folded(place + 3),
      (1...4).allSatisfy({ text.isGlued(place + $0) }),
      text.folded(place + 5) != text.folded(place + 1)
    else { return nil }
    let numbers = [place, place + 2, place + 4].compactMap { token in
      Int(text.digits(token)).map { (token, $0) }
    }
    return numbers.count == 3 ? numbers : nil
  }

  /// The three numbers of a token with full stops, which is one number to the scanner.
  private func dottedNumbers() -> [DateNumber]? {
    guard text.isNumber(place) else { return nil }
    let sides = text.digits(place).split(separator: ".", omittingEmptySubsequences: false)
    guard sides.count == 3 else { return nil }
    let numbers = sides.compactMap { side in Int(side).map { (place, $0) } }
    return numbers.count == 3 ? numbers : nil
  }

  /// A month with its days and its year, a lone month, a day of the week.
  func calendar() -> [QuantityPart]? {
    if let days = daysBeforeMonth() { return days }
    guard text.isWord(place) else { return nil }
    if let weekday = weekday() { return [weekday] }
    guard let month = month(at: place) else { return nil }
    let days = daysBehindMonth(place + 1 + abbreviation(place))
    let year = year(at: days.last?.end ?? (place + 1 + abbreviation(place)))
    let isSure = !days.isEmpty || year != nil
    guard isSure || mayStandAlone(place) else { return nil }
    let part = QuantityPart(
      place, place + 1, [.init(.month, Double(month))], isSure ? .digits : .weak, isDate: true)
    return [part] + days + (year.map { [$0] } ?? [])
  }

  /// *3 mars*, *du 3 au 5 novembre*, "2nd of November 2023".
  private func daysBeforeMonth() -> [QuantityPart]? {
    guard text.isNumber(place), let first = day(at: place) else { return nil }
    var days = [first]
    var next = first.end
    if text.isDash(next) || words.rangeWords.contains(text.folded(next)), text.isNumber(next + 1),
      let second = day(at: next + 1)
    {
      days.append(second)
      next = second.end
    }
    if joiners.contains(text.folded(next)) { next += 1 }
    guard text.isWord(next), let month = month(at: next) else { return nil }
    let monthPart = QuantityPart(
      next, next + 1, [.init(.month, Double(month))], .digits, isDate: true)
    let behind = next + 1 + abbreviation(next)
    return days + [monthPart] + (year(at: behind).map { [$0] } ?? [])
  }

  /// "November **2nd**", "March **3-4**".
  private func daysBehindMonth(_ start: Int) -> [QuantityPart] {
    guard capitalisesCalendar, text.isNumber(start), let first = day(at: start) else { return [] }
    var days = [first]
    if text.isDash(first.end) || words.rangeWords.contains(text.folded(first.end)),
      text.isNumber(first.end + 1), let second = day(at: first.end + 1)
    {
      days.append(second)
    }
    return days
  }

  private func day(at token: Int) -> QuantityPart? {
    guard let number = Int(text.digits(token)), (1...31).contains(number) else { return nil }
    var end = token + 1
    if text.isWord(end), text.isGlued(end) {
      guard words.ordinalEndings.contains(text.folded(end)) else { return nil }
      end += 1
    }
    return QuantityPart(token, end, [.init(.number, Double(number))], .digits, isDate: true)
  }

  private func year(at start: Int) -> QuantityPart? {
    let token = text.folded(start) == "," ? start + 1 : start
    guard text.isNumber(token), text.digits(token).utf8.count == 4,
      let year = Int(text.digits(token)), (1_000...2_200).contains(year)
    else { return nil }
    return QuantityPart(token, token + 1, [.init(.number, Double(year))], .digits, isDate: true)
  }

  /// A month's number; the name of a month that is another word has its usual case.
  private func month(at token: Int) -> Int? {
    guard let month = months[text.folded(token)] else { return nil }
    let isShort = text.folded(token).utf8.count <= 5
    if capitalisesCalendar, !text.isCapital(token) { return nil }
    if !capitalisesCalendar, isShort, text.isCapital(token), !text.isNumber(token - 1) {
      return nil
    }
    return month
  }

  /// The number of full stops behind an abbreviated month.
  private func abbreviation(_ token: Int) -> Int {
    text.folded(token + 1) == "." && text.isGlued(token + 1) && text.folded(token).utf8.count <= 5
      ? 1 : 0
  }

  /// Whether a month without day and year is surely one: not "May I", not "Mars".
  private func mayStandAlone(_ token: Int) -> Bool {
    let name = text.folded(token)
    // *Sept* is seven, unless a day or a year stands beside it.
    if words.numbers[name] != nil { return false }
    if name.utf8.count > 5 { return true }
    return !capitalisesCalendar || words.signsOfMonths.contains(text.folded(token - 1))
  }

  private func weekday() -> QuantityPart? {
    guard let index = words.weekdays.firstIndex(of: singular(text.folded(place))) else {
      return nil
    }
    if capitalisesCalendar, !text.isCapital(place) { return nil }
    return QuantityPart(
      place, place + 1, [.init(.weekday, Double(index + 1))], .word, isDate: true)
  }

  private func singular(_ word: String) -> String {
    word.hasSuffix("s") && !words.weekdays.contains(word) ? String(word.dropLast()) : word
  }

  private var capitalisesCalendar: Bool { words.capitalisesCalendar }

  // MARK: Times

  /// A time of the day: *15 h 30*, *6h05*, "3:30 p.m.", "8 pm", *minuit*.
  func time() -> QuantityPart? {
    if let minutes = words.namedHours[text.folded(place)] {
      return QuantityPart(place, place + 1, [.init(.time, minutes)], .weak, isDate: false)
    }
    guard text.isNumber(place), let hour = Int(text.digits(place)), (0...24).contains(hour) else {
      return nil
    }
    var minutes = 0
    var end = place + 1
    let hasColon = text.folded(end) == ":" && text.isNumber(end + 1) && text.isGlued(end)
    let hasHour = words.hourWords.contains(text.folded(end)) && text.isNumber(end + 1)
    if hasColon || hasHour {
      guard let written = Int(text.digits(end + 1)), written < 60,
        text.digits(end + 1).utf8.count == 2
      else { return nil }
      (minutes, end) = (written, end + 2)
    }
    var base = Double(hour % 24 * 60 + minutes)
    let behind = hasColon || hasHour || !words.hourWords.contains(text.folded(end)) ? end : end + 1
    if let added = words.halvesOfDay[text.folded(behind)] {
      base = Double(hour % 12 * 60 + minutes + added * 60)
      return QuantityPart(place, behind + 1, [.init(.time, base)], .digits)
    }
    guard hasColon || hasHour else { return nil }
    var readings = [Quantity.Reading(.time, base)]
    // Without "a.m." or "p.m.", an hour before noon may be one after noon.
    if hasColon, capitalisesCalendar, hour < 12 { readings.append(.init(.time, base + 720)) }
    readings.append(.init(.number, base / 60, .hour))
    return QuantityPart(place, end, readings, .digits)
  }
}
