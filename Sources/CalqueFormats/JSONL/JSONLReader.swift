import CalqueInput
import CalqueModel

/// Reads one JSON object a line, as `JSONLWriter` writes them.
struct JSONLReader: FormatReader {
  private let source: any ByteSource
  private let file: String
  private let options: FormatOptions
  let kind: Resource.Kind
  let languages: [LanguageTag]

  /// Creates a reader; the first complete line tells kind and languages.
  init(_ input: FormatInput) {
    source = input.source
    file = input.file
    options = input.options
    let lines = input.head.lines.prefix(2).compactMap { JSONValue($0) }
    let holdsConcepts =
      lines.contains { $0["concept"] != nil || $0["header"]?["kind"]?.text == "glossary" }
    let section = input.options.section?.resource
    kind = section?.kind ?? input.options.kind ?? (holdsConcepts ? .glossary : .memory)
    languages = section?.languages ?? Self.languages(in: lines)
  }

  private static func languages(in lines: [JSONValue]) -> [LanguageTag] {
    var tags = [LanguageTag]()
    for line in lines {
      let parts = line["unit"]?["variants"] ?? line["concept"]?["languages"]
      let written =
        (line["header"]?["languages"]?.items ?? []) + (parts?.items ?? []).compactMap { $0["lang"] }
      for tag in written.compactMap(\.text).map({ LanguageTag($0) }) where !tags.contains(tag) {
        tags.append(tag)
      }
    }
    return tags
  }

  /// Reports every line; a unit of a glossary, or a concept of a memory, is converted.
  func read(_ each: (FileEvent) throws -> Void) throws {
    var limits = options.limits
    limits.segment = limits.unit
    // A line is a row of one cell: no JSON holds the delimiter as it is.
    var scanner = TableScanner(
      source, dialect: Dialect(delimiter: 0x1F, isQuoted: false), limits: limits)
    var cells = [Cell]()
    var isFirst = true
    // Of a dump of a whole store one section is read.
    var section = -1
    while true {
      do throws(RowProblem) {
        guard try scanner.next(&cells) else { return }
      } catch {
        try refuse(error, each)
        guard scanner.skipLine() else { return }
        continue
      }
      guard let line = cells.first, !scanner.isBlank(line) else { continue }
      if let wanted = options.section {
        if scanner.buffer[line.start..<line.end].starts(with: DumpSection.opening.utf8) {
          section += 1
        }
        if section > wanted.number { return }
        if section < wanted.number { continue }
      }
      let place = SourcePlace(file: file, line: scanner.line, column: 1)
      if cells.count > 1 {
        let separator = Cell(start: line.end, end: line.end)
        try refuse(scanner.problem("the control character U+001F", in: separator), each)
        continue
      }
      do throws(EntryFault) {
        let value = try Self.value(scanner.bytes(line))
        if isFirst, let header = value["header"].flatMap(Self.header) {
          try hand(.header(header), each)
        }
        let isAlone = isFirst && options.section != nil
        isFirst = false
        // The header of an empty memory or glossary stands alone.
        if isAlone, value["unit"] == nil, value["concept"] == nil { continue }
        try hand(event(value, at: place), each)
      } catch .entry(let message, let offset) {
        let cell = Cell(start: line.start + offset, end: line.end)
        try refuse(scanner.problem(message, in: cell), each)
      } catch .caller(let error) {
        throw error
      }
    }
  }

  /// A line that is no entry, or an error of the caller's.
  private enum EntryFault: Error {
    case entry(String, offset: Int)
    case caller(any Error)
  }

  private func hand(
    _ event: FileEvent, _ each: (FileEvent) throws -> Void
  ) throws(EntryFault) {
    do { try each(event) } catch { throw .caller(error) }
  }

  private static func value(_ bytes: [UInt8]) throws(EntryFault) -> JSONValue {
    switch JSONValue.read(bytes) {
    case .success(let value): return value
    case .failure(let fault): throw .entry("no JSON object", offset: fault.offset)
    }
  }

  private static func header(_ json: JSONValue) -> FileHeader? {
    guard let format = json["format"]?.text, let known = FileFormat(rawValue: format) else {
      return nil
    }
    return FileHeader(
      format: known, version: json["version"]?.text,
      languages: (json["languages"]?.items ?? []).compactMap(\.text).map { LanguageTag($0) },
      text: json["text"]?.text ?? "")
  }

  private func event(
    _ json: JSONValue, at place: SourcePlace
  ) throws(EntryFault) -> FileEvent {
    let entry: JSONLEntry
    do throws(JSONLEntry.Fault) { entry = try JSONLEntry(json) } catch {
      throw .entry(error.message, offset: 0)
    }
    switch (entry, kind) {
    case (.unit(let unit), .memory):
      let filled = unit.variants.count { !$0.text.isBlank || $0.codes != nil }
      if filled < 2, !options.keepsIncomplete { return .skipped(reason: "empty side", place) }
      return .unit(unit, place)
    case (.concept(let concept), .memory): return .unit(TranslationUnit(concept), place)
    case (.unit(let unit), .glossary): return .concept(inDomain(Concept(unit)), place)
    case (.concept(let concept), .glossary):
      if concept.terms.isEmpty { return .skipped(reason: "no terms", place) }
      return .concept(inDomain(concept), place)
    }
  }

  private func inDomain(_ concept: Concept) -> Concept {
    guard concept.domains.isEmpty, let domain = options.domain else { return concept }
    var concept = concept
    concept.domains = [domain]
    return concept
  }

  private func refuse(_ problem: RowProblem, _ each: (FileEvent) throws -> Void) throws {
    let place = SourcePlace(file: file, line: problem.line, column: problem.column)
    if options.keepGoing { return try each(.refused(message: problem.message, place)) }
    throw FormatError(
      place: place, message: problem.message,
      excerpt: Excerpt(lines: [
        Excerpt.Line(number: problem.line, text: problem.text, column: problem.column)
      ]), remedy: .keepGoing(file: file))
  }
}
