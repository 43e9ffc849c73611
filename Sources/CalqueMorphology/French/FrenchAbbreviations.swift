extension FrenchInflection {
  static func abbreviations(of word: String) -> [Abbreviation] {
    // A glossary may list a unit in the plural: mètres.
    abbreviations[word] ?? (word.ends(in: "s") ? abbreviations[word.cut(1)] : nil) ?? []
  }

  private static let abbreviations: [String: [Abbreviation]] = {
    var all: [String: [Abbreviation]] = [:]
    let names: KeyValuePairs = [
      "monsieur": "M", "messieurs": "MM", "madame": "Mme", "mesdames": "Mmes",
      "mademoiselle": "Mlle", "docteur": "Dr", "docteure": "Dre", "professeur": "Pr",
      "professeure": "Pre", "maitre": "Me", "monseigneur": "Mgr",
    ]
    for (word, text) in names { all[word] = [Abbreviation(text, .beforeName)] }
    let units: KeyValuePairs = [
      "metre": "m", "kilometre": "km", "centimetre": "cm", "millimetre": "mm", "gramme": "g",
      "kilogramme": "kg", "kilo": "kg", "tonne": "t", "litre": "l", "hectare": "ha", "hertz": "Hz",
      "kilohertz": "kHz", "megahertz": "MHz", "gigahertz": "GHz", "watt": "W", "kilowatt": "kW",
      "megawatt": "MW", "gigawatt": "GW", "terawatt": "TW", "kilowattheure": "kWh",
      "megawattheure": "MWh", "gigawattheure": "GWh", "terawattheure": "TWh",
    ]
    for (word, text) in units { all[word] = [Abbreviation(text, .behindNumber)] }
    return all
  }()
}
