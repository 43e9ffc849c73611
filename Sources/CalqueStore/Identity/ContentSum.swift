import CalqueModel

/// A checksum of the content of a unit, a concept or a resource, with its texts or terms.
///
/// Every answer compares the sum with the stored sum, so no flipped bit in the file is served as
/// truth. The store holds such sums, so the way in which a sum is computed never changes.
struct ContentSum {
  private var hash: UInt64 = 0x2545_F491_4F6C_DD1D

  /// The sum as the store keeps it.
  var value: Int64 { Int64(bitPattern: hash) }

  /// Adds a number, or its absence.
  mutating func add(_ number: Int64?) {
    guard let number else { return skip() }
    hash = TextHash.mixed(hash ^ 1 &+ TextHash.mixed(UInt64(bitPattern: number)))
  }

  /// Adds a text, or its absence.
  mutating func add(_ text: String?) {
    guard let text else { return skip() }
    hash = TextHash.of(text, seed: hash)
  }

  /// Adds the hash of a text.
  mutating func add(hash other: UInt64) { hash = TextHash.mixed(hash ^ 2 &+ other) }

  private mutating func skip() { hash = hash &* 0x5851_F42D_4C95_7F2D &+ 0x1405_7B7E_F767_814F }
}

extension ContentSum {
  /// The sum of a unit without its texts, with `meta` in stored form.
  init(resource: Int64, unit: borrowing TranslationUnit, meta: String?) {
    add(resource)
    add(Int64(unit.status.rawValue))
    add(unit.externalID)
    add(unit.sourceLanguage?.written)
    add(unit.created?.seconds)
    add(unit.createdBy)
    add(unit.changed?.seconds)
    add(unit.changedBy)
    add(unit.origin)
    add(unit.useCount.map(Int64.init))
    add(meta)
  }

  /// Adds a text of a unit.
  mutating func add(_ language: LanguageTag, text: UInt64, codes: String?, meta: String?) {
    add(language.written)
    add(hash: text)
    add(codes)
    add(meta)
  }

  /// The sum of a concept without its terms, with `domains` and `meta` in stored form.
  init(resource: Int64, concept: Concept, domains: String?, meta: String?) {
    add(resource)
    add(concept.externalID)
    add(domains)
    add(concept.definition)
    add(concept.note)
    add(meta)
  }

  /// Adds a term of a concept, with `meta` in stored form.
  mutating func add(_ term: Term, meta: String?) {
    add(term.language.written)
    add(term.text)
    add(Int64(term.status.rawValue))
    add(term.rawStatus)
    add(term.type?.rawValue)
    add(term.partOfSpeech)
    add(term.gender)
    add(term.number)
    add(term.register)
    add(term.region)
    add(Int64(term.flags.rawValue))
    add(term.validity.from?.written)
    add(term.validity.to?.written)
    add(term.example)
    add(term.note)
    add(term.source)
    add(meta)
  }

  /// The sum of the description of a memory or glossary, with `languages` in stored form.
  init(_ stored: StoredResource, languages: String) {
    let resource = stored.resource
    add(resource.kind.rawValue)
    add(resource.name)
    add(languages)
    add(Int64(resource.priority))
    add(Int64(resource.penalty))
    add(resource.isReadOnly ? 1 : 0)
    add(resource.domain)
    add(stored.format)
    add(stored.formatVersion)
    add(stored.header)
  }
}
