import CalqueInput
import CalqueModel

/// The versions and styles of TBX that are written.
enum TBXStyle: String {
  /// TBX-Basic of ISO 30042:2019, data categories as attributes.
  case basic
  /// TBX-Basic of ISO 30042:2019, data categories as elements.
  case dct
  /// TBX-Min of ISO 30042:2019.
  case min
  /// TBX-Basic of ISO 30042:2008, for older tools.
  case v2 = "2"

  init(_ options: WriterOptions) { self = options.version.flatMap(TBXStyle.init) ?? .basic }
}

/// Writes concepts as entries of TBX.
struct TBXWriter {
  private let style: TBXStyle
  private var bytes: [UInt8] = []

  private init(_ style: TBXStyle) { self.style = style }

  /// The start of a new document, up to its first entry.
  static func opening(_ options: WriterOptions) -> String {
    let language = (options.pair?.source ?? options.languages.first)?.written ?? "und"
    var bytes = [UInt8]()
    XMLText.append("xml:lang", language, to: &bytes)
    let lang = String(decoding: bytes, as: UTF8.self)
    bytes = []
    XMLText.append((options.title ?? "glossary").utf8.span, to: &bytes)
    let source =
      "<fileDesc><sourceDesc><p>\(String(decoding: bytes, as: UTF8.self)), by Calque "
      + "\(options.toolVersion)</p></sourceDesc></fileDesc>"
    let namespace = " xmlns=\"urn:iso:std:iso:30042:ed-2\""
    switch TBXStyle(options) {
    case .basic:
      return "<tbx type=\"TBX-Basic\" style=\"dca\"\(lang)\(namespace)>\n"
        + "<tbxHeader>\(source)</tbxHeader>\n<text><body>"
    case .min:
      return "<tbx type=\"TBX-Min\" style=\"dca\"\(lang)\(namespace)>\n"
        + "<tbxHeader>\(source)</tbxHeader>\n<text><body>"
    case .dct:
      return "<tbx type=\"TBX-Basic\" style=\"dct\"\(lang)\(namespace)\(modules)>\n"
        + "<tbxHeader>\(source)</tbxHeader>\n<text><body>"
    case .v2:
      return "<martif type=\"TBX-Basic\"\(lang)>\n<martifHeader>\(source)"
        + "<encodingDesc><p type=\"XCSURI\">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n"
        + "<text><body>"
    }
  }

  /// The declarations of the prefixes that the style `dct` needs.
  private static let modules =
    " xmlns:min=\"http://www.tbxinfo.net/ns/min\" xmlns:basic=\"http://www.tbxinfo.net/ns/basic\""

  /// An entry with those declarations, for a document whose root lacks them.
  static func declaring(_ entry: String) -> String {
    entry.replacing("<conceptEntry", with: "<conceptEntry" + modules, maxReplacements: 1)
  }

  /// An entry, and what it loses.
  static func text(_ concept: Concept, _ options: WriterOptions, _ output: inout Output) -> String {
    var entry = TBXWriter(TBXStyle(options))
    entry.write(concept, &output)
    return String(decoding: entry.bytes, as: UTF8.self)
  }

  private mutating func write(_ concept: Concept, _ output: inout Output) {
    let isV2 = style == .v2
    open(isV2 ? "termEntry" : "conceptEntry", concept.externalID.map { [("id", $0)] } ?? [])
    for domain in concept.domains { field("descrip", "subjectField", domain) }
    if let definition = concept.definition {
      if style == .min {
        output.lose("definition")
      } else {
        open("descripGrp")
        field("descrip", "definition", definition)
        close("descripGrp")
      }
    }
    lose(concept.meta, &output)
    for note in [concept.note].compactMap(\.self) + concept.meta.notes.map(\.text) {
      element("note", note)
    }
    var languages = [LanguageTag]()
    for term in concept.terms where !languages.contains(term.language) {
      languages.append(term.language)
    }
    for language in languages {
      open(isV2 ? "langSet" : "langSec", [("xml:lang", language.written)])
      for term in concept.terms where term.language == language { write(term, &output) }
      close(isV2 ? "langSet" : "langSec")
    }
    close(isV2 ? "termEntry" : "conceptEntry")
  }

  private mutating func write(_ term: Term, _ output: inout Output) {
    let name = style == .v2 ? "tig" : "termSec"
    open(name)
    element("term", term.text)
    if let part = term.partOfSpeech { field("termNote", "partOfSpeech", part) }
    field("termNote", "administrativeStatus", status(term))
    if style != .min {
      if let type = term.type.flatMap({ TBXReader.typeNames[$0] }),
        !term.meta.properties.contains(where: { $0.type == "termType" })
      {
        field("termNote", "termType", type)
      }
      if let gender = term.gender {
        let name = TBXReader.genders.first { $0.value == gender }?.key
        field("termNote", "grammaticalGender", name ?? gender)
      }
      if let region = term.region { field("termNote", "geographicalUsage", region) }
      if let context = term.example { field("descrip", "context", context) }
      if let source = term.source { field("admin", "source", source) }
    }
    if let note = term.note { element("note", note) }
    output.lose("number", term.number == nil ? 0 : 1)
    output.lose("register", term.register == nil ? 0 : 1)
    output.lose("flags", term.flags.isEmpty ? 0 : 1)
    output.lose("valid", term.validity.isAlways ? 0 : 1)
    if style == .min {
      for (name, isThere) in [
        ("gender", term.gender != nil), ("type", term.type != nil), ("region", term.region != nil),
        ("example", term.example != nil), ("source", term.source != nil),
      ] where isThere { output.lose(name) }
    }
    lose(term.meta, &output)
    close(name)
  }

  /// The properties are written if TBX-Basic has their category; others are losses.
  private mutating func lose(_ meta: Meta, _ output: inout Output) {
    for attribute in meta.attributes where !Meta.isVerbatim(attribute.name) {
      output.lose(attribute.name)
    }
    output.lose("element", meta.elements.count)
    for property in meta.properties {
      if let element = Self.categories[property.type], style != .min, property.attributes.isEmpty {
        field(element, property.type, property.value)
      } else {
        output.lose("prop")
      }
    }
  }

  private static let categories = [
    "termType": "termNote", "termLocation": "termNote", "source": "admin",
    "customerSubset": "admin", "projectSubset": "admin",
  ]

  /// The status in TBX's spelling, or as the file wrote it.
  private func status(_ term: Term) -> String {
    if let raw = term.rawStatus, TBXReader.status(raw) == term.status { return raw }
    return switch term.status {
    case .preferred: "preferredTerm-admn-sts"
    case .admitted: "admittedTerm-admn-sts"
    case .forbidden: "deprecatedTerm-admn-sts"
    }
  }

  // MARK: - Elements

  private mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    bytes.append(contentsOf: "<\(name)".utf8)
    for (name, value) in attributes { XMLText.append(name, value, to: &bytes) }
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func close(_ name: String) { bytes.append(contentsOf: "</\(name)>".utf8) }

  private mutating func element(_ name: String, _ text: String) {
    open(name)
    XMLText.append(text.utf8.span, to: &bytes)
    close(name)
  }

  private static let minimal: Set<String> = [
    "administrativeStatus", "partOfSpeech", "subjectField", "customerSubset",
  ]

  /// Writes a data category as an attribute or as an element.
  private mutating func field(_ element: String, _ category: String, _ value: String) {
    if style == .dct {
      return self.element((Self.minimal.contains(category) ? "min:" : "basic:") + category, value)
    }
    open(element, [("type", category)])
    XMLText.append(value.utf8.span, to: &bytes)
    close(element)
  }
}
