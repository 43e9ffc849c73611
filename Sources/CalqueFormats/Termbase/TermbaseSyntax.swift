import CalqueModel

/// What a format of termbases in XML has of its own; reading and writing are the same for all.
struct TermbaseSyntax: Sendable {
  let format: FileFormat
  /// The names of the elements that hold a concept, without prefixes.
  let entries: Set<String>
  /// Makes a concept of an entry, with all that the model has a place for.
  let concept: @Sendable (XMLNode) -> Concept
  /// The start of a new document, in the version that the options name, up to its first entry.
  let opening: @Sendable (WriterOptions) -> String
  /// An entry in the version that the options name, and what it loses.
  let entry: @Sendable (Concept, WriterOptions, inout Output) -> String
  /// Whether a document is written in UTF-16, as the format's own tool writes and expects it.
  var isUTF16 = false
}

extension Meta {
  /// The attribute that keeps an entry as its file wrote it.
  static let entry = "xml:entry"
  /// The attribute that keeps what stands before an entry and behind the one before.
  static let before = "xml:before"
  /// The attribute that keeps what follows the last entry of a file.
  static let after = "xml:after"

  /// The attribute that keeps a number by which a unit is found to say the same as its entry.
  static let said = "xml:said"

  /// The attribute of a segment that keeps the text of the unit which the file cuts into segments.
  package static let whole = "xml:whole"

  /// The attribute that keeps the sections of an entry where a language has none or several terms'
  /// worth: `en 2;fr 0;fr 1`.
  static let sections = "xml:sections"

  /// Whether an attribute keeps a part of a file as written, or a mark of ours; not a loss where it
  /// is left out.
  static func isVerbatim(_ name: String) -> Bool {
    isCell(name) || name == entry || name == before || name == after
      || name == sections || name == doubt || name == said
  }
}

extension Concept {
  /// Keeps the sections of the entry, unless each language has one and it has terms.
  mutating func keepSections(_ sections: [(language: LanguageTag, count: Int)]) {
    let isPlain =
      Set(sections.map(\.language)).count == sections.count && !sections.contains { $0.count == 0 }
    if isPlain { return }
    let list = sections.map { "\($0.language.written) \($0.count)" }.joined(separator: ";")
    meta.attributes.append(Meta.Attribute(name: Meta.sections, value: list))
  }

  /// The terms by language, as the sections of the entry have them.
  var sections: [(language: LanguageTag, terms: [Term])] {
    if let list = meta.attributes.first(where: { $0.name == Meta.sections })?.value {
      var rest = terms[...]
      var sections = [(language: LanguageTag, terms: [Term])]()
      var isWhole = true
      for item in list.split(separator: ";") {
        let parts = item.split(separator: " ")
        guard parts.count == 2, let count = Int(parts[1]), (0...rest.count).contains(count) else {
          isWhole = false
          break
        }
        sections.append((LanguageTag(String(parts[0])), Array(rest.prefix(count))))
        rest = rest.dropFirst(count)
      }
      let isTrue =
        isWhole && rest.isEmpty
        && sections.allSatisfy { section in
          section.terms.allSatisfy { $0.language == section.language }
        }
      if isTrue { return sections }
    }
    var languages = [LanguageTag]()
    for term in terms where !languages.contains(term.language) { languages.append(term.language) }
    return languages.map { language in (language, terms.filter { $0.language == language }) }
  }

  /// The number of characters in the concept's texts that XML does not allow.
  var unstorableCount: Int {
    var texts: [String?] = [externalID, definition, note]
    for text in domains + meta.notes.map(\.text) { texts.append(text) }
    for term in terms {
      let said: [String?] = [
        term.text, term.note, term.example, term.source, term.partOfSpeech, term.region,
      ]
      texts += said
    }
    return texts.compactMap(\.self).reduce(0) { $0 + StorableText.cleaned($1).count }
  }

  /// The concept without the parts of its file that are kept as written.
  var withoutVerbatim: Concept {
    var plain = self
    plain.meta.attributes.removeAll { Meta.isVerbatim($0.name) }
    return plain
  }
}
