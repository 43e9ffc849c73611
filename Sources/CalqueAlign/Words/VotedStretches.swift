import CalqueModel
internal import Glibc

/// The stretches that have votes, with the units that gave them.
///
/// A phrase has thousands of stretches, nearly all of one unit, and shows a few. So all words and
/// examples lie in common arrays, and only the best stretches become values of their own.
struct VotedStretches {
  private struct Stretch {
    var found = RenderingVotes.Found()
    /// The places of the words' stems in `words`.
    let words: Range<Int>
    /// The places of the first and of the last form in `forms`.
    let firstForm: Int
    var lastForm: Int
    /// The unit that voted last.
    var lastUnit = UnitID(-1)
  }

  /// A form of a stretch; the forms of each stretch are a chain.
  private struct Form {
    /// Where the words begin in `words`.
    let start: Int
    var count = 0
    var weight = 0
    /// The places of the first and of the last example in `examples`.
    var examples = (first: -1, last: -1, count: 0)
    var next = -1
  }

  private static let maxExamples = 5
  /// The weight of a vote that no link of the unit shows.
  private static let guess = 0.5

  private var stretches: [Stretch] = []
  private var words: [UInt32] = []
  private var forms: [Form] = []
  private var examples: [(example: RenderingVotes.Example, next: Int)] = []
  /// The keys of the stretches by the mixed numbers of their words, 0 for none, and their places.
  private var table: [(key: UInt64, place: Int)] = Array(repeating: (0, 0), count: 256)
  /// What unlinked words at the ends leave of a vote.
  private let shares = (0...8).map { pow(0.9, Double($0)) }

  /// Takes the vote of an occurrence for a stretch.
  ///
  /// - Parameters:
  ///   - stretch: the stretch.
  ///   - occurrence: the occurrence.
  ///   - hasSmallEnd: whether a function word is at an end of the phrase.
  ///   - kind: the kind of the word at a place of the other side.
  ///   - stem: the number of the stem at a place of the other side.
  ///   - form: the number of the form at a place of the other side.
  /// - Returns: whether the vote counts: a unit votes once for a stretch.
  mutating func take(
    _ stretch: Counterparts.Stretch, of occurrence: RenderingVotes.Occurrence, hasSmallEnd: Bool,
    kind: (Int) -> Counterparts.Kind, stem: (Int) -> UInt32, form: (Int) -> UInt32
  ) -> Bool {
    var key: UInt64 = 0
    for place in stretch.range { key = Self.mixed(key, stem(place)) }
    var slot = self.slot(of: max(1, key))
    if table[slot].key == 0 {
      if stretches.count * 2 >= table.count {
        grow()
        slot = self.slot(of: max(1, key))
      }
      table[slot] = (max(1, key), stretches.count)
      append(stretch.range, hasSmallEnd: hasSmallEnd, kind: kind, stem: stem, form: form)
    }
    let place = table[slot].place
    if stretches[place].lastUnit == occurrence.unit { return false }
    stretches[place].lastUnit = occurrence.unit
    let share =
      stretch.added < shares.count ? shares[stretch.added] : pow(0.9, Double(stretch.added))
    stretches[place].found.count(
      stretch, of: occurrence,
      vote: (occurrence.isGuessed ? Self.guess : stretch.evidence.weight) * share)
    count(stretch.range, as: self.form(stretch.range, of: place, form), of: occurrence)
    return true
  }

  /// The stretches that score best, each with its forms.
  ///
  /// - Parameters:
  ///   - limit: the maximum number of stretches.
  ///   - score: the score of a stretch, which has so many words.
  /// - Returns: the stretches; if there are no more than wanted, in the order of their first votes.
  func best(
    _ limit: Int, score: (_ stretch: RenderingVotes.Found, _ length: Int) -> Double
  ) -> [RenderingVotes.Found] {
    var ranked: [(place: Int, score: Double, count: Int)] = []
    // One unit without clear links proves nothing.
    for (place, stretch) in stretches.enumerated()
    where stretch.found.count > 1 || stretch.found.isClosed {
      ranked.append((place, score(stretch.found, stretch.words.count), stretch.found.count))
    }
    if ranked.count > limit {
      ranked.sort { ($0.score, $0.count) > ($1.score, $1.count) }
      ranked.removeLast(ranked.count - limit)
    }
    return ranked.map { place, score, _ in
      var found = stretches[place].found
      found.words = Array(words[stretches[place].words])
      found.forms = forms(of: stretches[place])
      found.score = score
      return found
    }
  }

