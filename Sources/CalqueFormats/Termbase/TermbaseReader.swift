import CalqueInput
import CalqueModel

/// Reads a termbase in XML entry by entry; each concept keeps its entry as written.
struct TermbaseReader: FormatReader {
  private let syntax: TermbaseSyntax
  private let source: any ByteSource
  private let file: String
  private let options: FormatOptions
  let kind = Resource.Kind.glossary
  let languages: [LanguageTag]

  /// Creates a reader; its languages are those of the first entries.
  init(_ input: FormatInput, _ syntax: TermbaseSyntax) {
    self.syntax = syntax
    source = input.source
    file = input.file
    options = input.options
    languages = Self.languages(input.head.text, syntax, options.limits)
  }

  /// The languages of the entries at the beginning of a file, in order.
  private static func languages(
    _ head: [UInt8], _ syntax: TermbaseSyntax, _ limits: InputLimits
  ) -> [LanguageTag] {
    let handler = TermbaseHandler(syntax, file: "", limits: limits)
    let document = ResumedDocument(BytesInMemory(head), handler: handler, limits: limits)
    // The beginning ends inside an entry, which is an error that does not matter here.
    _ = try? document.parseNext()
    var languages = [LanguageTag]()
    for entry in handler.entries {
      for term in syntax.concept(entry.node).terms where !languages.contains(term.language) {
        languages.append(term.language)
      }
    }
    return languages
  }

  /// Reports every concept.
  func read(_ each: (FileEvent) throws -> Void) throws {
    let handler = TermbaseHandler(syntax, file: file, limits: options.limits)
    let document = ResumedDocument(source, handler: handler, limits: options.limits)
    var isHeaderReported = false
    // The last concept is held back, because what follows it in the file is kept with it.
    var held: (concept: Concept, place: SourcePlace)?
    // The entries without a term since the last concept.
    var passedOver = ""
    func reportHeader(_ text: String) throws {
      guard !isHeaderReported else { return }
      isHeaderReported = true
      try each(
        .header(
          FileHeader(
            format: syntax.format, version: nil, languages: languages, text: text)))
    }
    var goesOn = true
    while goesOn {
      var failure: InputError?
      do throws(InputError) { goesOn = try document.parseNext() } catch { failure = error }
      if let header = handler.header { try reportHeader(header) }
      for warning in handler.takeWarnings() where isHeaderReported {
        try each(.warning(warning))
      }
      for entry in handler.takeEntries() {
        var concept = syntax.concept(entry.node)
        if concept.terms.isEmpty, !options.keepsIncomplete {
          // A glossary cannot hold the entry, so it goes out with the next one.
          passedOver += (entry.before.isEmpty ? "\n" : entry.before) + entry.text
          try each(.skipped(reason: "no term", entry.place))
          continue
        }
        if concept.domains.isEmpty, let domain = options.domain { concept.domains = [domain] }
        concept.meta.attributes.append(Meta.Attribute(name: Meta.entry, value: entry.text))
        let before =
          passedOver.isEmpty
          ? entry.before : passedOver + (entry.before.isEmpty ? "\n" : entry.before)
        passedOver = ""
        if !before.isEmpty {
          concept.meta.attributes.append(Meta.Attribute(name: Meta.before, value: before))
        }
        if let held { try each(.concept(held.concept, held.place)) }
        held = (concept, entry.place)
      }
      if let failure {
        if let held { try each(.concept(held.concept, held.place)) }
        held = nil
        let error = FormatError(failure, file: file, remedy: .keepGoing(file: file))
        guard options.keepGoing else { throw error }
        try each(.refused(message: error.message, error.place))
        goesOn = document.resume()
      }
      document.forget(before: handler.unitOffset ?? document.offset)
    }
    guard var last = held else { return try reportHeader(handler.rest ?? "") }
    if let rest = handler.rest {
      last.concept.meta.attributes.append(
        Meta.Attribute(name: Meta.after, value: passedOver + rest))
    }
    try each(.concept(last.concept, last.place))
    for warning in handler.warnings.rest { try each(.warning(warning)) }
  }
}
