public import CalqueModel
import CalqueStore

/// What is said of a term that is added.
public struct TermDetails: Hashable, Sendable {
  /// Whether to use the translation; nil for a new one to use, and for a known one as it is.
  public var status: TermStatus?
  /// The subject field.
  public var domain: String?
  /// A note.
  public var note: String?
  /// When the pair holds; where nothing is said, a new pair holds always.
  public var validity: Validity
  /// The part of speech: it decides how a text may inflect the term.
  public var partOfSpeech: String?
  /// The term's grammatical gender: `mf` takes a feminine.
  public var gender: String?

  /// Makes details; what is not named is plain.
  public init(
    status: TermStatus? = nil, domain: String? = nil, note: String? = nil,
    validity: Validity = Validity(), partOfSpeech: String? = nil, gender: String? = nil
  ) {
    self.status = status
    self.domain = domain
    self.note = note
    self.validity = validity
    self.partOfSpeech = partOfSpeech
    self.gender = gender
  }
}

/// What became of a term that was added.
public struct AddedTerm: Hashable, Sendable {
  /// One thing that an entry says since the term was added.
  public enum Change: Hashable, Sendable {
    /// Whether to use the translation.
    case status(TermStatus)
    /// A note, in the place of another one or not.
    case note(isReplaced: Bool)
    /// When the pair holds, in the place of another span or not.
    case validity(isReplaced: Bool)
    /// A further subject field.
    case domain(String)
    /// The part of speech.
    case partOfSpeech(String)
    /// The term's gender.
    case gender(String)
  }

  /// What happened.
  public enum Outcome: Hashable, Sendable {
    /// The pair is new.
    case added
    /// The pair was there; its entry says more now.
    case changed([Change])
    /// The pair was there and everything was said already; nothing was stored.
    case known
  }

  /// The concept's id.
  public let id: ConceptID
  /// The glossary that holds it.
  public let glossary: String
  /// What happened.
  public let outcome: Outcome
  /// Whether to use the translation, as the entry says now.
  public let status: TermStatus

  /// Whether the pair is new.
  public var isNew: Bool { outcome == .added }
}

/// A pair of terms on its way into a glossary.
///
/// Nothing that an entry says is taken away: what is new is added, and only what is given again, a
/// note, a status or a span of time, takes the place of the old one.
struct TermAddition {
  let source: String
  let target: String
  let pair: LanguagePair
  let details: TermDetails
  private(set) var outcome = AddedTerm.Outcome.added
  private(set) var status = TermStatus.preferred

  init(_ source: String, _ target: String, pair: LanguagePair, details: TermDetails) {
    self.source = source
    self.target = target
    self.pair = pair
    self.details = details
  }

  /// Decides where the pair goes.
  ///
  /// - Parameter entries: the glossary's entries with the source term, by id.
  /// - Returns: what to store.
  mutating func decide(among entries: [StoredConcept]) -> ConceptDecision {
    let holders = entries.filter { place(of: target, pair.target, in: $0.concept) != nil }
    if let holder = holders.first(where: isUsable) ?? holders.first { return merge(holder) }
    outcome = .added
    status = details.status ?? .preferred
    if status != .preferred, entries.count == 1 {
      return .replace(entries[0].id, joined(entries[0].concept))
    }
    return .add(
      Concept(
        domains: details.domain.map { [$0] } ?? [], note: details.note,
        terms: [
          Term(
            language: pair.source, text: source, partOfSpeech: details.partOfSpeech,
            gender: details.gender, validity: details.validity),
          Term(
            language: pair.target, text: target, status: status,
            partOfSpeech: details.partOfSpeech, validity: details.validity),
        ]))
  }

  /// The entry with an admitted or forbidden translation more.
  private func joined(_ concept: Concept) -> Concept {
    var concept = concept
    concept.terms.append(
      Term(
        language: pair.target, text: target, status: status, partOfSpeech: details.partOfSpeech,
        validity: details.validity, note: details.note))
    _ = setGrammar(in: &concept, nil)
    _ = addDomain(to: &concept)
    return concept
  }

