import CalqueInput
import CalqueModel

/// Reads a TMX document chunk by chunk.
struct TMXReader {
  let source: any ByteSource
  let file: String
  let options: FormatOptions

  /// Reports every unit.
  func run(_ each: (FileEvent) throws -> Void) throws {
    let valid = ValidatedSource(source)
    let handler = TMXHandler(file: file, options: options)
    let parser = XMLParser(handler, limits: options.limits)
    handler.parser = parser
    do {
      while true {
        let chunk = try valid.next()
        if chunk.isEmpty { break }
        handler.places.append(chunk)
        try parser.feed(chunk.span)
        try handler.drain(each)
      }
      try parser.finish()
      try handler.drain(each)
    } catch let problem as XMLProblem {
      try handler.drain(each)
      try fail(handler.error(problem), each)
    } catch let error as InputError {
      try handler.drain(each)
      try fail(
        handler.error(
          XMLProblem(error.message, offset: handler.places.end), remedy: error.remedy), each)
    }
    for warning in handler.warnings.rest { try each(.warning(warning)) }
  }

  private func fail(_ error: FormatError, _ each: (FileEvent) throws -> Void) throws {
    guard options.keepGoing else { throw error }
    try each(.refused(message: error.message, error.place))
  }
}
