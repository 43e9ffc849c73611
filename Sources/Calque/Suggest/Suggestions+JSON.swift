import CalqueModel

extension Suggestions {
  /// The suggestions as one line of JSON, without the line's end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("file", file)
      json.member("pair", pair.description)
      json.member("date", date.written)
      json.member("format", format)
      json.member("text", extractedText)
      json.name("terms")
      json.array { json in for term in terms { term.write(to: &json) } }
      json.name("matches")
      json.array { json in
        for match in matches {
          json.object { json in
            sentences[match.sentence].writePlace(to: &json)
            json.member("segment", sentences[match.sentence].text)
            match.match.writeMembers(to: &json)
          }
        }
      }
      json.name("candidates")
      json.array { json in for phrase in candidates { phrase.write(to: &json) } }
      json.name("renderings")
      json.array { json in for phrase in renderings { phrase.write(to: &json) } }
      json.name("skipped")
      json.array { json in
        for sentence in sentences where sentence.isBoilerplate {
          json.object { json in
            sentence.writePlace(to: &json)
            json.member("text", sentence.text)
          }
        }
      }
    }
    return json.text
  }
}

extension Suggestions.Sentence {
  fileprivate func writePlace(to json: inout JSONText) {
    json.member("start", range.lowerBound)
    json.member("end", range.upperBound)
    json.member("line", line)
    json.member("column", column)
  }
}
