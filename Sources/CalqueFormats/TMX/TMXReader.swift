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
    try readUnits { try each($0.asConcept(in: options.domain)) }
  }

  private func readUnits(_ each: (FileEvent) throws -> Void) throws {
    let handler = TMXHandler(file: file, options: options)
    var shift = PlaceShift()
    var bytes = self.source
    if options.keepGoing {
      // Blanks before the XML declaration are an error that is easily passed over.
      let peeked = PeekedSource(bytes)
      let blanks = peeked.peek(1).prefix { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      shift.skipped = blanks.count { $0 == 0x0A }
      bytes = MarkedSource(peeked, skipping: blanks.count)
    }
    handler.withElements { $0.resume(shift, isNew: true) }
    let source = ResumableSource(bytes, countsLines: options.keepGoing)
    var document = XMLDocument(source, handler: handler, limits: options.limits)
    handler.withElements { $0.document = document }
    // The offset in the file of the first byte of the document that is parsed.
    var start = 0
    // The offset at which the parsing went on last.
    var resumed = -1
    handler.withElements {
      $0.written = { range in
        let text = source.text(in: range.lowerBound + start..<range.upperBound + start)
        return text?.hasPrefix("<tu") == true && text?.hasSuffix(">") == true ? text : nil
      }
    }
    var goesOn = true
    while goesOn {
      var failure: InputError?
      do throws(InputError) { goesOn = try document.parseNext() } catch { failure = error }
      // Units before a break in the document are reported in any case.
      try handler.drain(each)
      let (safeOffset, isInBody, isInUnit) = handler.withElements {
        ($0.safeOffset, $0.isInBody, $0.isInUnit)
      }
      guard let failure else {
        source.forget(before: start + safeOffset)
        continue
      }
      try fail(FormatError(failure, file: file, remedy: .keepGoing(file: file)), shift, each)
      guard isInBody else { break }
      let isUnit = { (name: String, isEnd: Bool) in !isEnd && name == "tu" }
      let limit = options.limits.unit
      // A unit at which the parsing went on and that was not read is the broken one, even if its
      // start tag is broken, so that it did not begin.
      let isResumed = start + safeOffset <= resumed
      let from = isResumed ? resumed + 1 : start + safeOffset
      var next = source.seek(from: from, limit: limit, where: isUnit)
      let isInside = next.map { $0.offset <= start + (document.failureOffset ?? 0) } ?? false
      if let place = next, !isResumed, isInUnit || isInside {
        // The break is in the unit that begins there.
        next = source.seek(from: place.offset + 1, limit: limit, where: isUnit)
      }
      guard let next else { break }
      resumed = next.offset
      // What follows the break is a document of its own, with the start tags that it lacks.
      shift.beginning = next
      start = next.offset - Self.opening.utf8.count
      handler.withElements { $0.resume(shift, isNew: false) }
      document = XMLDocument(
        JoinedSource(Array(Self.opening.utf8), source), handler: handler, limits: options.limits)
      handler.withElements { $0.document = document }
    }
    for warning in handler.withElements({ $0.warnings.rest }) { try each(.warning(warning)) }
  }

  private static let opening = "<tmx><body>\n"

  private func fail(
    _ error: FormatError, _ shift: PlaceShift, _ each: (FileEvent) throws -> Void
  ) throws {
    guard options.keepGoing else { throw error }
    var place = error.place
    (place.line, place.column) = shift.place((place.line, place.column))
    try each(.refused(message: error.message, place))
  }
}
