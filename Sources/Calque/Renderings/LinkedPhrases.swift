import CalqueAlign
import CalqueModel
import CalqueMorphology
import CalqueText

/// Finds what stands opposite phrases in the files of linked units, and keeps what it has learned of
/// their words.
struct LinkedPhrases: Sendable {
  let links: WordLinks
  let isReversed: Bool
  private let memories: Set<Int64>?
  private let gone: Set<Int64>
  let small: Set<String>
  /// The number of bytes of the longest function word of the other language.
  private let longestSmall: Int
  /// The other side of the base, and that of the later file, which continues its numbers.
  let otherSides: [LinkFile.Side]
  /// The function words of the phrases' language.
  let nearSmall: Set<String>
  /// The other language.
  let other: Language
  /// What endings say in the other language.
  let endings: SpeechEndings
  var base = KnownWords()
  var delta = KnownWords()

  /// What is known of the words of a file.
  struct KnownWords: Sendable {
    /// The numbers of stems on the side of the phrase; 0 for a stem that the file lacks.
    var stems: [[UInt8]: UInt32] = [:]
    /// The folded forms on the side of the phrase.
    var folded: [UInt32: String] = [:]
    /// The kinds of the forms on the other side, in the order of the forms' numbers.
    ///
    /// A form that was not looked at has nil. A question looks at thousands of words, so the kinds
    /// are no dictionary.
    var kinds: [Counterparts.Kind?] = []
    /// What words are translated by; nil before a question asks for it.
    var learned: LearnedTranslations?
    /// The number of the hyphen on the side of the phrase, 0 if there is none; nil before a question
    /// asks for it.
    var hyphen: UInt32?
    /// The links of the unit that was read last, and what stands opposite a phrase there: buffers.
    var links: [WordLink] = []
    var counterparts = Counterparts()
  }

  /// The phrases of linked units.
  ///
  /// - Parameters:
  ///   - links: the files.
  ///   - isReversed: whether phrases are in the target language of the files.
  ///   - memories: the memories that count; nil for all.
  ///   - own: the language of the phrases.
  ///   - other: the language of the other side.
  init(
    _ links: WordLinks, isReversed: Bool, memories: Set<Int64>?, own: Language, other: Language
  ) {
    (self.links, self.isReversed, self.memories) = (links, isReversed, memories)
    self.other = other
    gone = Set(links.delta?.gone.array ?? [])
    small = Morphology(other).smallWords
    longestSmall = small.map(\.utf8.count).max() ?? 0
    nearSmall = Morphology(own).smallWords
    endings = Morphology(other).phraseWords.endings
    otherSides = [links.base, links.delta].compactMap(\.self).map {
      isReversed ? $0.source : $0.target
    }
  }

  /// The number of occurrences in the form that was asked for beside which other forms say nothing.
  private static let enoughAsked = 100
  /// The number of occurrences that are so few that the words of each are looked at, too.
  private static let few = 8

  func near(_ file: LinkFile) -> LinkFile.Side { isReversed ? file.target : file.source }
  func far(_ file: LinkFile) -> LinkFile.Side { isReversed ? file.source : file.target }

  /// The folded text of a form of the other side.
  func form(_ number: UInt32) -> String {
    let side = otherSides.last { Int(number) <= $0.stemOfForm.count }
    return String(decoding: side?.form(number) ?? [], as: UTF8.self)
  }

  /// Whether two words of the other side begin alike, as forms of one word do: *discover*,
  /// *discovered*.
  func isKin(_ word: UInt32, _ other: UInt32) -> Bool {
    word == other || FragmentEvidence.isKin(stem(word), stem(other))
  }

  /// The bytes of a stem of the other side.
  func stem(_ word: UInt32) -> [UInt8] {
    otherSides.last { Int(word) < $0.stemStarts.count }?.stem(word) ?? []
  }

