import CalqueInput
import CalqueModel
import CalqueText

extension FileFormat {
  /// The XML of SDL and RWS MultiTerm.
  public static let multiTerm = FileFormat(named: "multiterm")
}

extension FormatDescription {
  private static let syntax = TermbaseSyntax(
    format: .multiTerm, entries: ["conceptGrp"], concept: MultiTermConcept.read,
    opening: { _ in "<mtf>" }, entry: MultiTermConcept.text, isUTF16: true)

  /// MultiTerm's XML; the names of its fields are those of each termbase.
  static let multiTerm = FormatDescription(
    .multiTerm, title: "MultiTerm XML", suffixes: ["mtf.xml"], kinds: [.glossary],
    losses: [
      "flags and validity of a term", "characters that XML does not allow",
      "with --pair, terms in other languages",
    ],
    recognises: { head in head.root == "mtf" && !head.name.isTable ? .certain : nil },
    makeReader: { input in TermbaseReader(input, syntax) },
    makeWriter: { header, options in TermbaseWriter(syntax, header: header, options: options) })
}

/// The entries of MultiTerm: `conceptGrp`, `languageGrp`, `termGrp`, each with fields.
enum MultiTermConcept {
  private static let levels: Set<String> = [
    "concept", "language", "languageGrp", "termGrp", "term",
  ]

  /// The concept of an entry.
  static func read(_ entry: XMLNode) -> Concept {
    var concept = Concept(externalID: entry.first("concept")?.text.trimmingBlanks, terms: [])
    for field in entry.fields(without: levels) { take(field, into: &concept, language: nil) }
    var stated = [TermStatus?]()
    for case .node(let section) in entry.content where section.local == "languageGrp" {
      let language = self.language(section.first("language"))
      for field in section.fields(without: levels) {
        take(field, into: &concept, language: language.written)
      }
      for case .node(let node) in section.content where node.local == "termGrp" {
        guard let text = node.first("term")?.text else { continue }
        var term = Term(language: language, text: text)
        var status: TermStatus?
        for field in node.fields(without: levels) { take(field, into: &term, &status) }
        concept.terms.append(term)
        stated.append(status)
      }
    }
    concept.terms.settleStatuses(stated)
    return concept
  }

  /// The language: its code, or its name where the termbase has no code.
  private static func language(_ node: XMLNode?) -> LanguageTag {
    if let code = node?["lang"], !code.isEmpty { return LanguageTag(code) }
    let name = node?["type"] ?? ""
    return ColumnName(name).language ?? LanguageTag(name.isEmpty ? "und" : name)
  }

  /// The meaning of a field's name, which every termbase chooses for itself.
  private static func meaning(_ name: String) -> TableWords.Field? {
    let digits = Set("0123456789")
    var name = name
    while let last = name.last, digits.contains(last) { name.removeLast() }
    if folded(name) == "grammar" { return .partOfSpeech }
    return ColumnName(name).field
  }

  private static func take(_ field: EntryField, into concept: inout Concept, language: String?) {
    let meaning = meaning(field.category)
    if meaning == .domain, !field.value.isEmpty {
      if !concept.domains.contains(field.value) { concept.domains.append(field.value) }
      return
    }
    if meaning == .definition, concept.definition == nil, !field.value.isEmpty {
      concept.definition = field.value
      return
    }
    if meaning == .note, language == nil, concept.note == nil {
      concept.note = field.value
      return
    }
    var property = field.property
    if let language {
      property.attributes.append(Meta.Attribute(name: "lang", value: language))
    }
    concept.meta.properties.append(property)
  }

  private static func take(_ field: EntryField, into term: inout Term, _ status: inout TermStatus?)
  {
    let value = field.value
    switch meaning(field.category) {
    case .status? where status == nil:
      guard let found = TBXReader.status(value) else { break }
      status = found
      if found.name != value { term.rawStatus = value }
      return
    case .partOfSpeech? where term.partOfSpeech == nil: term.partOfSpeech = value; return
    case .gender? where term.gender == nil:
      term.gender = TBXReader.genders[value] ?? value
      return
    case .example? where term.example == nil: term.example = value; return
    case .note? where term.note == nil: term.note = value; return
    default: break
    }
    term.meta.properties.append(field.property)
  }

  // MARK: - Writing

  /// An entry with the fields that termbases usually have, and what it loses.
  static func text(_ concept: Concept, _ options: WriterOptions, _ output: inout Output) -> String {
    var bytes = Array("<conceptGrp>".utf8)
    if let id = concept.externalID { element("concept", id, &bytes) }
    for domain in concept.domains { descrip("Subject", domain, &bytes) }
    if let definition = concept.definition { descrip("Definition", definition, &bytes) }
    if let note = concept.note { descrip("Note", note, &bytes) }
    write(concept.meta, &bytes, &output)
    var languages = [LanguageTag]()
    for term in concept.terms where !languages.contains(term.language) {
      languages.append(term.language)
    }
    for language in languages {
      bytes += "<languageGrp><language".utf8
      XMLText.append("lang", language.written, to: &bytes)
      XMLText.append("type", LanguageNames.english(Language(language)), to: &bytes)
      bytes += "/>".utf8
      for term in concept.terms where term.language == language { write(term, &bytes, &output) }
      bytes += "</languageGrp>".utf8
    }
    bytes += "</conceptGrp>".utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ term: Term, _ bytes: inout [UInt8], _ output: inout Output) {
    bytes += "<termGrp>".utf8
    element("term", term.text, &bytes)
    descrip("Status", term.rawStatus ?? term.status.name, &bytes)
    for (name, value) in [
      ("Part of Speech", term.partOfSpeech), ("Gender", term.gender), ("Context", term.example),
      ("Note", term.note), ("Number", term.number), ("Register", term.register),
      ("Region", term.region), ("Source", term.source), ("Type", term.type?.rawValue),
    ] {
      if let value { descrip(name, value, &bytes) }
    }
    output.lose("flags", term.flags.isEmpty ? 0 : 1)
    output.lose("valid", term.validity.isAlways ? 0 : 1)
    write(term.meta, &bytes, &output)
    bytes += "</termGrp>".utf8
  }

  private static func write(_ meta: Meta, _ bytes: inout [UInt8], _ output: inout Output) {
    for note in meta.notes { descrip("Note", note.text, &bytes) }
    for property in meta.properties where !property.type.hasPrefix("transac:") {
      descrip(property.type, property.value, &bytes)
    }
    output.lose("transaction", meta.properties.count { $0.type.hasPrefix("transac:") })
    output.lose("element", meta.elements.count)
    for attribute in meta.attributes where !Meta.isVerbatim(attribute.name) {
      output.lose(attribute.name)
    }
  }

  private static func descrip(_ type: String, _ text: String, _ bytes: inout [UInt8]) {
    bytes += "<descripGrp><descrip".utf8
    XMLText.append("type", type, to: &bytes)
    bytes.append(UInt8(ascii: ">"))
    XMLText.append(text.utf8.span, to: &bytes)
    bytes += "</descrip></descripGrp>".utf8
  }

  private static func element(_ name: String, _ text: String, _ bytes: inout [UInt8]) {
    bytes += "<\(name)>".utf8
    XMLText.append(text.utf8.span, to: &bytes)
    bytes += "</\(name)>".utf8
  }
}
