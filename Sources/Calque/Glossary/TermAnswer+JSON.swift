package import CalqueModel

extension TermAnswer {
  package func write(to json: inout JSONText) {
    json.object { json in
      json.member("surface", surface)
      json.member("start", start)
      json.member("end", end)
      json.member("line", line)
      json.member("column", column)
      json.member("term", term)
      json.member("concept", concept.description)
      json.member("domain", domain)
      json.member("note", note)
      json.member("flags", flags.names)
      json.member("valid", validity.isAlways ? nil : validity.description)
      json.member("score", score)
      json.name("translations")
      json.array { json in for translation in translations { translation.write(to: &json) } }
      json.member("glossary", glossary)
      json.member("doubtful", isDoubtful)
      json.name("within")
      if let within {
        json.object { json in
          json.member("start", within.lowerBound)
          json.member("end", within.upperBound)
        }
      } else {
        json.value(nil as String?)
      }
    }
  }
}

extension TermAnswer.Translation {
  fileprivate func write(to json: inout JSONText) {
    json.object { json in
      json.member("text", text)
      json.member("status", status.name)
      json.member("origin", origin)
      json.member("note", note)
      json.member("flags", flags.names)
      json.member("valid", validity.isAlways ? nil : validity.description)
    }
  }
}
