import CalqueText

/// The noun phrases, names and titles of a sentence.
struct CandidateChunks {
  /// How a candidate lies in its noun phrase.
  enum Rank {
    /// The phrase as far as prepositions without an article join it.
    case whole
    /// The phrase with what an article joins, or with an adjective before it.
    case extended
    /// A part of another candidate.
    case inner
  }

  struct Chunk {
    let words: Range<Int>
    let kind: CandidateTerm.Kind
    let rank: Rank
  }

  private(set) var all: [Chunk] = []
  private let words: [CandidateWords.Word]
  private let offices: OfficeWords

  init(_ words: [CandidateWords.Word], offices: OfficeWords) {
    self.words = words
    self.offices = offices
    var place = 0
    while place < words.count {
      guard words[place].role == .noun, !words[place].isAcronym else {
        place += 1
        continue
      }
      if isName(place) {
        place = takeName(from: place)
      } else if offices.heads.contains(words[place].folded),
        !words[place].isCapital || words[place].isFirst
      {
        place = takeTitle(from: place)
      } else {
        place = takeTerm(from: place)
      }
    }
  }

  private func role(_ place: Int) -> CandidateWords.Role {
    place < words.count ? words[place].role : .other
  }

  private func isProper(_ place: Int) -> Bool {
    place < words.count && words[place].role == .noun && words[place].isCapital
      && !words[place].isAcronym
  }

  /// Whether a name begins here: a capital inside the sentence, or one at its beginning that is no
  /// common word or that another one follows.
  private func isName(_ place: Int) -> Bool {
    guard words[place].isCapital else { return false }
    return !words[place].isFirst || !words[place].isKnown || isProper(place + 1)
  }

  private mutating func add(_ range: Range<Int>, _ kind: CandidateTerm.Kind, _ rank: Rank) {
    if !range.isEmpty { all.append(Chunk(words: range, kind: kind, rank: rank)) }
  }

  // MARK: Names

  private mutating func takeName(from start: Int) -> Int {
    var end = start + 1
    while isProper(end) { end += 1 }
    // A common noun with a capital heads an organisation: *Agence de la biomédecine*.
    if words[end - 1].isKnown || end - start == 1 && words[start].isKnown {
      let whole = phrase(from: end, takesArticles: true, takesCapitals: true)
      if whole > end {
        add(start..<whole, .name, .whole)
        innerNames(in: end..<whole)
        return whole
      }
    }
    add(start..<end, .name, .whole)
    return end
  }

  /// The places inside a longer name.
  private mutating func innerNames(in range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      guard isProper(place) else {
        place += 1
        continue
      }
      var end = place + 1
      while end < range.upperBound, isProper(end) { end += 1 }
      if !words[place].isKnown { add(place..<end, .name, .whole) }
      place = end
    }
  }

  // MARK: Titles

  private mutating func takeTitle(from start: Int) -> Int {
    var bare = start + 1
    while role(bare) == .adjective || role(bare) == .noun && !words[bare].isCapital { bare += 1 }
    if bare < words.count, offices.openings.contains(words[bare].folded) { bare += 1 }
    var end = phrase(from: bare, takesArticles: true, takesCapitals: true)
    // A lone place behind *de* says where the office is, not which one it is.
    if end > bare, end == bare + 2, isProper(bare + 1), !words[bare].hasArticle { end = bare }
    add(start..<end, .title, .whole)
    if end > bare {
      add(start..<bare, .title, bare - start > 1 ? .extended : .inner)
      innerNames(in: bare..<end)
      let name = words[bare..<end].firstIndex { $0.isCapital && $0.isKnown && $0.role == .noun }
      if let name, end - name > 1 { add(name..<end, .name, .whole) }
    }
    return end
  }

  // MARK: Terms

  private mutating func takeTerm(from start: Int) -> Int {
    var head = start + 1
    while isTermWord(head) { head += 1 }
    let whole = phrase(from: head, takesArticles: false, takesCapitals: false)
    add(start..<whole, .term, .whole)
    if start > 0, role(start - 1) == .adjective, !words[start - 1].isCapital {
      add((start - 1)..<whole, .term, .extended)
    }
    let extended = phrase(from: whole, takesArticles: true, takesCapitals: false)
    if extended > whole { add(start..<extended, .term, .extended) }
    addParts(of: start..<extended, whole: whole)
    return max(extended, whole)
  }

  private func isTermWord(_ place: Int) -> Bool {
    guard place < words.count, !words[place].isCapital, !words[place].isAcronym else {
      return false
    }
    return words[place].role == .adjective || words[place].role == .noun
  }

  /// The shorter phrases inside a phrase: each begins with a noun and ends with a noun or adjective.
  private mutating func addParts(of range: Range<Int>, whole: Int) {
    for first in range where words[first].role == .noun {
      // A phrase behind an article is one of its own.
      let isOwn =
        first > range.lowerBound
        && (role(first - 1) == .article
          || role(first - 1) == .link && words[first - 1].hasArticle
          || role(first - 1) == .adjective && first > range.lowerBound + 1)
      var own = first + 1
      if isOwn {
        while isTermWord(own), own < range.upperBound { own += 1 }
        own = min(range.upperBound, phrase(from: own, takesArticles: false, takesCapitals: false))
        add(first..<own, .term, .whole)
      }
      for last in (first + 1)...range.upperBound
      where role(last - 1) == .noun || role(last - 1) == .adjective {
        let part = first..<last
        if part == range || part == range.lowerBound..<whole || isOwn && last == own { continue }
        add(part, .term, .inner)
      }
    }
  }

  /// The end of a phrase that prepositions join to what ends here; the start if none does.
  private func phrase(from start: Int, takesArticles: Bool, takesCapitals: Bool) -> Int {
    var end = start
    func content(_ place: Int) -> Int {
      var next = place
      while next < words.count, words[next].role == .adjective, !words[next].isCapital { next += 1 }
      guard next < words.count, words[next].role == .noun, !words[next].isAcronym,
        takesCapitals || !words[next].isCapital
      else { return place }
      next += 1
      while next < words.count, !words[next].isAcronym,
        words[next].role == .adjective || words[next].role == .noun,
        words[next].isCapital ? takesCapitals && words[next - 1].isCapital : true
      {
        next += 1
      }
      return next
    }
    // An adjective or noun that stands behind the head at once.
    if takesCapitals, start < words.count, !words[start].isCapital,
      words[start].role == .adjective || words[start].role == .noun
    {
      while end < words.count, !words[end].isCapital,
        words[end].role == .adjective || words[end].role == .noun
      {
        end += 1
      }
    }
    while end < words.count {
      var next = end
      if takesCapitals, role(next) == .comma || role(next) == .conjunction,
        role(next + 1) == .link || role(next + 1) == .article
      {
        // *des prix, des marges et des revenus*
        guard end > start else { return end }
        next += 1
      }
      guard role(next) == .link || role(next) == .article && next > end else { return end }
      let isArticled =
        words[next].hasArticle || role(next) == .article || role(next + 1) == .article
      guard takesArticles || !isArticled else { return end }
      next += 1
      if role(next) == .article { next += 1 }
      let last = content(next)
      guard last > next else { return end }
      end = last
    }
    return end
  }
}
