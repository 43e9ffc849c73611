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
}

extension Meta {
  /// The attribute that keeps an entry as its file wrote it.
  static let entry = "xml:entry"
  /// The attribute that keeps what stands before an entry and behind the one before.
  static let before = "xml:before"
  /// The attribute that keeps what follows the last entry of a file.
  static let after = "xml:after"

  /// Whether an attribute keeps a part of a file as written; not a loss where it is left out.
  static func isVerbatim(_ name: String) -> Bool {
    isCell(name) || name == entry || name == before || name == after
  }
}

extension Concept {
  /// The concept without the parts of its file that are kept as written.
  var withoutVerbatim: Concept {
    var plain = self
    plain.meta.attributes.removeAll { Meta.isVerbatim($0.name) }
    return plain
  }
}
