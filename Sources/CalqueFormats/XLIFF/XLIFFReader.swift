import CalqueInput
import CalqueModel

/// Reads an XLIFF document unit by unit.
///
/// In plain XLIFF a unit keeps its element as written, and what stands between it and the unit
/// before, so that the document can be put together again.
struct XLIFFReader: FormatReader {
  private let source: any ByteSource
  private let file: String
  private let options: FormatOptions
  private let format: FileFormat
  private let dialect: XLIFFDialect
  let kind: Resource.Kind
  let languages: [LanguageTag]

  /// Creates a reader; its languages are those that the beginning names.
  init(_ input: FormatInput, _ format: FileFormat) {
    source = input.source
    file = input.file
    options = input.options
    self.format = format
    let asked: XLIFFDialect = format == .sdlxliff ? .trados : format == .mqxliff ? .memoQ : .plain
    dialect = asked == .plain && XLIFFDialect(input.head) == .memoQ ? .memoQ : asked
    kind = input.options.kind ?? .memory
    let named = Self.languages(input.head.text)
    languages = named.isEmpty ? (input.options.pair.map { [$0.source, $0.target] } ?? []) : named
  }

  /// The languages that the first tags of a document name.
  private static func languages(_ head: [UInt8]) -> [LanguageTag] {
    for names in [("source-language=", "target-language="), ("srcLang=", "trgLang=")] {
      let found = [names.0, names.1].compactMap { name -> LanguageTag? in
        guard let value = XMLBeginning.after(name, head[...]), let quote = value.first else {
          return nil
        }
        let text = value.dropFirst().prefix { $0 != quote && $0 != UInt8(ascii: ">") }
        let tag = LanguageTag(String(decoding: text, as: UTF8.self))
        return tag.isWellFormed ? tag : nil
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Reports every unit; for a glossary, the concept that the unit is converted to.
  func read(_ each: (FileEvent) throws -> Void) throws {
    guard kind == .glossary else { return try readUnits(each) }
    try readUnits { try each($0.asConcept(in: options.domain)) }
  }

  private func readUnits(_ each: (FileEvent) throws -> Void) throws {
    let handler = XLIFFHandler(file: file, options: options, dialect: dialect)
    let document = ResumedDocument(source, handler: handler, limits: options.limits)
    if format == .xliff, kind == .memory, options.keepsWritten(.xliff) {
      handler.written = { [unowned document] in document.text(in: $0) }
    }
    var goesOn = true
    while goesOn {
      var failure: InputError?
      do throws(InputError) { goesOn = try document.parseNext() } catch { failure = error }
      if let failure {
        // Units before a break in the document are reported in any case.
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
