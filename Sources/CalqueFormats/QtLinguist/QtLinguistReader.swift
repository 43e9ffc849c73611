import CalqueInput
import CalqueModel
import CalqueText

/// Reads a TS file message by message.
struct QtLinguistReader: FormatReader {
  private let source: any ByteSource
  private let file: String
  private let options: FormatOptions
  let kind: Resource.Kind
  let languages: [LanguageTag]
  /// Whether the root names no language, and those of the options count.
  private let isAssumed: Bool

  /// Creates a reader; its languages are those that the root names, or the options.
  init(_ input: FormatInput) {
    source = input.source
    file = input.file
    options = input.options
    kind = input.options.kind ?? .memory
    func named(_ name: String) -> LanguageTag? {
      guard let value = XMLBeginning.after(" \(name)=", input.head.text.prefix(4 << 10)),
        let quote = value.first
      else { return nil }
      let text = value.dropFirst().prefix { $0 != quote && $0 != UInt8(ascii: ">") }
      let tag = LanguageTag(String(decoding: text, as: UTF8.self))
      return tag.isWellFormed ? tag : nil
    }
    let found = CatalogueLanguages(
      source: named("sourcelanguage"), target: named("language"), input.options)
    isAssumed = found.isAssumed
    // A program's own language is English unless somebody says something else.
    let source = found.source ?? LanguageTag(Language.english.primary)
    languages = [source, found.target].compactMap { $0 }
  }

  /// Reports every unit; for a glossary, the concept that the unit is converted to.
  func read(_ each: (FileEvent) throws -> Void) throws {
    guard kind == .glossary else { return try readUnits(each) }
    try readUnits { try each($0.asConcept(in: options.domain)) }
  }

  private func readUnits(_ each: (FileEvent) throws -> Void) throws {
    let handler = QtLinguistHandler(file: file, options: options, languages: languages)
    handler.isAssumed = isAssumed
    let document = ResumedDocument(source, handler: handler, limits: options.limits)
    if kind == .memory, options.keepsWritten(.qt) {
      handler.written = { [unowned document] in document.text(in: $0) }
    }
    var goesOn = true
    while goesOn {
      var failure: InputError?
      do throws(InputError) { goesOn = try document.parseNext() } catch { failure = error }
      if let failure {
        handler.release()
        try handler.drain(each)
        let error = FormatError(failure, file: file, remedy: .keepGoing(file: file))
        guard options.keepGoing else { throw error }
        try each(.refused(message: error.message, error.place))
        goesOn = document.resume()
      }
      if !goesOn { handler.finish() }
      try handler.drain(each)
      document.forget(before: handler.safeOffset)
    }
    for warning in handler.warnings.rest { try each(.warning(warning)) }
  }
}
