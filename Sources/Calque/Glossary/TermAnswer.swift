public import CalqueModel

/// A glossary term in a text, with its translations: what JSON calls TERM.
public struct TermAnswer: Hashable, Sendable {
  /// A term of the other language.
  public struct Translation: Hashable, Sendable {
    /// The term.
    public let text: String
    /// Whether to use it.
    public let status: TermStatus
    /// Where it comes from: `glossary:NAME`.
    public let origin: String
    /// A note on this translation alone.
    public let note: String?
    /// What to beware of in it.
    public let flags: TermFlags
    /// When it holds.
    public let validity: Validity
    /// Whether it holds at the date asked for.
    public let isInForce: Bool
  }

  /// The term as the text has it.
  public let surface: String
  /// Where it starts, in UTF-8 bytes of the text.
  public let start: Int
  /// Where it ends, exclusive, in UTF-8 bytes of the text.
  public let end: Int
  /// The line where it starts, from 1.
  public let line: Int
  /// The column where it starts, in Unicode scalars, from 1.
  public let column: Int
  /// The term as its glossary has it.
  public let term: String
  /// The concept's id.
  public let concept: ConceptID
  /// The glossary's name.
  public let glossary: String
  /// The concept's subject field.
  public let domain: String?
  /// The note for whoever uses it.
  public let note: String?
  /// What to beware of.
  public let flags: TermFlags
  /// When the term holds.
  public let validity: Validity
  /// Whether it holds at the date asked for.
  public let isInForce: Bool
  /// How alike the text and the term are: 100 where the term was recognised.
  public let score: Int
  /// The bytes of the longer term that this one lies in or overlaps with.
  public let within: Range<Int>?
  /// Its translations, best first; forbidden ones last.
  public let translations: [Translation]
}

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