  private mutating func merge(_ entry: StoredConcept) -> ConceptDecision {
    var concept = entry.concept
    guard let place = place(of: target, pair.target, in: concept) else { return .keep(entry.id) }
    let changes =
      [
        setStatus(of: &concept.terms[place]), setNote(in: &concept, place),
        setValidity(in: &concept, place), addDomain(to: &concept),
      ].compactMap(\.self) + setGrammar(in: &concept, place)
    status = concept.terms[place].status
    outcome = changes.isEmpty ? .known : .changed(changes)
    return changes.isEmpty ? .keep(entry.id) : .replace(entry.id, concept)
  }

  private func setStatus(of term: inout Term) -> AddedTerm.Change? {
    guard let status = details.status, status != term.status else { return nil }
    term.status = status
    term.rawStatus = nil
    return .status(status)
  }

  /// Sets the entry's note, or the translation's own where the entry is not about it.
  private func setNote(in concept: inout Concept, _ place: Int) -> AddedTerm.Change? {
    guard let note = details.note,
      !concept.note.hasSameBytes(as: note), !concept.terms[place].note.hasSameBytes(as: note)
    else { return nil }
    if concept.terms[place].status == .preferred {
      defer { concept.note = note }
      return .note(isReplaced: concept.note != nil)
    }
    defer { concept.terms[place].note = note }
    return .note(isReplaced: concept.terms[place].note != nil)
  }

  /// Sets the translation's span; the source's follows where the entry is about this pair alone.
  private func setValidity(in concept: inout Concept, _ place: Int) -> AddedTerm.Change? {
    let before = concept.terms[place].validity
    guard !details.validity.isAlways, details.validity != before else { return nil }
    concept.terms[place].validity = details.validity
    let usable = concept.terms.filter {
      $0.language.primary == pair.target.primary && $0.status != .forbidden
    }
    if usable.count == 1, concept.terms[place].status != .forbidden,
      let own = self.place(of: source, pair.source, in: concept),
      concept.terms[own].validity == before
    {
      concept.terms[own].validity = details.validity
    }
    return .validity(isReplaced: !before.isAlways)
  }

  private func addDomain(to concept: inout Concept) -> AddedTerm.Change? {
    guard let domain = details.domain,
      !concept.domains.contains(where: { $0.hasSameBytes(as: domain) })
    else { return nil }
    concept.domains.append(domain)
    return .domain(domain)
  }

  /// Sets the part of speech of the term and of its translation, and the term's gender.
  private func setGrammar(in concept: inout Concept, _ place: Int?) -> [AddedTerm.Change] {
    var changes = [AddedTerm.Change]()
    let own = self.place(of: source, pair.source, in: concept)
    if let speech = details.partOfSpeech {
      let places = [own, place].compactMap(\.self)
        .filter { !concept.terms[$0].partOfSpeech.hasSameBytes(as: speech) }
      for place in places { concept.terms[place].partOfSpeech = speech }
      if !places.isEmpty { changes.append(.partOfSpeech(speech)) }
    }
    if let gender = details.gender, let own,
      !concept.terms[own].gender.hasSameBytes(as: gender)
    {
      concept.terms[own].gender = gender
      changes.append(.gender(gender))
    }
    return changes
  }

  /// Whether an entry has the target as a translation to use.
  private func isUsable(_ entry: StoredConcept) -> Bool {
    place(of: target, pair.target, in: entry.concept).map {
      entry.concept.terms[$0].status != .forbidden
    } ?? false
  }

  /// Where a concept has a term, byte for byte; in the language's own region if there is one.
  private func place(of text: String, _ language: LanguageTag, in concept: Concept) -> Int? {
    concept.terms.indices
      .filter { concept.terms[$0].text.hasSameBytes(as: text) }
      .compactMap { place in
        concept.terms[place].language.fit(asked: language).map { (place, $0) }
      }
      .min { $0.1 < $1.1 }?.0
  }
}
