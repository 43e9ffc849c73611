public import CalqueModel
import CalqueStore

/// The details of a term that is added.
public struct TermDetails: Hashable, Sendable {
  /// Whether to use the translation; nil for `preferred` if the pair is new, else for no change.
  public var status: TermStatus?
  /// The subject field.
  public var domain: String?
  /// A note.
  public var note: String?
  /// The time for which the pair is in force; by default, a new pair is always in force.
  public var validity: Validity
  /// The part of speech, which decides how a text may inflect the term.
  public var partOfSpeech: String?
  /// The term's grammatical gender: `mf` takes a feminine.
  public var gender: String?

  /// Creates details; a value that is left out is not stated.
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

/// The result of the addition of a term.
public struct AddedTerm: Hashable, Sendable {
  /// A change of an entry by the addition of a term.
  public enum Change: Hashable, Sendable {
    /// Whether to use the translation.
    case status(TermStatus)
    /// A note, which may replace another one.
    case note(isReplaced: Bool)
    /// The time for which the pair is in force, which may replace another one.
    case validity(isReplaced: Bool)
    /// A further subject field.
    case domain(String)
    /// The part of speech.
    case partOfSpeech(String)
    /// The term's gender.
    case gender(String)
  }

  /// The outcome.
  public enum Outcome: Hashable, Sendable {
    /// The pair is new.
    case added
    /// The pair was in the glossary; its entry has changed.
    case changed([Change])
    /// The pair was in the glossary with all details; nothing was stored.
    case known
  }

  /// The concept's id.
  public let id: ConceptID
  /// The glossary that holds the concept.
  public let glossary: String
  /// The outcome.
  public let outcome: Outcome
  /// Whether to use the translation, by the present entry.
  public let status: TermStatus

  /// Whether the pair is new.
  public var isNew: Bool { outcome == .added }
}

/// The addition of a pair of terms to a glossary.
///
/// An addition removes nothing from an entry. New details are added. Only a note, a status or a
/// time in force replaces an old one.
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

  /// Chooses the entry that the pair belongs to.
  ///
  /// - Parameter entries: the glossary's entries with the source term, by id.
  /// - Returns: the entry to store.
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

  /// The entry with one more translation, admitted or forbidden.
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

  /// Sets the entry's note, or the translation's note if the translation is not preferred.
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

  /// Sets the translation's validity, and the source's if the entry has no other usable
  /// translation.
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

  /// Whether an entry has the target as a translation that may be used.
  private func isUsable(_ entry: StoredConcept) -> Bool {
    place(of: target, pair.target, in: entry.concept).map {
      entry.concept.terms[$0].status != .forbidden
    } ?? false
  }

  /// The place of a term in a concept, byte for byte; the language's own region is preferred.
  private func place(of text: String, _ language: LanguageTag, in concept: Concept) -> Int? {
    concept.terms.indices
      .filter { concept.terms[$0].text.hasSameBytes(as: text) }
      .compactMap { place in
        concept.terms[place].language.fit(asked: language).map { (place, $0) }
      }
      .min { $0.1 < $1.1 }?.0
  }
}
