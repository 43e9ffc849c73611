public import CalqueModel
import CalqueText

/// The date that a text states for itself, which decides whose titles were in force at the time.
///
/// The forms are `2023-11-02`, `2023-11`, `02/11/2023`, `2 novembre 2023`, `1er nov. 2023`,
/// `novembre 2023`, `Nov. 2, 2023`, `November 2023` and the like. The calendars of all languages
/// are read, whatever the language of the text. A date without a day or a month is an interval.
public enum ArticleDate {
  /// The number of scalars at the start of a text that are searched for a date.
  public static let reach = 400

  /// The first date within the first `reach` scalars of a text; nil if they hold none.
  ///
  /// A date that belongs to something else is passed over: *la loi du 9 décembre 1905*, *until 3
  /// May 2024*.
  ///
  /// `language` decides which number of `02/11/2023` is the day and which the month.
  public static func found(in text: String, language: LanguageTag) -> PartialDate? {
    var beginning = String()
    beginning.unicodeScalars.append(contentsOf: text.unicodeScalars.prefix(reach))
    let reading = Reading(tokens(of: beginning, in: Language(language)), language: language)
    var place = 0
    while place < reading.tokens.count {
      if let date = reading.date(at: place) {
        if reading.isOwn(place) { return date }
        place = reading.end(ofDateAt: place)
      } else {
        place += 1
      }
    }
    return nil
  }

  private struct Reading {
    let tokens: [Token]
    let language: LanguageTag

    init(_ tokens: [Token], language: LanguageTag) {
      self.tokens = tokens
      self.language = language
    }

    func date(at place: Int) -> PartialDate? {
      guard let token = token(place) else { return nil }
      switch token.kind {
      case .number: return iso(place) ?? slashed(place) ?? dayFirst(place)
      case .word: return monthFirst(place)
      default: return nil
      }
    }

    /// Whether a date is the text's own, by the word before it.
    func isOwn(_ place: Int) -> Bool {
      var before = place - 1
      while let token = token(before), Self.words.isPassedOver(token.folded) { before -= 1 }
      guard let sign = token(before), Self.words.signsOfOtherDates.contains(sign.folded) else {
        return true
      }
      return token(before - 1).map { Self.words.signsOfIssues.contains($0.folded) } ?? false
    }

    /// The place behind the numbers and words of a date.
    func end(ofDateAt place: Int) -> Int {
      var end = place + 1
      while let token = token(end),
        token.kind == .number || token.kind == .punctuation || Self.words.isPart(token.folded)
      {
        end += 1
      }
      return end
    }

    private func token(_ place: Int) -> Token? {
      tokens.indices.contains(place) ? tokens[place] : nil
    }

    private func isSign(_ place: Int, _ sign: String) -> Bool {
      token(place)?.folded == sign && tokens[place].kind == .punctuation
    }

    private func isAttached(_ place: Int) -> Bool {
      place > 0 && token(place)?.start == token(place - 1)?.end
    }

    private func number(_ place: Int, digits: ClosedRange<Int>, in range: ClosedRange<Int>) -> Int?
    {
      guard let token = token(place), token.kind == .number, token.end - token.start <= 4,
        digits.contains(token.folded.utf8.count), let value = Int(token.folded),
        range.contains(value)
      else { return nil }
      return value
    }

    private func year(_ place: Int) -> Int? { number(place, digits: 4...4, in: 1900...2199) }
    private func day(_ place: Int) -> Int? { number(place, digits: 1...2, in: 1...31) }
    private func month(_ place: Int) -> Int? {
      guard let token = token(place), token.kind == .word else { return nil }
      return Self.words.months[token.folded]
    }

    // 2023-11-02, 2023-11: joined by hyphens without spaces, and nothing else is joined behind.
    private func iso(_ place: Int) -> PartialDate? {
      guard let year = year(place), isSign(place + 1, "-"), isAttached(place + 1),
        isAttached(place + 2), let month = number(place + 2, digits: 2...2, in: 1...12)
      else { return nil }
      guard isSign(place + 3, "-"), isAttached(place + 3), isAttached(place + 4) else {
        return written(year, month)
      }
      guard let day = number(place + 4, digits: 2...2, in: 1...31) else { return nil }
      return written(year, month, day)
    }

    // 02/11/2023
    private func slashed(_ place: Int) -> PartialDate? {
      guard isSign(place + 1, "/"), isSign(place + 3, "/"), let year = year(place + 4),
        let first = day(place), let second = day(place + 2)
      else { return nil }
      let monthIsFirst = Language(language).rules.putsMonthFirst(language)
      let (day, month) = monthIsFirst ? (second, first) : (first, second)
      return (1...12).contains(month) ? written(year, month, day) : nil
    }

    // 2 novembre 2023, 1er nov. 2023, 2nd of November, 2023
    private func dayFirst(_ place: Int) -> PartialDate? {
      guard let day = day(place) else { return nil }
      var next = place + 1
      if let ordinal = token(next), Self.words.ordinals.contains(ordinal.folded) {
        next += 1
      }
      if let joiner = token(next), Self.words.joiners.contains(joiner.folded) { next += 1 }
      guard let month = month(next) else { return nil }
      next += 1
      if isSign(next, ".") { next += 1 }
      if isSign(next, ",") { next += 1 }
      return year(next).flatMap { written($0, month, day) }
    }

    // Nov. 2, 2023, November 2nd 2023, novembre 2023
    private func monthFirst(_ place: Int) -> PartialDate? {
      guard let month = month(place) else { return nil }
      var next = place + 1
      if isSign(next, ".") { next += 1 }
      if let year = year(next) { return written(year, month) }
      guard let day = day(next) else { return nil }
      next += 1
      if let ordinal = token(next), Self.words.lastOrdinals.contains(ordinal.folded) { next += 1 }
      if isSign(next, ",") { next += 1 }
      return year(next).flatMap { written($0, month, day) }
    }

    private func written(_ year: Int, _ month: Int, _ day: Int? = nil) -> PartialDate? {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return PartialDate("\(year)-\(two(month))" + (day.map { "-" + two($0) } ?? ""))
    }

    private static let words = DateWords()
  }

  /// The calendars of all languages, merged.
  private struct DateWords {
    private(set) var months: [String: Int] = [:]
    private(set) var ordinals: Set<String> = []
    /// The ordinals of days that are written behind their month.
    private(set) var lastOrdinals: Set<String> = []
    private(set) var joiners: Set<String> = []
    private(set) var signsOfOtherDates: Set<String> = []
    private(set) var signsOfIssues: Set<String> = []
    private var weekdays: Set<String> = []
    private var articles: Set<String> = []

    /// Whether a word may stand between a preposition and a date: *le lundi*.
    func isPassedOver(_ word: String) -> Bool {
      weekdays.contains(word) || articles.contains(word)
    }

    /// Whether a word is a part of a date.
    func isPart(_ word: String) -> Bool {
      months[word] != nil || ordinals.contains(word) || joiners.contains(word)
    }

    init() {
      for rules in Language.all { articles.formUnion(rules.articles) }
      for calendar in Language.all.map({ $0.calendar }) {
        for (number, names) in calendar.months.enumerated() {
          for name in names { months[name] = number + 1 }
        }
        ordinals.formUnion(calendar.ordinals)
        signsOfOtherDates.formUnion(calendar.signsOfOtherDates)
        signsOfIssues.formUnion(calendar.signsOfIssues)
        weekdays.formUnion(calendar.weekdays)
        joiners.formUnion(calendar.joiners)
        if calendar.mayPutDayLast { lastOrdinals.formUnion(calendar.ordinals) }
      }
    }
  }
}
