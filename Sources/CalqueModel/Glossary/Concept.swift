/// One meaning and its terms, in any number of languages.
public struct Concept: Hashable, Sendable {
  /// The concept's identifier in its file.
  public var externalID: String?
  /// The subject fields.
  public var domains: [String]
  /// The definition of the meaning.
  public var definition: String?
  /// A note for translators.
  public var note: String?
  /// Further data from the concept's file.
  public var meta: Meta
  /// The terms, in the order of the file.
  public var terms: [Term]

  /// Makes a concept.
  public init(
    externalID: String? = nil, domains: [String] = [], definition: String? = nil,
    note: String? = nil, meta: Meta = Meta(), terms: [Term]
  ) {
    self.externalID = externalID
    self.domains = domains
    self.definition = definition
    self.note = note
    self.meta = meta
    self.terms = terms
  }
}

extension Concept {
  /// Whether all parts of two concepts are equal; texts are compared byte for byte.
  public static func == (a: Concept, b: Concept) -> Bool {
    a.externalID.hasSameBytes(as: b.externalID) && a.domains.hasSameBytes(as: b.domains)
      && a.definition.hasSameBytes(as: b.definition) && a.note.hasSameBytes(as: b.note)
      && a.terms == b.terms && a.meta == b.meta
  }
}

extension Concept {
  /// The attribute of a note in `meta` that names the language whose readers the note is for.
  private static let noteLanguage = "source-language"

  /// The note for a translator who reads the concept's terms in a language.
  ///
  /// A note of the whole concept is for every reader. Otherwise a note belongs to one direction:
  /// what must be known of *Sénat* is not what must be known of "Senate".
  ///
  /// - Parameter language: the language of the text that is translated.
  /// - Returns: the note; nil if there is none in that direction.
  public func note(from language: LanguageTag) -> String? {
    note ?? directedNotes.first { $0.language.primary == language.primary }?.text
  }

  /// The notes that belong to one direction, each with the language of the text.
  public var directedNotes: [(language: LanguageTag, text: String)] {
    meta.notes.compactMap { note in
      note.attributes.first { $0.name == Self.noteLanguage }
        .map { (LanguageTag($0.value), note.text) }
    }
  }

  /// Adds a note for translators from one language.
  public mutating func addNote(_ text: String, from language: LanguageTag) {
    meta.notes.append(
      Meta.Note(
        text, attributes: [Meta.Attribute(name: Self.noteLanguage, value: language.written)]))
  }
}
