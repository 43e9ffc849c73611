import CalqueMatch
import CalqueModel

extension LookupAnswer {
  /// The answer as one line of JSON, without the line's end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("query", query)
      if let place {
        json.member("start", place.range.lowerBound)
        json.member("end", place.range.upperBound)
        json.member("line", place.line)
        json.member("column", place.column)
      }
      json.name("matches")
      json.array { json in for match in matches { match.write(to: &json) } }
      json.name("terms")
      json.array { json in for term in terms { term.write(to: &json) } }
      json.member("closest", closest)
      json.name("sentences")
      json.array { json in
        for sentence in sentences {
          json.object { json in
            json.member("start", sentence.range.lowerBound)
            json.member("end", sentence.range.upperBound)
            json.name("matches")
            json.array { json in for match in sentence.matches { match.write(to: &json) } }
          }
        }
      }
      if let fragments {
        json.name("fragments")
        json.array { json in for fragment in fragments { fragment.write(to: &json) } }
      }
      if let fragmentMicroseconds {
        json.member("fragment_microseconds", fragmentMicroseconds, digits: 1)
      }
      if isExplained {
        json.name("next")
        if let next { next.write(to: &json) } else { json.value(nil as String?) }
      }
      if let timing {
        json.member("microseconds", timing.microseconds, digits: 1)
        json.member("total_microseconds", timing.total, digits: 1)
        if let counts = timing.counts {
          json.name("counts")
          json.object { json in
            json.member("postings", counts.postings)
            json.member("records", counts.records)
            json.member("overlaps", counts.overlaps)
            json.member("distances", counts.distances)
          }
        }
      }
    }
    return json.text
  }
}
