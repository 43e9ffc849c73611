extension English {
  package static let names: NameRules = {
    var rules = NameRules()
    rules.places = places
    rules.titles = ["mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "dame", "prof"]
    rules.givenNames = [
      "bill", "grant", "sue", "cash", "mark", "will", "rob", "frank", "hope", "grace", "faith",
      "joy", "dawn", "rose", "penny", "art", "chuck", "drew", "gene", "guy", "max", "nick", "pat",
      "ray", "rich", "chase", "clay", "cliff", "miles", "carol", "christian", "eve", "holly",
      "june", "april", "victor", "violet", "wade", "melody", "hunter", "mason", "taylor", "carter",
      "parker", "cooper", "reed", "heath", "glen", "jack", "skip", "chance", "dick", "peter",
      "josh", "jimmy", "teddy", "bob", "jay", "robin", "colt", "chip", "rusty", "sandy",
    ]
    rules.peoples = peoples
    rules.currencies = currencies
    rules.introductions = ["in", "of", "from", "to", "into", "against", "with", "across", "and"]
    rules.firstNames = ["JO", "TD", "GE", "IL", "US-VA", "CU", "FR-BRE"]
    rules.prepositionsOfPlace = [
      "in", "at", "of", "to", "near", "outside", "around", "across", "through", "into", "central",
      "north", "south", "east", "west",
    ]
    rules.signsOfStreets = ["king", "queen", "saint", "st"]
    rules.qualifiers = [
      "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
      "mainland", "greater", "the", "mr", "president",
    ]
    rules.phrases = [
      "guinea pig", "guinea fowl", "French fries", "French windows", "French horn",
      "Dutch courage", "Dutch oven", "Swiss cheese", "Danish pastry", "Turkish delight",
      "Chinese whispers", "Indian summer", "Indian ink", "Brussels sprouts", "Brazil nut",
      "Panama hat", "Great Dane", "Scotch egg", "Welsh rarebit",
      "Prince of Wales", "Princess of Wales", "American Express", "American Airlines",
      "British Airways", "Royal Dutch Shell", "The New Yorker", "Irish Times", "French press",
    ]
    rules.currenciesWithAmount = ["GBP-", "SEK-", "CHF-", "BRL", "KRW-", "ZAR", "PEN", "JPY"]
    rules.amounts = [
      "million", "millions", "billion", "billions", "trillion", "trillions", "thousand",
      "thousands", "hundred", "hundreds", "two", "three", "four", "five", "six", "seven", "eight",
      "nine", "ten", "twenty", "thirty", "forty", "fifty",
    ]
    return rules
  }()
}
