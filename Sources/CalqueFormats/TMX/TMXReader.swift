import CalqueInput
import CalqueModel

/// Reads a TMX document chunk by chunk.
struct TMXReader: FormatReader {
  private let source: any ByteSource
  private let file: String
  private let options: FormatOptions
  let kind: Resource.Kind
  let languages: [LanguageTag]

  /// Creates a reader; its languages are those that the beginning of the body names.
  init(_ input: FormatInput) {
    source = input.source
    file = input.file
    options = input.options
    kind = input.options.kind ?? .memory
    languages = TMXBeginning.languages(input.head.text)
  }

  /// Reports every unit; for a glossary, the concept that the unit is converted to.
  func read(_ each: (FileEvent) throws -> Void) throws {
    guard kind == .glossary else { return try readUnits(each) }
    try readUnits { event in
      guard case .unit(let unit, let place) = event else { return try each(event) }
      var concept = Concept(unit)
      concept.domains = options.domain.map { [$0] } ?? []
      try each(.concept(concept, place))
    }
  }

  private func readUnits(_ each: (FileEvent) throws -> Void) throws {
    let handler = TMXHandler(file: file, options: options)
    let document = XMLDocument(source, handler: handler, limits: options.limits)
    handler.document = document
    var goesOn = true
    while goesOn {
      var failure: InputError?
      do throws(InputError) { goesOn = try document.parseNext() } catch { failure = error }
      // Units before a break in the document are reported in any case.
      try handler.drain(each)
      if let failure {
        try fail(
          FormatError(failure, file: file, remedy: .keepGoing(file: file)), each)
        goesOn = false
      }
    }
    for warning in handler.warnings.rest { try each(.warning(warning)) }
  }

  private func fail(_ error: FormatError, _ each: (FileEvent) throws -> Void) throws {
    guard options.keepGoing else { throw error }
    try each(.refused(message: error.message, error.place))
  }
}