  private func forms(of stretch: Stretch) -> [RenderingVotes.Form] {
    var found: [RenderingVotes.Form] = []
    var place = stretch.firstForm
    while place >= 0 {
      let form = forms[place]
      var examples: [RenderingVotes.Example] = []
      var example = form.examples.first
      while example >= 0 {
        examples.append(self.examples[example].example)
        example = self.examples[example].next
      }
      found.append(
        RenderingVotes.Form(
          words: Array(words[form.start..<(form.start + stretch.words.count)]), count: form.count,
          weight: form.weight, examples: examples))
      place = form.next
    }
    return found
  }

  private mutating func append(
    _ range: Range<Int>, hasSmallEnd: Bool, kind: (Int) -> Counterparts.Kind,
    stem: (Int) -> UInt32, form: (Int) -> UInt32
  ) {
    let start = words.count
    for place in range { words.append(stem(place)) }
    var stretch = Stretch(
      words: start..<words.count, firstForm: forms.count, lastForm: forms.count)
    forms.append(Form(start: words.count))
    for place in range {
      words.append(form(place))
      switch kind(place) {
      case .word: stretch.found.meaning += 1
      case .small: stretch.found.small += 1
      case .hyphen, .mark: break
      }
    }
    stretch.found.isEmpty = stretch.found.small == range.count && !hasSmallEnd
    stretches.append(stretch)
  }

  /// The place of the form in which a stretch is written.
  private mutating func form(
    _ range: Range<Int>, of stretch: Int, _ form: (Int) -> UInt32
  ) -> Int {
    var place = stretches[stretch].firstForm
    while place >= 0 {
      let start = forms[place].start - range.lowerBound
      if range.allSatisfy({ words[start + $0] == form($0) }) { return place }
      place = forms[place].next
    }
    forms[stretches[stretch].lastForm].next = forms.count
    stretches[stretch].lastForm = forms.count
    forms.append(Form(start: words.count))
    for place in range { words.append(form(place)) }
    return forms.count - 1
  }

  private mutating func count(
    _ range: Range<Int>, as form: Int, of occurrence: RenderingVotes.Occurrence
  ) {
    forms[form].count += 1
    forms[form].weight += occurrence.isAsked ? 3 : 1
    guard forms[form].examples.count < Self.maxExamples else { return }
    let last = forms[form].examples.last
    if last < 0 { forms[form].examples.first = examples.count }
    if last >= 0 { examples[last].next = examples.count }
    forms[form].examples.last = examples.count
    forms[form].examples.count += 1
    examples.append(
      (
        RenderingVotes.Example(
          unit: occurrence.unit, index: occurrence.index, target: range,
          phrase: occurrence.phrase), -1
      ))
  }

  /// A number that stands for words, 64 bits of which two stretches never share in practice.
  private static func mixed(_ key: UInt64, _ word: UInt32) -> UInt64 {
    let product = (key ^ UInt64(word) &+ 1).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  /// The place in the table of a key, or where the key is to be put.
  private func slot(of key: UInt64) -> Int {
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while table[slot].key != 0, table[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = table
    table = Array(repeating: (0, 0), count: old.count * 2)
    for entry in old where entry.key != 0 { table[slot(of: entry.key)] = entry }
  }
}

extension RenderingVotes.Found {
  /// Counts a vote.
  fileprivate mutating func count(
    _ stretch: Counterparts.Stretch, of occurrence: RenderingVotes.Occurrence, vote: Double
  ) {
    count += 1
    if !occurrence.isGuessed {
      linked += 1
      if occurrence.isAsked { asked += 1 }
      if stretch.evidence == .whole { sound += 1 }
      if stretch.isComplete { complete += 1 }
    }
    isClosed = isClosed || stretch.evidence == .whole || stretch.evidence == .closed
    added = min(added, stretch.added)
    if occurrence.isAsked { weight.asked += vote } else { weight.other += vote }
  }
}

extension Counterparts.Evidence {
  fileprivate var weight: Double {
    switch self {
    case .whole: 1
    case .closed: 0.7
    case .open: 0.35
    case .unlinked: 0.1
    }
  }
}
