/// Random pairs of texts that are alike enough to be worth comparing, and full of traps.
package struct TwinPairs {
  private var random: SplitMix64

  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A sentence and what edits made of it, a random text likewise, or two unrelated texts.
  package mutating func next() -> (query: String, stored: String) {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return (noise(), noise())
    case 1: return (pick(Self.sentences), pick(Self.sentences))
    case 2, 3: return variants(of: noise())
    case 4: return variants(of: excerpt(of: pick(Self.sentences)))
    default: return variants(of: pick(Self.sentences))
    }
  }

  private mutating func variants(of text: String) -> (query: String, stored: String) {
    (edited(text, atMost: 2), edited(text, atMost: 6))
  }

  /// Up to thirty scalars or pieces of the nasty alphabet.
  private mutating func noise() -> String {
    (0..<Int.random(in: 0...30, using: &random)).map { _ in pick(Self.pieces) }.joined()
  }

  /// A few neighbouring words of a sentence.
  private mutating func excerpt(of sentence: String) -> String {
    let words = sentence.unicodeScalars.split(separator: " ")
    let start = Int.random(in: words.indices, using: &random)
    let length = Int.random(in: 1...3, using: &random)
    return words[start...].prefix(length).map { String($0) }.joined(separator: " ")
  }

  private mutating func edited(_ text: String, atMost limit: Int) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 0...limit, using: &random) { edit(&scalars) }
    return TwinFolding.string(scalars)
  }

  /// One edit: a piece in, a scalar out or changed, its case turned, a range moved, a swap.
  private mutating func edit(_ scalars: inout [Unicode.Scalar]) {
    let place = Int.random(in: 0...scalars.count, using: &random)
    guard place < scalars.count else {
      scalars += pick(Self.pieces).unicodeScalars
      return
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: scalars.insert(contentsOf: pick(Self.pieces).unicodeScalars, at: place)
    case 2: scalars.remove(at: place)
    case 3: scalars.replaceSubrange(place...place, with: pick(Self.pieces).unicodeScalars)
    case 4:
      let properties = scalars[place].properties
      let turned =
        properties.isUppercase ? properties.lowercaseMapping : properties.uppercaseMapping
      scalars.replaceSubrange(place...place, with: turned.unicodeScalars)
    case 5:
      let end = min(scalars.count, place + Int.random(in: 1...8, using: &random))
      let moved = scalars[place..<end]
      scalars.removeSubrange(place..<end)
      scalars.insert(contentsOf: moved, at: Int.random(in: 0...scalars.count, using: &random))
    case 6: scalars.swapAt(place, Int.random(in: scalars.indices, using: &random))
    default:
      let twin = Self.alikes.first { $0.contains(scalars[place]) } ?? [scalars[place]]
      scalars[place] = twin.randomElement(using: &random) ?? scalars[place]
    }
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &random) ?? ""
  }
}

extension TwinPairs {
  /// Scalars that people type for one another.
  private static let alikes: [[Unicode.Scalar]] = [
    ["'", "\u{2019}", "\u{02BC}", "\u{2018}"],
    ["\"", "«", "»", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2039}", "\u{2033}"],
    ["-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}", "\u{2212}"],
    [" ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{3000}"],
    ["2", "²", "₂"], ["3", "³"], ["e", "é", "è", "ê", "E", "É"], [".", ",", "…"],
  ]

  /// The nasty alphabet.
  ///
  /// Scripts written without spaces have no place in it: they are cut by
  /// dictionary, which a twin cannot do again.
  private static let pieces: [String] =
    [
      "a", "e", "é", "E", "x", "s", "S", "l", "d", "n", "t", "m", "c", "ç", "Ç", "qu", "Qu", "aux",
      "se", "ses", "ere", "ies", "es", "ss", "ee", "rr", "œ", "Œ", "æ", "ß", "ẞ", "ﬁ", "ı", "İ",
      "ſ", "Å", "ñ", "ά", "Σ", "ς", "ώ", "ᾳ", "Я", "й", "ё", "ב", "ش", "ि", "ĳ", "ǅ",
      "\u{301}", "\u{300}", "\u{327}", "\u{345}", "\u{20E3}", "\u{FE0F}", "\u{200D}", "\u{200B}",
      "\u{AD}", "\u{2060}", "\u{FEFF}", "\u{200E}", "🙂", "👩", "🏽", "🇫🇷", "♥", "₿", "¼", "Ⅳ", "①",
      "٣", "२", "0", "1", "2", "7", "12", "000", "300", "²", "₂", "³", "ⁿ",
      " ", " ", " ", " ", "  ", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2003}", "\t", "\n", "\u{1F}",
      "\u{85}",
      "'", "'", "\u{2019}", "\u{2019}", "\u{02BC}", "\u{2018}", "\"", "«", "»", "\u{201C}",
      "\u{201E}",
      "-", "\u{2010}", "\u{2011}", "–", "—", "\u{2212}", "_", ".", ".", "..", "...", "…", ",", ":",
      ";", "!", "?", "(", ")", "[", "]", "{", "}", "<", ">", "/", "\\", "&", "%", "$", "@", "#",
      "+", "*", "=", "|", "~", "^", "`", "€", "§", "°", "·",
      "l'", "d\u{2019}", "'s", "'ll", "n't", "\u{2019}ve", "U.S.", "a.b.", "3.14", "1 000", "1'000",
      "12\u{A0}345", "http://a.fr/", "www.b.c", "ftp://", "a@b.fr", "@c.d", "<b>", "</i>", "<br/>",
      "{x}", "{{y}}", "${z}", "%s", "%1$d", "%(n)s", "%.2f", "&amp;", "&#160;", "&#xA0;", "50%",
    ]
}