  /// What stands opposite a phrase.
  mutating func found(_ phrase: SoughtPhrase, maxExamined: Int) -> PhraseRenderings {
    guard !phrase.words.isEmpty else { return .none }
    var votes = RenderingVotes()
    var following: [UInt64: Int] = [:]
    var occurrences = knowing { phrases, known in
      phrases.look(for: phrase, in: phrases.links.base, &known, maxExamined, &votes, &following)
    }
    // The numbers of words are those of both files.
    if let file = links.delta {
      occurrences += knowing(isLater: true) { phrases, known in
        phrases.look(for: phrase, in: file, &known, maxExamined, &votes, &following)
      }
    }
    if votes.units == 0 { return .none }
    let ranked = votes.ranked(occurrences: occurrences, of: links.units) { words in
      otherSides.reduce(0) { $0 + $1.occurrences(of: words).count }
    }
    return PhraseRenderings(
      found: ordered(ranked, of: phrase), isPlural: phrase.isPlural, speech: phrase.speech,
      examined: votes.units, linked: votes.linked, linkedByLinks: votes.linkedByLinks,
      asked: votes.asked, hasAsked: votes.hasAsked,
      isContinued: votes.units >= Self.enoughContinued
        && (following.values.max() ?? 0) * 2 > votes.units)
  }

  /// Asks with what is known of the words of the first or the later file, which is taken out: two owners would copy it at its
  /// first change.
  mutating func knowing<Answer>(
    isLater: Bool = false, _ ask: (Self, inout KnownWords) -> Answer
  ) -> Answer {
    var known = KnownWords()
    if isLater { swap(&known, &delta) } else { swap(&known, &base) }
    let answer = ask(self, &known)
    if isLater { swap(&known, &delta) } else { swap(&known, &base) }
    return answer
  }

  /// The number of units of which most must go on in the same way for a phrase to be a part of a
  /// longer one.
  private static let enoughContinued = 8

  /// Takes the votes of a file's units.
  ///
  /// - Returns: the number of occurrences, estimated from those that were looked at.
  private func look(
    for phrase: SoughtPhrase, in file: LinkFile, _ known: inout KnownWords, _ maxExamined: Int,
    _ votes: inout RenderingVotes, _ following: inout [UInt64: Int]
  ) -> Int {
    let (near, far) = (near(file), far(file))
    let words = phrase.words.map { word in
      if word.isBeginning { return near.numbers(ofFormsBeginning: word) }
      return word.stems.compactMap { stem in
        let number = known.stems[stem] ?? near.number(of: stem) ?? 0
        known.stems[stem] = number
        return number == 0 ? nil : number
      }
    }
    let ranges = near.occurrences(ofAny: words)
    let all = ranges.reduce(0) { $0 + $1.count }
    // More are read than are looked at, because those that have the phrase as it was asked for come
    // first: *livrer* is not *livre*.
    let step = max(1, all / (maxExamined * 4))
    var matches = [FormMatches](repeating: FormMatches(), count: phrase.words.count)
    let small = phrase.small
    var asked: [Int] = []
    var others: [Int] = []
    var read = 0
    var skip = 0
    for range in ranges {
      for rank in stride(from: range.lowerBound + skip, to: range.upperBound, by: step) {
        read += 1
        let place = Int(near.order[rank])
        guard let isAsked = isPhrase(phrase, at: place, near, &known, &matches) else { continue }
        if isAsked { asked.append(place) } else { others.append(place) }
      }
      skip = (step - (range.count - skip) % step) % step
    }
    let usesOthers = asked.count < Self.enoughAsked
    let standing = asked.count + (usesOthers ? others.count : 0)
    var places = asked.spread(maxExamined).map { (place: $0, isAsked: true) }
    if usesOthers {
      places += others.spread(min(maxExamined, Self.enoughAsked) - places.count).map { ($0, false) }
    }
    places.sort { $0.place < $1.place }
    let units = places.map { near.unit(at: $0.place) }
    file.touch(units, far)
    let hyphen = known.hyphen ?? near.number(of: Array("-".utf8)) ?? 0
    known.hyphen = hyphen
    for ((place, isAsked), unit) in zip(places, units) {
      if !gone.isEmpty, file.sum == links.base.sum, gone.contains(file.units[unit]) { continue }
      if let memories, !memories.contains(file.resources[unit]) { continue }
      let start = place - near.range(unit).lowerBound
      let isInCompound =
        hyphen != 0
        && (start > 0 && near.word(place - 1) == hyphen
          || near.word(place + words.count) == hyphen)
      if isInCompound, phrase.standsAlone { continue }
      let behind = near.word(place + words.count)
      let next = behind == 0 ? 0 : near.word(place + words.count + 1)
      if phrase.standsAlone, behind != 0, isNumber(near.forms[place + words.count], near) {
        following[Self.number, default: 0] += 1
      } else if next != 0 {
        following[UInt64(behind) << 32 | UInt64(next), default: 0] += 1
      }
      let target = far.range(unit)
      let stands = start..<(start + words.count)
      file.read(linksOf: unit, isReversed: isReversed, into: &known.links)
      votes.add(
        RenderingVotes.Occurrence(
          unit: UnitID(file.units[unit]), index: unit, phrase: stands, isAsked: isAsked,
          isInCompound: isInCompound, links: known.links, count: target.count),
        small: small,
        kind: { kind(far.forms[target.lowerBound + $0], far, &known) },
        stem: { far.word(target.lowerBound + $0) },
        form: { far.forms[target.lowerBound + $0] })
      if places.count <= Self.few {
        guess(small, at: stands, in: unit, file, isAsked: isAsked, &known, &votes)
      }
    }
    return Int(Double(all) * Double(standing) / Double(max(1, read)))
  }

