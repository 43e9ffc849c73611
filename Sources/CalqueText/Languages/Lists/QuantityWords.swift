/// The words by which a language states numbers, units, days and times, folded.
package struct QuantityWords: Sendable {
  /// The numbers from 2 to 99 that are one word.
  package let numbers: [String: Double]
  /// The words for one before a scale: *un million*, "a million".
  package let ones: Set<String>
  /// Those of them that may end a number: *cent un*, "two hundred and one".
  package let lastOnes: Set<String>
  /// The words for a hundred.
  package let hundreds: Set<String>
  /// Whether a hundred and a thousand need no word for one before them: *cent*, *mille*.
  package let hasBareHundreds: Bool
  /// Whether the decimal sign is a comma.
  package let hasDecimalComma: Bool
  /// The words and abbreviations that multiply the number before them.
  package let scales: [String: Double]
  /// The ordinal numbers in words, with those that are used behind tens alone, such as "first".
  package let ordinals: [String: Double]
  /// The ordinal numbers that have a weak meaning alone: *premier*, "second".
  package let weakOrdinals: Set<String>
  /// The endings behind digits that make an ordinal number: *60e*, "60th".
  package let ordinalEndings: Set<String>
  /// The nouns for about so many: *trentaine*, "dozen".
  package let groups: [String: Double]
  /// The words for a part: *tiers*, "half".
  package let fractions: [String: Double]
  /// The words between parts of a number: *vingt **et** un*.
  package let joiners: Set<String>
  /// The words for one half behind a number: *un million et **demi***, "two and a half".
  package let halves: Set<String>
  /// The words for the sign before a negative number.
  package let minus: Set<String>
  /// The words between a number and its unit: *5 millions **d'**euros*.
  package let linksToUnit: Set<String>
  /// The words between the ends of a range: *7 **à** 9 %*.
  package let rangeWords: Set<String>
  /// The words between a part and the whole: *un **sur** deux*, "one **in** two".
  package let shareWords: Set<String>
  /// The words for times that something happens: *une fois*.
  package let countsTimes: Set<String>
  /// The units by their words, with spaces where a unit has several.
  package let units: [String: QuantityUnit]
  /// The words behind an hour of the day, which may also be a number of hours.
  package let hourWords: Set<String>
  /// The words behind an hour, with the hours that they add to an hour before noon.
  package let halvesOfDay: [String: Int]
  /// The hours of the day that have names, in minutes.
  package let namedHours: [String: Double]
  /// The names of the days of the week, Monday first.
  package let weekdays: [String]
  /// Whether a month and a day of the week are written with a capital.
  package let capitalisesCalendar: Bool
  /// The words before a month that stands without a day: "in May", where "may" is a verb, too.
  package let signsOfMonths: Set<String>
  /// The words before or behind a number that make a decade: *années 90*, "90s".
  package let decadeSigns: Set<String>

  /// The words of a language whose quantities are digits alone.
  static let none = QuantityWords(
    numbers: [:], ones: [], lastOnes: [], hundreds: [], hasBareHundreds: false,
    hasDecimalComma: false, scales: [:], ordinals: [:], weakOrdinals: [],
    ordinalEndings: [], groups: [:], fractions: [:], joiners: [], halves: [], minus: [],
    linksToUnit: [], rangeWords: [], shareWords: [], countsTimes: [], units: [:], hourWords: [],
    halvesOfDay: [:],
    namedHours: [:], weekdays: [], capitalisesCalendar: false, signsOfMonths: [],
    decadeSigns: [])
}

/// The unit of a quantity.
package enum QuantityUnit: Hashable, Sendable {
  /// Per cent.
  case percent
  /// Percentage points, and points of any other kind.
  case points
  /// A currency; `dollar` is that of any country.
  case currency(String)
  /// A measure, by its symbol: `km`, `kg`, `°`.
  case measure(String)
  /// A stretch of time; the number of days in one, roughly.
  case time(days: Double)

  package static let hour = QuantityUnit.time(days: 1.0 / 24)
}

extension QuantityUnit {
  /// The units whose signs are the same in every language.
  static let signs: [String: QuantityUnit] = [
    "%": .percent, "€": .currency("EUR"), "$": .currency("dollar"), "£": .currency("GBP"),
    "¥": .currency("JPY"), "₹": .currency("INR"), "eur": .currency("EUR"),
    "usd": .currency("dollar"), "gbp": .currency("GBP"), "km": .measure("km"),
    "kms": .measure("km"), "m": .measure("m"), "cm": .measure("cm"), "mm": .measure("mm"),
    "km2": .measure("km2"), "km²": .measure("km2"), "m2": .measure("m2"), "m²": .measure("m2"),
    "m3": .measure("m3"), "m³": .measure("m3"), "kg": .measure("kg"), "g": .measure("g"),
    "mg": .measure("mg"), "ha": .measure("ha"), "l": .measure("l"), "cl": .measure("cl"),
    "ml": .measure("ml"), "°": .measure("°"), "°c": .measure("°"), "° c": .measure("°"),
    "c": .measure("°"), "kw": .measure("kW"), "mw": .measure("MW"), "gw": .measure("GW"),
    "kwh": .measure("kWh"), "mwh": .measure("MWh"), "twh": .measure("TWh"),
    "km/h": .measure("km/h"), "kph": .measure("km/h"), "mph": .measure("mph"),
  ]
}
