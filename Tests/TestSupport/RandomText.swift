/// Crowded little memories: few words, many near-repetitions, all kinds of tokens.
package struct RandomText {
  package var random: SplitMix64

  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private static let words = """
    le la les l' l’ de d’ un une sommet sommets Sommet ministre ministres ministère économie \
    Économie Economie France Londres 28 29 1 500 3,5 % ne pas jamais IA l’IA accueillera prochain \
    prochaine sécurité risque risques « » " . , ; : ! … ... – - (x) <b> </b> {0} %s & www.afp.com \
    a@b.fr œuvre oeuvre CO₂ CO2 U.S. é 🙂 très nouveau nouvelle porte‑parole aujourd'hui
    """.split(separator: " ").map(String.init)

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  package mutating func word() -> String { Self.words[number(0...(Self.words.count - 1))] }

  /// A new segment of so many words.
  package mutating func segment(words: ClosedRange<Int>) -> String {
    (0..<number(words)).map { _ in word() }.joined(separator: number(0...9) == 0 ? "\u{A0}" : " ")
  }

  /// A segment with one to three changes.
  package mutating func edited(_ segment: String) -> String {
    var words = segment.split(separator: " ").map(String.init)
    for _ in 0..<number(1...3) {
      let place = words.isEmpty ? 0 : number(0...(words.count - 1))
      switch number(0...6) {
      case 0 where !words.isEmpty: words.remove(at: place)
      case 1: words.insert(word(), at: place)
      case 2 where !words.isEmpty: words[place] = word()
      case 3 where !words.isEmpty: words[place] = words[place].uppercased()
      case 4 where !words.isEmpty: words[place] += "s"
      case 5 where !words.isEmpty: words[place] = String(words[place].dropLast())
      case 6 where words.count > 1: words.swapAt(place, number(0...(words.count - 1)))
      default: break
      }
    }
    return words.joined(separator: " ")
  }
}
