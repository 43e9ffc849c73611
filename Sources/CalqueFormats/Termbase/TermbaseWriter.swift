import CalqueInput
import CalqueModel

/// Writes a termbase in XML.
///
/// In the document that it came from, an entry is written as it was read while it still says the
/// same. Any other concept is written from the model.
struct TermbaseWriter: FormatWriter {
  private let syntax: TermbaseSyntax
  private let header: FileHeader?
  private let options: WriterOptions
  private let prefixes: DeclaredPrefixes
  private var hasBegun = false
  private var rest: String?

  init(_ syntax: TermbaseSyntax, header: FileHeader?, options: WriterOptions) {
    self.syntax = syntax
    // Another version or style on request means another document.
    self.header = options.version == nil && header?.text.isEmpty == false ? header : nil
    var options = options
    if let header, options.version == nil { options.version = Self.version(header.text) }
    self.options = options
    prefixes = DeclaredPrefixes(self.header?.text)
  }

  /// The version and style of a document, for entries that are written from the model.
  private static func version(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    if XMLBeginning.after("<martif", bytes[...]) != nil { return "2" }
    if XMLBeginning.after("\"dct\"", bytes[...]) != nil { return "dct" }
    if XMLBeginning.after("<TBX", bytes[...]) != nil { return "min-1" }
    return nil
  }

  mutating func write(_ unit: TranslationUnit, to output: inout Output) throws(FormatError) {
    var plain = unit
    plain.meta.notes = Array(unit.meta.notes.prefix(1))
    output.lose(unit) { $0 == "tuid" || $0 == "note" && unit.meta.notes.count <= 1 }
    for variant in unit.variants { output.lose(variant) }
    plain.meta = Meta()
    plain.meta.notes = Array(unit.meta.notes.prefix(1))
    try write(Concept(plain), to: &output)
  }

  mutating func write(_ concept: Concept, to output: inout Output) throws(FormatError) {
    let start = output.bytes.count
    compose(concept, &output)
    encode(from: start, &output)
  }

  mutating func finish(_ output: inout Output) {
    let start = output.bytes.count
    begin(&output)
    if header != nil, let rest {
      output.append(rest)
    } else {
      output.append("\n" + Self.closing(header?.text ?? syntax.opening(options)))
    }
    output.append("\n")
    encode(from: start, &output)
  }

  /// Turns what was written since an offset into UTF-16 if the format wants it.
  private func encode(from start: Int, _ output: inout Output) {
    guard syntax.isUTF16 else { return }
    let text = String(decoding: output.bytes[start...], as: UTF8.self)
    output.bytes.removeSubrange(start...)
    output.bytes.reserveCapacity(start + 2 * text.utf8.count)
    for unit in text.utf16 { output.bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
  }

  private mutating func compose(_ concept: Concept, _ output: inout Output) {
    var concept = concept
    if let pair = options.pair {
      let isAsked = { (term: Term) in
        term.language.fit(asked: pair.source) != nil || term.language.fit(asked: pair.target) != nil
      }
      for term in concept.terms where !isAsked(term) { output.lose("term in \(term.language)") }
      concept.terms.removeAll { !isAsked($0) }
    }
    begin(&output)
    // A glossary can hold concepts of several formats; what follows them is of their own.
    let entry = concept.meta.attributes.value(Meta.entry).flatMap {
      TermbaseHandler.entry($0, syntax)
    }
    if entry != nil, let after = concept.meta.attributes.value(Meta.after) { rest = after }
    if let header, header.format == syntax.format, let entry, let text = kept(concept, entry) {
      output.append(concept.meta.attributes.first { $0.name == Meta.before }?.value ?? "\n")
      output.append(text)
    } else {
      if concept.terms.isEmpty { return output.passOver("concept without a term") }
      output.append("\n")
      let text = syntax.entry(concept.withoutVerbatim, options, &output)
      output.append(header == nil || prefixes.hold(text) ? text : TBXWriter.declaring(text))
      output.lose("character that XML has not", concept.unstorableCount)
    }
  }

  /// The entry as it was read, if it still says what the concept says.
  private func kept(_ concept: Concept, _ node: XMLNode) -> String? {
    guard let text = concept.meta.attributes.value(Meta.entry) else { return nil }
    var plain = concept.withoutVerbatim
    let read = syntax.concept(node).withoutVerbatim
    if read.domains.isEmpty { plain.domains = [] }
    return read == plain ? text : nil
  }

  private mutating func begin(_ output: inout Output) {
    guard !hasBegun else { return }
    hasBegun = true
    let mark = syntax.isUTF16 ? "\u{FEFF}" : ""
    let encoding = syntax.isUTF16 ? "UTF-16" : "UTF-8"
    output.append("\(mark)<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n")
    output.append(header?.text ?? syntax.opening(options))
  }

  /// The end tags of the elements that a document's beginning leaves open.
  private static func closing(_ opening: String) -> String {
    var open = [String]()
    var rest = Array(opening.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
      let tag = rest[..<end]
      rest = rest[end...]
      if tag.first == UInt8(ascii: "/") {
        _ = open.popLast()
      } else if tag.first != UInt8(ascii: "?"), tag.first != UInt8(ascii: "!"),
        tag.last != UInt8(ascii: "/")
      {
        open.append(String(decoding: tag.prefix { $0 > 0x20 }, as: UTF8.self))
      }
    }
    return open.reversed().map { "</\($0)>" }.joined()
  }
}
