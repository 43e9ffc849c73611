import CalqueModel

/// An XML document that is parsed chunk by chunk, in memory that does not grow with the document.
///
///     let document = XMLDocument(source, handler: handler, limits: InputLimits())
///     while try document.parseNext() { handler.handOver() }
///
/// The handler receives the content of the document. The document knows the places.
package final class XMLDocument {
  private let source: ValidatedSource
  private let parser: XMLParser
  private var places = XMLPlaces()
  private var hasEnded = false

  /// Creates a document of UTF-8 that is not yet validated.
  package init(_ source: any ByteSource, handler: any XMLHandler, limits: InputLimits) {
    self.source = ValidatedSource(source)
    parser = XMLParser(handler, limits: limits)
  }

  /// Parses the next chunk; false after the end of the document.
  ///
  /// - Throws: `InputError` with place and excerpt if the document is broken or exceeds a limit.
  package func parseNext() throws(InputError) -> Bool {
    if hasEnded { return false }
    let chunk: [UInt8]
    do throws(InputError) {
      chunk = try source.next()
    } catch {
      var problem = XMLProblem(error.message)
      problem.offset = places.end
      throw located(problem, remedy: error.remedy)
    }
    places.append(chunk)
    hasEnded = chunk.isEmpty
    do throws(XMLProblem) {
      if hasEnded { try parser.finish() } else { try parser.feed(chunk.span) }
    } catch {
      throw located(error, remedy: nil)
    }
    return !hasEnded
  }

  /// The offset of the problem that ended the parsing; nil before.
  package private(set) var failureOffset: Int?

  /// The number of bytes of the document before the parser's position.
  package var offset: Int { parser.offset }

  /// The line and column of the parser's position.
  package var place: (line: Int, column: Int) { places.place(at: parser.offset) }

  /// The offset of the `<` of the last tag that was read.
  package var tagOffset: Int {
    let offset = parser.offset
    return places.tagStart(before: offset) ?? offset
  }

  /// The offset of the `<` of the last tag that was read, with its line and column.
  package var tag: (offset: Int, line: Int, column: Int) {
    let offset = tagOffset
    let place = places.place(at: offset)
    return (offset, place.line, place.column)
  }

  /// The line and column at which the last tag that was read begins.
  package var tagPlace: (line: Int, column: Int) {
    let tag = tag
    return (tag.line, tag.column)
  }

  /// The error for a problem, with the lines around its place.
  private func located(_ problem: XMLProblem, remedy: Remedy?) -> InputError {
    let offset = problem.offset ?? places.end
    failureOffset = offset
    // An end tag that does not fit is already behind the parser, so its `<` is shown.
    let shown = problem.closing == nil ? offset : places.tagStart(before: offset) ?? offset
    var lines = [Excerpt.Line]()
    var first = places.place(at: shown)
    let last = first
    if let open = problem.open, let start = places.tagStart(before: open.offset) {
      first = places.place(at: start)
      lines.append(
        Excerpt.Line(
          number: first.line, text: places.text(around: start), column: first.column,
          length: open.name.unicodeScalars.count + 2, label: "opened here"))
    }
    if let closing = problem.closing {
      lines.append(
        Excerpt.Line(
          number: last.line, text: places.text(around: shown), column: last.column,
          length: closing.unicodeScalars.count + 3, sign: "-",
          label: "but the <\(closing)> ends here"))
    } else if lines.isEmpty {
      lines.append(
        Excerpt.Line(number: last.line, text: places.text(around: shown), column: last.column))
    }
    return InputError(
      message: problem.message, line: first.line, column: first.column,
      excerpt: Excerpt(lines: lines), remedy: remedy)
  }
}
