import CalqueModel

extension Stats {
  /// The numbers as one JSON object, without a line end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("store", store)
      json.member("changed", lastChange?.extended)
      json.name("languagesWithoutLexicon")
      json.array { json in
        for language in languagesWithoutLexicon { json.value(language) }
      }
      for (name, kind, rows, texts) in [
        ("memories", Resource.Kind.memory, "units", "texts"),
        ("glossaries", .glossary, "concepts", "terms"),
      ] {
        json.name(given: name)
        json.array { json in
          for holding in holdings(kind) {
            json.object { json in
              json.member("name", holding.resource.name)
              json.member(given: rows, holding.rows)
              json.name(given: texts)
              json.object { json in
                for one in holding.languages { json.member(given: one.language, one.count) }
              }
              json.member("priority", holding.resource.priority)
              json.member("penalty", holding.resource.penalty)
              json.member("readOnly", holding.resource.isReadOnly)
              json.member("domain", holding.resource.domain)
              json.member("shipped", holding.resource.isShipped)
            }
          }
        }
      }
    }
    return json.text
  }
}
