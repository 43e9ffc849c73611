/// The twin of the lexicon's builder: each word with each suffix, each condition a regular
/// expression.
struct ObviousExpander {
  /// The readings as `form lemma fields`, the fields of the word before those of the suffix.
  let readings: Set<[String]>

  init(affixes: String, words: String) throws {
    var readings: Set<[String]> = []
    let rules = affixes.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      .filter { $0.count >= 5 && $0[0] == "SFX" }
    for line in words.split(separator: "\n").dropFirst() {
      let parts = line.split(separator: " ").map(String.init)
      let entry = parts[0].split(separator: "/").map(String.init)
      let (word, flags) = (entry[0], entry.count > 1 ? entry[1] : "")
      let pairs = stride(from: 0, to: flags.count, by: 2).map {
        String(flags.dropFirst($0).prefix(2))
      }
      if pairs.contains("{}") { continue }
      let lemma = parts.first { $0.hasPrefix("st:") }?.dropFirst(3).lowercased() ?? word
      let fields = parts.dropFirst().filter { !$0.hasPrefix("st:") }
      if !pairs.contains("()") { readings.insert([word, lemma] + fields) }
      for rule in rules where pairs.contains(rule[1]) {
        let (strip, add) = (rule[2], rule[3].prefix { $0 != "/" })
        guard try word.firstMatch(of: Regex(rule[4] + "$")) != nil else { continue }
        guard strip == "0" || word.hasSuffix(strip) else { continue }
        let stem = strip == "0" ? word : String(word.dropLast(strip.count))
        readings.insert([stem + (add == "0" ? "" : add), lemma] + fields + rule.dropFirst(5))
      }
    }
    self.readings = readings
  }
}
