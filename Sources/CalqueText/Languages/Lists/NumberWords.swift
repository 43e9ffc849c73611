/// The words of a language that stand for numbers, folded.
package struct NumberWords: Sendable {
  /// The meaning of a word.
  package enum Meaning: Hashable, Sendable {
    /// A number below a hundred that other words may follow or precede: *vingt*, *deux*.
    case unit(Int)
    /// *cent*: a hundred times the number before.
    case hundred
    /// *mille*, *million*: a power of ten times the number before.
    case scale(Int)
    /// *douzaine*, *centaine*: so many times the number before; nothing follows.
    case group(Int)
    /// *troisième*: ends a number.
    case ordinal(Int)
  }

  /// The meanings of the words.
  package let words: [String: Meaning]
  /// The words inside a number: *vingt **et** un*, *two hundred **and** five*.
  let joiners: Set<String>
  /// The words that are numbers only beside others: *un million*, not *un sommet*.
  let besideOthers: Set<String>
  /// The words that are numbers only before a plural: *neuf ans*, not *le pont neuf*.
  let beforePlurals: Set<String>
  /// The words behind which a hundred is a share: *pour cent*.
  let beforeShares: Set<String>
  /// Whether 60 and 80 go on to 79 and 99, and 80 is four times twenty.
  let countsByTwenties: Bool

  /// Rules out most words of a text that have no meaning here.
  let sieve: WordSieve

  init(
    units: [(String, Int)], hundreds: [String], scales: [(String, Int)], groups: [(String, Int)],
    ordinals: [(String, Int)], joiners: Set<String>, besideOthers: Set<String>,
    beforePlurals: Set<String> = [], beforeShares: Set<String>, countsByTwenties: Bool = false
  ) {
    var words: [String: Meaning] = [:]
    for (word, value) in units { words[word] = .unit(value) }
    for word in hundreds { words[word] = .hundred }
    for (word, power) in scales { words[word] = .scale(power) }
    for (word, value) in groups { words[word] = .group(value) }
    for (word, value) in ordinals { words[word] = .ordinal(value) }
    self.words = words
    self.joiners = joiners
    self.besideOthers = besideOthers
    self.beforePlurals = beforePlurals
    self.beforeShares = beforeShares
    self.countsByTwenties = countsByTwenties
    sieve = WordSieve(words.keys)
  }

  /// The words of a language whose number words are not listed.
  static let none = NumberWords(
    units: [], hundreds: [], scales: [], groups: [], ordinals: [], joiners: [], besideOthers: [],
    beforeShares: [])

  /// The number of two words, of which the first already has a value; nil if they do not combine.
  func combined(_ value: Int, _ unit: Int) -> Int? {
    let rest = value % 100
    if rest == 0, value >= 100 { return value + unit }
    if rest >= 20, rest % 10 == 0, (1...9).contains(unit) { return value + unit }
    guard countsByTwenties else { return nil }
    if rest == 60 || rest == 80, (10...19).contains(unit) { return value + unit }
    if rest == 10, (7...9).contains(unit) { return value + unit }
    if rest == 4, unit == 20 { return value + 76 }
    return nil
  }
}
