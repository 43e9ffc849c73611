import CalqueModel
import CalqueText

/// Reads the concepts of TBX: the data categories that the model has a place for.
///
/// `TermbaseReader` takes a file apart into entries and hands them over one by one.
/// TBX 2 (ISO 30042:2008), TBX 3 (ISO 30042:2019, Core, Min, Basic, Linguist, DCA and DCT), TBX-Min 1
/// and the names that IATE, Microsoft and Weblate use.
enum TBXReader {
  private static let levels: Set<String> = [
    "langSet", "langSec", "langGroup", "tig", "ntig", "termSec", "termGroup", "termGrp", "term",
  ]
  private static let languageLevels: Set<String> = ["langSet", "langSec", "langGroup"]
  private static let termLevels: Set<String> = ["tig", "ntig", "termSec", "termGroup"]

  /// The concept of an entry.
  static func read(_ entry: XMLNode) -> Concept {
    var concept = Concept(externalID: entry["id"], terms: [])
    for field in entry.fields(without: levels) { take(field, into: &concept, language: nil) }
    var stated = [TermStatus?]()
    var sections = [(language: LanguageTag, count: Int)]()
    for case .node(let section) in entry.content where languageLevels.contains(section.local) {
      let written = section["xml:lang"] ?? section["lang"] ?? "und"
      for field in section.fields(without: levels) {
        take(field, into: &concept, language: written)
      }
      for case .node(let node) in section.content where termLevels.contains(node.local) {
        guard let (term, status) = term(node, LanguageTag(written)) else { continue }
        concept.terms.append(term)
        stated.append(status)
      }
      let before = sections.reduce(0) { $0 + $1.count }
      sections.append((LanguageTag(written), concept.terms.count - before))
    }
    concept.terms.settleStatuses(stated)
    concept.keepSections(sections)
    return concept
  }

  private static func take(_ field: EntryField, into concept: inout Concept, language: String?) {
    switch field.category {
    case "subjectField" where !field.isNested:
      if !field.value.isEmpty, !concept.domains.contains(field.value) {
        concept.domains.append(field.value)
      }
    case "definition" where !field.isNested && concept.definition == nil && !field.value.isEmpty:
      concept.definition = field.value
    case "note" where language == nil && !field.isNested && concept.note == nil:
      concept.note = field.value
    default:
      var property = field.property
      if let language {
        property.attributes.append(Meta.Attribute(name: "xml:lang", value: language))
      }
      concept.meta.properties.append(property)
    }
  }

  private static func term(_ node: XMLNode, _ language: LanguageTag) -> (Term, TermStatus?)? {
    // In an ntig, the term and its notes lie in a termGrp.
    let group = node.first("termGrp")
    guard let text = node.first("term") ?? group?.first("term") else { return nil }
    var term = Term(language: language, text: text.text)
    var status: TermStatus?
    let fields = (group?.fields(without: levels) ?? []) + node.fields(without: levels)
    for field in fields { take(field, into: &term, &status) }
    return (term, status)
  }

  private static func take(_ field: EntryField, into term: inout Term, _ status: inout TermStatus?)
  {
    let value = field.value
    func free(_ present: String?) -> Bool { present == nil && !field.isNested && !value.isEmpty }
    switch field.category {
    case "administrativeStatus", "usageStatus", "termStatus", "normativeAuthorization":
      guard status == nil, let found = self.status(value) else { break }
      status = found
      if found.name != value { term.rawStatus = value }
      return
    case "partOfSpeech" where free(term.partOfSpeech): term.partOfSpeech = value; return
    case "grammaticalGender" where free(term.gender):
      term.gender = genders[value] ?? value
      return
    case "grammaticalNumber" where free(term.number): term.number = value; return
    case "register" where free(term.register): term.register = value; return
    case "geographicalUsage" where free(term.region): term.region = value; return
    case "context" where free(term.example): term.example = value; return
    case "source" where free(term.source): term.source = value; return
    case "note" where free(term.note): term.note = value; return
    case "termType" where term.type == nil:
      term.type = types[value]
      // Several types of TBX are one of the model's, so the name in the file is kept.
      if term.type.flatMap({ typeNames[$0] }) == value { return }
    default: break
    }
    term.meta.properties.append(field.property)
  }

  /// The status that a spelling in the field means; nil for one that says nothing of use.
  static func status(_ written: String) -> TermStatus? {
    // The spellings of the standard, as nearly every file has them.
    switch written {
    case "preferredTerm-admn-sts": return .preferred
    case "admittedTerm-admn-sts": return .admitted
    case "deprecatedTerm-admn-sts", "supersededTerm-admn-sts": return .forbidden
    default: break
    }
    // Folding costs much for a word of a few letters, and nearly all are of ASCII.
    let isASCII = written.utf8.allSatisfy { $0 < 0x80 }
    var name = isASCII ? written.asciiLowercased : folded(written)
    if name.hasSuffix("-admn-sts") { name.removeLast("-admn-sts".count) }
    if name.hasSuffix("term") { name.removeLast("term".count) }
    switch name.filter({ $0 != " " && $0 != "-" && $0 != "_" }) {
    case "preferred", "standardized", "legal", "regulated", "approved": return .preferred
    case "admitted", "proposed", "new": return .admitted
    case "notrecommended", "deprecated", "superseded", "forbidden", "obsolete", "rejected":
      return .forbidden
    default: return StatusWords.status(written)
    }
  }

  static let genders = ["masculine": "m", "feminine": "f", "neuter": "n"]

  private static let types: [String: TermType] = [
    "fullForm": .full, "acronym": .acronym, "initialism": .acronym, "abbreviation": .acronym,
    "shortForm": .short, "variant": .variant, "phrase": .phrase, "phraseologicalUnit": .phrase,
    "fullform": .full, "shortform": .short,
  ]
  static let typeNames: [TermType: String] = [
    .full: "fullForm", .acronym: "acronym", .short: "shortForm", .variant: "variant",
    .phrase: "phrase",
  ]
}
