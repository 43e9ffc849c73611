/// The known word nearest to a mistyped one.
///
///     NearestWord.to("lokup", among: ["lookup", "search"])   // "lookup"
///     NearestWord.to("sea", among: ["lookup", "search"])     // "search": same beginning
///     NearestWord.to("x", among: ["lookup", "search"])       // nil
enum NearestWord {
  /// The word at the smallest distance, if near enough to be the intended word.
  static func to(_ typed: String, among words: [String]) -> String? {
    let limit = limit(typed)
    let ranked = words.map { (word: $0, distance: distance(typed, $0)) }
    if let nearest = ranked.min(by: { $0.distance < $1.distance }), nearest.distance <= limit {
      return nearest.word
    }
    return typed.unicodeScalars.count >= 3 ? words.first { $0.hasPrefix(typed) } : nil
  }

  /// The maximum distance of an intended word: the shorter the typed word, the smaller.
  private static func limit(_ typed: String) -> Int {
    typed.unicodeScalars.count <= 3 ? 1 : 2
  }

  /// Whether a word is near enough to be the intended word.
  static func isNear(_ typed: String, _ word: String) -> Bool {
    distance(typed, word) <= limit(typed)
  }

  /// The insertions, deletions, replacements and exchanges of neighbours between two words, letter
  /// by letter.
  ///
  ///     distance("ete", "été")     // 2
  ///     distance("miror", "minor") // 1
  ///     distance("teh", "the")     // 1, two neighbours exchanged
  ///
  /// The measure is known as optimal string alignment distance; after F. Damerau, Communications of
  /// the ACM 7 (1964).
  static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    var before = [Int]()
    var above = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(above[j] + (a[i] == b[j] ? 0 : 1), above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      (before, above) = (above, row)
    }
    return above[b.count]
  }
}
