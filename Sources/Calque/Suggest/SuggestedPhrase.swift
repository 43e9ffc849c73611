import CalqueModel

/// A phrase of an article that no glossary has.
public struct SuggestedPhrase: Hashable, Sendable {
  /// The phrase as it is written at its first place.
  public let surface: String
  /// All places, in UTF-8 bytes of the text, in order.
  public let spans: [Range<Int>]
  /// The line of the first place, from 1.
  public let line: Int
  /// The column of the first place, in Unicode scalars, from 1.
  public let column: Int
  /// What a candidate is: `name`, `title`, `acronym`, `term`; nil for a phrase of a memory.
  public let kind: String?
  /// The long form that the article gives for an acronym.
  public let expansion: String?
  /// The glossary's translation that the memories contradict; nil for a phrase that no glossary has.
  public internal(set) var contradicted: String?
  /// What the memories say for the phrase, best first.
  public internal(set) var translations: [MemoryRendering]
}

extension SuggestedPhrase {
  /// Writes the phrase as an object.
  func write(to json: inout JSONText) {
    let first = spans.first ?? 0..<0
    json.object { json in
      json.member("surface", surface)
      json.member("start", first.lowerBound)
      json.member("end", first.upperBound)
      json.member("line", line)
      json.member("column", column)
      if let contradicted { json.member("contradicts", contradicted) }
      if let kind {
        json.member("kind", kind)
        json.member("expansion", expansion)
      }
      json.name("spans")
      json.array { json in
        for span in spans {
          json.object { json in
            json.member("start", span.lowerBound)
            json.member("end", span.upperBound)
          }
        }
      }
      json.name("translations")
      json.array { json in for rendering in translations { rendering.write(to: &json) } }
    }
  }
}
