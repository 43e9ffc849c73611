import CalqueModel

extension GlossaryEntry {
  /// The entry as one JSON object, without a line end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("concept", id.description)
      json.member("glossary", glossary)
      json.member("domain", concept.domains.first)
      json.member("note", concept.note)
      json.name("notes")
      json.array { json in
        for note in concept.directedNotes {
          json.object { json in
            json.member("from", note.language.written)
            json.member("text", note.text)
          }
        }
      }
      json.name("terms")
      json.array { json in
        for term in concept.terms {
          json.object { json in
            json.member("language", term.language.written)
            json.member("text", term.text)
            json.member("status", term.status.name)
            json.member("flags", term.flags.names)
            json.member("valid", term.validity.isAlways ? nil : term.validity.description)
            json.member("note", term.note)
            json.member("pos", term.partOfSpeech)
            json.member("gender", term.gender)
          }
        }
      }
    }
    return json.text
  }
}
