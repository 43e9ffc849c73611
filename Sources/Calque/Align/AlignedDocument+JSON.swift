import CalqueModel

extension AlignedDocument {
  /// The document as one line of JSON, without the line's end: its name, the beads by the numbers of
  /// their sentences from 0, and the sentences.
  ///
  ///     {"document":"story","beads":[{"source":[0],"target":[0],"confidence":0.9731}],
  ///      "sentences":{"source":["…"],"target":["…"]}}
  ///
  /// - Parameter minConfidence: the minimum confidence of a bead.
  /// - Returns: the line.
  public func json(minConfidence: Double = 0) -> String {
    var json = JSONText()
    json.object { json in
      json.member("document", name)
      writeMembers(to: &json, minConfidence: minConfidence)
    }
    return json.text
  }

  /// Writes the members `beads` and `sentences`.
  func writeMembers(to json: inout JSONText, minConfidence: Double = 0) {
    json.name("beads")
    json.array { json in
      for link in links where link.confidence >= minConfidence {
        json.object { json in
          json.name("source")
          json.array { json in for number in link.source { json.value(number) } }
          json.name("target")
          json.array { json in for number in link.target { json.value(number) } }
          json.member("confidence", link.confidence, digits: 4)
        }
      }
    }
    json.name("sentences")
    json.object { json in
      json.member("source", source)
      json.member("target", target)
    }
  }
}
