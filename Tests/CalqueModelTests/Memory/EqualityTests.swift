import CalqueModel
import Testing

/// An import compares what a file says with what is stored: what is taken for the same is lost.
///
/// Each change is made twice: to another text, and to the same text decomposed, which `String`
/// takes for the same.
@Suite("Values of the model are the same only if every part is, byte for byte")
struct EqualityTests {
  static let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")

  @Test("a variant", arguments: 0..<4)
  func variant(number: Int) {
    let changes: [(inout Variant, String) -> Void] = [
      { $0.text = $1 }, { $0.codes = $1 }, { $0.meta.elements = [$1] },
      { $0.language = LanguageTag("fr-x-" + $1) },
    ]
    expectDifferent(Variant(language: "fr", text: "sommet"), changes[number])
  }

  @Test("a unit", arguments: 0..<6)
  func unit(number: Int) {
    let changes: [(inout TranslationUnit, String) -> Void] = [
      { $0.externalID = $1 }, { $0.createdBy = $1 }, { $0.changedBy = $1 }, { $0.origin = $1 },
      { $0.meta.notes = [Meta.Note($1)] }, { $0.variants[1].text = $1 },
    ]
    expectDifferent(Self.unit, changes[number])
  }

  @Test("a unit's numbers, dates and status")
  func unitNumbers() {
    var others = [TranslationUnit](repeating: Self.unit, count: 7)
    others[0].status = .approved
    others[1].created = Instant(seconds: 0)
    others[2].changed = Instant(seconds: 0)
    others[3].useCount = 0
    others[4].sourceLanguage = "fr"
    others[5].variants.swapAt(0, 1)
    others[6].variants.removeLast()
    for other in others { #expect(other != Self.unit) }
    #expect(Set(others + [Self.unit, Self.unit]).count == 8)
  }

  @Test("a term", arguments: 0..<11)
  func term(number: Int) {
    let changes: [(inout Term, String) -> Void] = [
      { $0.text = $1 }, { $0.rawStatus = $1 }, { $0.partOfSpeech = $1 }, { $0.gender = $1 },
      { $0.number = $1 }, { $0.register = $1 }, { $0.region = $1 }, { $0.example = $1 },
      { $0.note = $1 }, { $0.source = $1 },
      { $0.meta.properties = [Meta.Property(type: $1, value: "")] },
    ]
    expectDifferent(Self.term, changes[number])
  }

  @Test("a term's status, type, flags, validity and language")
  func termParts() {
    var others = [Term](repeating: Self.term, count: 5)
    others[0].status = .forbidden
    others[1].type = .acronym
    others[2].flags = [.metonym]
    others[3].validity = Validity("2023") ?? Validity()
    others[4].language = "fr-CA"
    for other in others { #expect(other != Self.term) }
    #expect(Set(others + [Self.term]).count == 6)
  }

  @Test("a concept", arguments: 0..<6)
  func concept(number: Int) {
    let changes: [(inout Concept, String) -> Void] = [
      { $0.externalID = $1 }, { $0.domains = [$1] }, { $0.definition = $1 }, { $0.note = $1 },
      { $0.meta.attributes = [Meta.Attribute(name: "n", value: $1)] }, { $0.terms[0].text = $1 },
    ]
    expectDifferent(Concept(terms: [Self.term]), changes[number])
  }

  @Test("a resource", arguments: 0..<2)
  func resource(number: Int) {
    let changes: [(inout Resource, String) -> Void] = [{ $0.name = $1 }, { $0.domain = $1 }]
    expectDifferent(Resource(name: "r", kind: .memory), changes[number])
  }

  @Test("a resource's kind, languages, priority, penalty and flags")
  func resourceParts() {
    let resource = Resource(name: "r", kind: .memory)
    var others = [Resource](repeating: resource, count: 6)
    others[0].kind = .glossary
    others[1].languages = ["fr"]
    others[2].priority = 1
    others[3].penalty = 1
    others[4].isReadOnly = true
    others[5].isShipped = true
    for other in others { #expect(other != resource) }
    #expect(Set(others + [resource]).count == 7)
  }

  @Test("what a file says beyond the model", arguments: 0..<10)
  func meta(number: Int) {
    let changes: [(inout Meta, String) -> Void] = [
      { $0.attributes[0].name = $1 }, { $0.attributes[0].value = $1 }, { $0.notes[0].text = $1 },
      { $0.notes[0].attributes[0].value = $1 }, { $0.properties[0].type = $1 },
      { $0.properties[0].value = $1 }, { $0.properties[0].attributes[0].name = $1 },
      { $0.elements[0] = $1 }, { $0.elements.append($1) }, { $0.notes.append(Meta.Note($1)) },
    ]
    var meta = Meta()
    let attribute = Meta.Attribute(name: "n", value: "v")
    meta.attributes = [attribute]
    meta.notes = [Meta.Note("note", attributes: [attribute])]
    meta.properties = [Meta.Property(type: "t", value: "v", attributes: [attribute])]
    meta.elements = ["<x/>"]
    expectDifferent(meta, changes[number])
  }

  @Test("nothing is said where every list is empty")
  func emptyMeta() {
    #expect(Meta().isEmpty)
    var metas = [Meta](repeating: Meta(), count: 4)
    metas[0].attributes = [Meta.Attribute(name: "", value: "")]
    metas[1].notes = [Meta.Note("")]
    metas[2].properties = [Meta.Property(type: "", value: "")]
    metas[3].elements = [""]
    for meta in metas { #expect(!meta.isEmpty) }
  }

  private static let unit = TranslationUnit(variants: [
    Variant(language: "fr", text: "sommet"), Variant(language: "en", text: "summit"),
  ])

  private static let term = Term(language: "fr", text: "sommet")

  /// Expects that a change makes a different value, and that its decomposed form makes a third one.
  private func expectDifferent<Value: Hashable>(
    _ value: Value, _ change: (inout Value, String) -> Void
  ) {
    var (one, same, other) = (value, value, value)
    change(&one, Self.composed)
    change(&same, Self.composed)
    change(&other, Self.decomposed)
    #expect(one != value)
    #expect(one == same)
    #expect(one.hashValue == same.hashValue)
    #expect(one != other)
  }
}
