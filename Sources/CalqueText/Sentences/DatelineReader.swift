/// Reads the parts of a dateline in their order, for `Dateline`, which says what a dateline is.
struct DatelineReader {
  /// The maximum number of words of the place.
  private static let mostWords = 8
  /// The names, folded, that news agencies put into brackets.
  private static let agencies: Set<String> = [
    "afp", "reuters", "ap", "upi", "dpa", "efe", "ansa", "belga", "ats", "awp", "bloomberg",
    "xinhua", "tass", "interfax", "pa", "pti", "ani", "ians", "kyodo", "yonhap", "lusa", "apa",
    "aps", "map", "tap", "agi", "adnkronos", "cp", "la presse canadienne", "the canadian press",
    "associated press", "agence france-presse", "keystone-ats", "afp-relaxnews", "ria novosti",
    "thomson reuters foundation", "cnn", "aap", "panapress", "anp", "ritzau", "ntb", "tt", "apf",
  ]
  /// The names of months and days in all languages, folded.
  private static let months = Set(Language.all.flatMap { $0.calendar.months.joined() })
  private static let weekdays = Language.all.reduce(into: Set<String>()) {
    $0.formUnion($1.calendar.weekdays)
  }

  private let units: [UInt16]
  private let isOpening: Bool
  /// The place that is read next.
  private(set) var at = 0
  /// The number of words of the place.
  private var words = 0
  private var isInCapitals = true
  private var hasNumber = false
  private var hasDate = false
  private var agency: String?

  init(_ units: [UInt16], isOpening: Bool) {
    self.units = units
    self.isOpening = isOpening
    at = skipSpaces(0)
  }

  /// Reads a word, a number, a comma or brackets.
  ///
  /// - Returns: false for anything that no dateline has.
  mutating func readPart() -> Bool {
    let unit = units[at]
    // Behind the agency comes the dash alone.
    if agency != nil { return false }
    if unit == 0x28 { return readAgency() }
    if unit == 0x2C || unit == 0x2F || unit == 0x2E {
      guard words > 0 || hasDate else { return false }
      at = skipSpaces(at + 1)
      return true
    }
    if Marks.isDigit(unit) { return readDay() }
    return Marks.isLetter(unit) && readWord()
  }

  private mutating func readWord() -> Bool {
    let start = at
    while at < units.count, isOfWord(at) { at += 1 }
    let letters = units[start..<at].filter(Marks.isLetter)
    let word = folded(String(decoding: units[start..<at], as: UTF16.self))
    at = skipSpaces(at)
    if Self.months.contains(word) {
      hasDate = true
      return true
    }
    if Self.weekdays.contains(word) { return true }
    guard !hasDate, let first = letters.first else { return false }
    words += 1
    if letters.contains(where: Marks.isLower) { isInCapitals = false }
    if words == 1, letters.count < 3, !isInCapitals { return false }
    // Numbers of chapters are no places.
    if letters.allSatisfy(Marks.isRomanDigit) { hasNumber = true }
    // A name has particles with a small letter, and an article stands before a day: `le 9`.
    return words <= Self.mostWords && (!Marks.isLower(first) || words > 1 && letters.count <= 4)
  }

  private func isOfWord(_ place: Int) -> Bool {
    if Marks.isLetter(units[place]) || Marks.isApostrophe(units[place]) { return true }
    // A hyphen joins the parts of a name; `--` and a spaced hyphen end the dateline.
    return units[place] == 0x2D && place > 0 && Marks.isLetter(units[place - 1])
      && place + 1 < units.count && Marks.isLetter(units[place + 1])
  }

  /// Reads a day, a year or a date in numbers: `9`, `1er`, `2025`, `09/12/2025`.
  private mutating func readDay() -> Bool {
    var numbers = 0
    while true {
      let start = at
      while at < units.count, Marks.isDigit(units[at]) { at += 1 }
      guard at > start, at - start <= 4 else { return false }
      numbers += 1
      guard at + 1 < units.count, units[at] == 0x2F || units[at] == 0x2E,
        Marks.isDigit(units[at + 1])
      else { break }
      at += 1
    }
    if numbers == 3 { hasDate = true }
    hasNumber = true
    var end = at
    while end < units.count, Marks.isLetter(units[end]) { end += 1 }
    guard end - at <= 2 else { return false }
    at = skipSpaces(end)
    return true
  }

  private mutating func readAgency() -> Bool {
    var end = at + 1
    while end < units.count, end - at < 40, units[end] != 0x29, units[end] != 0x28 { end += 1 }
    guard end < units.count, units[end] == 0x29 else { return false }
    let name = units[(at + 1)..<end]
    guard let first = name.first, Marks.isLetter(first), !name.contains(where: Marks.isDigit)
    else { return false }
    agency = folded(String(decoding: name, as: UTF16.self))
    at = skipSpaces(end + 1)
    return true
  }

  /// The place behind the dash at the present place; nil if there is no dash.
  func endOfDash() -> Int? {
    guard Marks.isDash(units[at]), at > 0 else { return nil }
    var end = at
    while end < units.count, Marks.isDash(units[end]) { end += 1 }
    let isSpaced = Marks.isSpace(units[at - 1]) || agency != nil
    guard isLong(at..<end) || isSpaced && (end == units.count || Marks.isSpace(units[end])) else {
      return nil
    }
    return end
  }

  /// The place behind a dash, past white space, if the parts make a dateline.
  func behind(_ dash: Int) -> Int? {
    let next = skipSpaces(dash)
    if isSure { return next }
    var start = dash
    while start > 0, Marks.isDash(units[start - 1]) { start -= 1 }
    guard isOpening, isInCapitals, !hasNumber, (1...3).contains(words), agency == nil,
      skipSpacesBack(start) >= 4, isLong(start..<dash)
    else { return nil }
    // A lead follows, not another part of a heading.
    let rest = units[next...].prefix(20)
    return rest.count == 20 && rest.contains(where: Marks.isLower) ? next : nil
  }

  /// Whether the parts leave no doubt: a known agency, or a place with a date or in capitals.
  private var isSure: Bool {
    if let agency, Self.agencies.contains(agency) || agency.utf8.contains(0x2F) { return true }
    return words > 0 && (hasDate || agency != nil && isInCapitals && !hasNumber)
  }

  private func isLong(_ dash: Range<Int>) -> Bool {
    dash.count > 1 || units[dash.lowerBound] != 0x2D
  }

  private func skipSpaces(_ place: Int) -> Int {
    var at = place
    while at < units.count, Marks.isSpace(units[at]) { at += 1 }
    return at
  }

  private func skipSpacesBack(_ place: Int) -> Int {
    var at = place
    while at > 0, Marks.isSpace(units[at - 1]) { at -= 1 }
    return at
  }
}
