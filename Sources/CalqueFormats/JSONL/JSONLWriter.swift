import CalqueModel

/// Writes one JSON object a line (`calque convert --format jsonl`).
///
/// The objects hold the documented fields and all other data of the model, so nothing is lost.
struct JSONLWriter: FormatWriter {
  func write(_ unit: TranslationUnit, to output: inout Output) {
    var json = JSONText()
    json.object { json in
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
          for variant in unit.variants {
            json.object { json in
              json.member("lang", variant.language.written)
              json.member("text", variant.isWithoutSegment ? nil : variant.text)
              if let codes = variant.codes { json.member("codes", codes) }
              Self.meta(variant.meta, &json)
            }
          }
        }
        Self.meta(unit.meta, &json)
      }
    }
    output.bytes += json.utf8
    output.append("\n")
  }

  func write(_ concept: Concept, to output: inout Output) {
    var json = JSONText()
    json.object { json in
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
                for term in section.terms { Self.term(term, &json) }
              }
            }
          }
        }
        Self.meta(concept.meta, &json)
      }
    }
    output.bytes += json.utf8
    output.append("\n")
  }

  func finish(_ output: inout Output) {}

  private static func term(_ term: Term, _ json: inout JSONText) {
    json.object { json in
      json.member("text", term.text)
      json.member("status", term.status.name)
      json.member("flags", term.flags.names)
      json.member("valid", term.validity.isAlways ? nil : term.validity.description)
      let rest = [
        ("type", term.type?.rawValue), ("partOfSpeech", term.partOfSpeech),
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
    func attributes(_ name: String, _ attributes: [Meta.Attribute], _ json: inout JSONText) {
      if attributes.isEmpty { return }
      json.name(name)
      json.object { json in
        for attribute in attributes { json.member(attribute.name, attribute.value) }
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