  /// What stands for any number behind a phrase: *article* 12 is always a part of something longer.
  private static let number = UInt64.max

  private func isNumber(_ form: UInt32, _ side: LinkFile.Side) -> Bool {
    // *paragraphe* (2)
    side.form(form).first.map { (0x30...0x39).contains($0) || $0 == 0x28 } ?? false
  }

  /// Whether a phrase stands at a place as it was asked for; nil if it does not stand there.
  private func isPhrase(
    _ phrase: SoughtPhrase, at place: Int, _ side: LinkFile.Side, _ known: inout KnownWords,
    _ matches: inout [FormMatches]
  ) -> Bool? {
    var isAsked = true
    let spelling = phrase.words.count == 1 ? phrase.spelling?.utf8 : nil
    for (offset, word) in phrase.words.enumerated() {
      let form = side.forms[place + offset]
      if form == 0 { return nil }
      if let spelling, !side.form(form).elementsEqual(spelling) { return nil }
      let match: FormMatches.Match
      if let known = matches[offset][form] {
        match = known
      } else {
        match = self.match(form, word, side, &known)
        matches[offset].append(form, match)
      }
      if match == .other { return nil }
      isAsked = isAsked && match == .asked
      // The first word of a sentence has a capital, too.
      if phrase.tellsNames, offset > 0, !word.isSmall,
        side.beginsWithCapital(form) != word.hasCapital
      {
        // *Surveillance d'État* is no *surveillance d'état*.
        if word.hasCapital { return nil }
        isAsked = false
      }
    }
    return isAsked
  }

  private func match(
    _ form: UInt32, _ word: SoughtPhrase.Word, _ side: LinkFile.Side, _ known: inout KnownWords
  ) -> FormMatches.Match {
    let text = known.folded[form] ?? folded(String(decoding: side.form(form), as: UTF8.self))
    known.folded[form] = text
    if word.isBeginning { return text.hasPrefix(word.folded) ? .asked : .other }
    if text == word.folded || word.isSmall && word.forms.contains(text) { return .asked }
    return word.forms.contains(text) ? .form : .other
  }

  func kind(
    _ form: UInt32, _ side: LinkFile.Side, _ known: inout KnownWords
  ) -> Counterparts.Kind {
    let place = Int(form)
    if place < known.kinds.count, let kind = known.kinds[place] { return kind }
    let kind =
      side.isPlainWord(form, longerThan: longestSmall)
      ? .word : Counterparts.Kind(String(decoding: side.form(form), as: UTF8.self), small: small)
    if known.kinds.isEmpty {
      known.kinds = Array(repeating: nil, count: side.stemOfForm.count + 1)
    }
    // Only a damaged file has forms beyond these.
    if place < known.kinds.count { known.kinds[place] = kind }
    return kind
  }
}

extension [Int] {
  /// Elements from all over the array, at most so many.
  fileprivate func spread(_ limit: Int) -> [Int] {
    if count <= limit { return self }
    if limit <= 0 { return [] }
    return (0..<limit).map { self[$0 * count / limit] }
  }
}
