import CalqueModel

/// Writes one JSON object a line (`calque convert --format jsonl`).
///
/// The objects hold the documented fields and all other data of the model, so nothing is lost. In a
/// dump of a store, the first object has a member `header` as well: the kind, the languages, and the
/// header of the file from which the memory or glossary came.
struct JSONLWriter: FormatWriter {
  private let header: FileHeader?
  private let options: WriterOptions
  private var hasBegun = false

  init(header: FileHeader? = nil, options: WriterOptions = WriterOptions()) {
    self.header = header
    self.options = options
  }

  /// Writes the header beside the first unit or concept of a dump.
  private mutating func begin(_ json: inout JSONText, isFirstMember: Bool) {
    // In a dump of a whole store the header comes first, so that sections are found at a glance.
    guard !hasBegun, isFirstMember == (options.dumped != nil) else { return }
    hasBegun = true
    guard let kind = options.dumped?.kind ?? options.dumpedKind else { return }
    json.name("header")
    json.object { json in
      json.member("kind", kind.rawValue)
      if let resource = options.dumped { DumpSection.write(resource, &json) }
      json.member("format", header?.format.rawValue)
      json.member("version", header?.version)
      json.member("languages", (options.dumped?.languages ?? options.languages).map(\.written))
      json.member("text", header?.text)
    }
  }

  mutating func write(_ unit: TranslationUnit, to output: inout Output) {
    output.line { json in
      begin(&json, isFirstMember: true)
      json.name("unit")
      json.object { json in
        json.member("id", unit.externalID)
        json.member("source", unit.sourceLanguage?.written)
        json.member("status", unit.status.name)
        json.member("created", unit.created?.extended)
        json.member("createdBy", unit.createdBy)
        json.member("changed", unit.changed?.extended)
        json.member("changedBy", unit.changedBy)
        json.member("origin", unit.origin)
        json.member("uses", unit.useCount)
        json.name("variants")
        json.array { json in
          let variants = unit.variants.span
          for place in variants.indices { Self.variant(variants[place], &json) }
        }
        Self.meta(unit.meta, &json)
      }
      begin(&json, isFirstMember: false)
    }
  }

  private static func variant(_ variant: Variant, _ json: inout JSONText) {
    json.object { json in
      json.member("lang", variant.language.written)
      json.member("text", variant.isWithoutSegment ? nil : variant.text)
      if let codes = variant.codes { json.member("codes", codes) }
      meta(variant.meta, &json)
    }
  }

  mutating func write(_ concept: Concept, to output: inout Output) {
    output.line { json in
      begin(&json, isFirstMember: true)
      json.name("concept")
      json.object { json in
        json.member("id", concept.externalID)
        json.member("domains", concept.domains)
        json.member("definition", concept.definition)
        json.member("note", concept.note)
        json.name("languages")
        json.array { json in
          for section in concept.sections {
            json.object { json in
              json.member("lang", section.language.written)
              json.name("terms")
              json.array { json in
                for term in section.terms { Self.term(term, in: section.language, &json) }
              }
            }
          }
        }
        // The sections of a file are in the order of its terms.
        let order = Self.order(of: concept)
        if concept.sections.count == Set(concept.terms.map(\.language)).count,
          order != Array(concept.terms.indices)
        {
          json.name("order")
          json.array { json in
            for place in concept.terms.indices {
              json.value(order.firstIndex(of: place))
            }
          }
        }
        Self.meta(concept.meta, &json)
      }
      begin(&json, isFirstMember: false)
    }
  }

  /// Writes the header of a memory or glossary that is empty.
  mutating func finish(_ output: inout Output) {
    guard options.dumped != nil, !hasBegun else { return }
    output.line { json in begin(&json, isFirstMember: true) }
  }

  /// The places of the terms in the concept, as the sections list them.
  private static func order(of concept: Concept) -> [Int] {
    var languages = [LanguageTag]()
    for term in concept.terms where !languages.contains(term.language) {
      languages.append(term.language)
    }
    return languages.flatMap { language in
      concept.terms.indices.filter { concept.terms[$0].language == language }
    }
  }

  private static func term(
    _ term: Term, in language: LanguageTag, _ json: inout JSONText
  ) {
    json.object { json in
      if !term.language.written.hasSameBytes(as: language.written) {
        json.member("lang", term.language.written)
      }
      json.member("text", term.text)
      json.member("status", term.status.name)
      json.member("flags", term.flags.names)
      json.member("valid", term.validity.isAlways ? nil : term.validity.description)
      let rest: [(name: StaticString, value: String?)] = [
        ("rawStatus", term.rawStatus), ("type", term.type?.rawValue),
        ("partOfSpeech", term.partOfSpeech),
        ("gender", term.gender), ("number", term.number), ("register", term.register),
        ("region", term.region), ("example", term.example), ("note", term.note),
        ("source", term.source),
      ]
      for (name, value) in rest { if let value { json.member(name, value) } }
      meta(term.meta, &json)
    }
  }

  private static func meta(_ meta: Meta, _ json: inout JSONText) {
    if meta.isEmpty { return }
    func attributes(_ name: StaticString, _ attributes: [Meta.Attribute], _ json: inout JSONText) {
      if attributes.isEmpty { return }
      json.name(name)
      if attributes.count == 1
        || Set(attributes.map { ByteText($0.name) }).count == attributes.count
      {
        json.object { json in
          for attribute in attributes { json.member(given: attribute.name, attribute.value) }
        }
      } else {
        json.array { json in
          for attribute in attributes {
            json.array { json in
              json.value(attribute.name)
              json.value(attribute.value)
            }
          }
        }
      }
    }
    json.name("meta")
    json.object { json in
      attributes("attributes", meta.attributes, &json)
      if !meta.notes.isEmpty {
        json.name("notes")
        json.array { json in
          for note in meta.notes {
            json.object { json in
              json.member("text", note.text)
              attributes("attributes", note.attributes, &json)
            }
          }
        }
      }
      if !meta.properties.isEmpty {
        json.name("properties")
        json.array { json in
          for property in meta.properties {
            json.object { json in
              json.member("type", property.type)
              json.member("value", property.value)
              attributes("attributes", property.attributes, &json)
            }
          }
        }
      }
      if !meta.elements.isEmpty { json.member("elements", meta.elements) }
    }
  }
}

extension Output {
  /// Writes an object as a line, behind the bytes that wait.
  fileprivate mutating func line(_ body: (inout JSONText) -> Void) {
    var waiting = [UInt8]()
    swap(&waiting, &bytes)
    var json = JSONText(after: consume waiting)
    json.object(body)
    bytes = json.takeBytes()
    append(fixed: "\n")
  }
}
