import CalqueInput
import CalqueModel

/// Reads a gettext catalogue: PO line by line, MO as a whole.
struct POReader: FormatReader {
  private let source: any ByteSource
  private let file: String
  private let options: FormatOptions
  private let isBinary: Bool
  let kind: Resource.Kind
  let languages: [LanguageTag]

  /// Creates a reader; its languages are those that the header in the file's beginning names.
  init(_ input: FormatInput) throws(InputError) {
    source = input.source
    file = input.file
    options = input.options
    kind = input.options.kind ?? .memory
    isBinary = MOFile.isLikely(input.head.bytes)
    var units = POUnits(input.options)
    if !isBinary {
      var scanner = POScanner()
      for line in input.head.lines.prefix(400) where scanner.entries.isEmpty {
        _ = try? scanner.read(line)
      }
      units.begin(scanner.entries.first.flatMap { $0.isHeader ? $0 : nil })
    }
    languages = units.languages
  }

  /// Reports every unit; for a glossary, the concept that the unit is converted to.
  func read(_ each: (FileEvent) throws -> Void) throws {
    guard kind == .glossary else { return try readUnits(each) }
    try readUnits { try each($0.asConcept(in: options.domain)) }
  }

  private func readUnits(_ each: (FileEvent) throws -> Void) throws {
    var delivery = PODelivery(file: file, options: options)
    do {
      if isBinary {
        for entry in try MOFile.entries(source, options.limits) {
          try delivery.take(entry)
          try delivery.drain(each)
        }
        delivery.finish(after: "")
      } else {
        try readLines(&delivery, each)
      }
    } catch let error as InputError {
      let error = FormatError(error, file: file, remedy: .keepGoing(file: file))
      guard options.keepGoing else { throw error }
      delivery.finish(after: "")
      try delivery.drain(each)
      return try each(.refused(message: error.message, error.place))
    }
    try delivery.drain(each)
  }

  private func readLines(
    _ delivery: inout PODelivery, _ each: (FileEvent) throws -> Void
  ) throws {
    var lines = TextLines(source, limit: options.limits.segment)
    var scanner = POScanner()
    /// Reports a broken entry; the reading goes on behind it if it is to.
    func refuse(_ error: InputError, _ line: String?) throws {
      guard options.keepGoing else { throw error }
      for entry in scanner.takeEntries() { try delivery.take(entry) }
      delivery.passOver()
      try delivery.drain(each)
      let refused = FormatError(error, file: file)
      try each(.refused(message: refused.message, refused.place))
      guard let next = scanner.passOver(line), let line else { return }
      try refuse(lines.located(next, line), line)
    }
    while true {
      var line: String?
      do throws(InputError) { line = try lines.next() } catch {
        try refuse(error, nil)
        if lines.skipLine() { continue }
        break
      }
      guard let line else { break }
      do throws(InputError) {
        do throws(InputError) { try scanner.read(line) } catch { throw lines.located(error, line) }
        if scanner.size > options.limits.unit {
          throw lines.located(InputError(message: "an entry is too long"), "")
        }
      } catch { try refuse(error, line) }
      for entry in scanner.takeEntries() { try delivery.take(entry) }
      try delivery.drain(each)
    }
    do throws(InputError) { try scanner.finish() } catch { try refuse(error, nil) }
    for entry in scanner.takeEntries() { try delivery.take(entry) }
    delivery.finish(after: scanner.takeLoose())
  }
}
