/// The rows of a part that hold at least one class of each word of a query.
struct WordRows {
  private let live: LivePart
  /// The classes of each word, the rarest word first.
  private let words: [[ClassUnits]]

  /// The rows of a part.
  ///
  /// - Parameters:
  ///   - classes: the classes of each word.
  ///   - live: the part.
  /// - Throws: `IndexError.damaged` if a table of the part is damaged.
  init(_ classes: [[UInt32]], in live: LivePart) throws(IndexError) {
    self.live = live
    let layout = live.part.postingLayout
    var words: [[ClassUnits]] = []
    for classes in classes {
      var word: [ClassUnits] = []
      for number in classes { word.append(try ClassUnits(number, of: live.part, layout)) }
      words.append(word)
    }
    self.words = words.sorted { Self.count($0) < Self.count($1) }
  }

  /// The rows in their order, each once.
  ///
  /// - Complexity: O(postings of the rarest word), and for each other word the lesser of its
  ///   postings and rows · classes · log; O(units / 64) where a word is frequent.
  var units: [UInt32] {
    guard let first = words.first else { return [] }
    var units = first.count == 1 ? first[0].units : set(of: first).numbers
    for word in words.dropFirst() where !units.isEmpty {
      if Self.count(word) < units.count * word.count * Self.stepsOfSearch {
        let set = set(of: word)
        units.removeAll { !set.contains(Int($0)) }
      } else if word.count == 1 {
        word[0].intersect(&units)
      } else {
        var both = NumberSet(bound: live.part.count)
        for list in word {
          var kept = units
          list.intersect(&kept)
          for unit in kept { both.insert(Int(unit)) }
        }
        units.removeAll { !both.contains(Int($0)) }
      }
    }
    return units
  }

  /// About how many postings can be read in the time of one binary search.
  private static let stepsOfSearch = 16

  private static func count(_ word: [ClassUnits]) -> Int { word.reduce(0) { $0 + $1.count } }

  private func set(of word: [ClassUnits]) -> NumberSet {
    var set = NumberSet(bound: live.part.count)
    for list in word { list.insert(into: &set) }
    return set
  }
}
