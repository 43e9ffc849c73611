import CalqueInput
import CalqueModel

/// Reads a file of any supported format as a stream of units or concepts, in constant memory.
///
///     let reader = try FileReader(path: "archive.fr-en.tmx", options: FormatOptions())
///     try reader.read { event in
///       if case .unit(let unit, _) = event { print(unit.variants.map(\.text)) }
///     }
///
/// A file is opened and its beginning examined at once, so that `detected` can be shown before
/// anything is stored. It is read once.
public final class FileReader {
  /// What the file was found to be.
  public let detected: Detected
  private let file: String
  private let options: FormatOptions
  private let input: TextInput
  private let content: FileContent
  private var isRead = false

  /// Opens a file and examines its beginning.
  ///
  /// - Parameters:
  ///   - path: the file; `-` is standard input.
  ///   - options: what is known of it beforehand.
  /// - Throws: `FormatError` where the file cannot be opened, is empty, or is of no known format.
  public init(path: String, options: FormatOptions = FormatOptions()) throws(FormatError) {
    file = path
    self.options = options
    let name = FileName(path: path)
    do throws(InputError) {
      let isCSV = options.format.map { $0 == .csv } ?? (name.suffix == "csv")
      input = try TextInput(
        path: path, isCSV: isCSV, encoding: options.encoding, limits: options.limits)
      content = try FileContent(input, name: name, options: options)
    } catch {
      throw FormatError(
        place: SourcePlace(file: path), message: error.message, remedy: error.remedy)
    }
    detected = Detected(
      format: content.format, kind: content.kind, languages: content.languages,
      isCompressed: input.isCompressed, resourceName: name.stem, said: content.said)
  }

  /// Reports what the file holds, in its order.
  ///
  /// - Parameter each: is given every event; what it throws ends the reading and is thrown on.
  /// - Throws: `FormatError` where the file is broken or its languages are unknown, or what `each`
  ///   throws.
  public func read<E: Error>(_ each: (FileEvent) throws(E) -> Void) throws {
    try run { event in try each(event) }
  }

  private func run(_ each: (FileEvent) throws -> Void) throws {
    guard !isRead else {
      throw FormatError(place: SourcePlace(file: file), message: "the file was read before")
    }
    isRead = true
    for message in input.warnings {
      try each(.warning(FormatWarning(line: 1, column: 0, message: message)))
    }
    switch content {
    case .tmx(.memory, _):
      try TMXReader(source: input.source, file: file, options: options).run(each)
    case .tmx(.glossary, _):
      try TMXReader(source: input.source, file: file, options: options).run { event in
        guard case .unit(let unit, let place) = event else { return try each(event) }
        var concept = Concept(unit)
        concept.domains = options.domain.map { [$0] } ?? []
        try each(.concept(concept, place))
      }
    case .table(let layout):
      guard let columns = layout.columns else {
        throw FormatError(
          place: SourcePlace(file: file), message: "nothing in the file names its languages",
          remedy: "say which they are, in the order of the columns: --pair fr-en")
      }
      try TableReader(
        source: input.source, layout: layout, columns: columns, file: file, options: options
      ).run(each)
    }
    if let message = input.finalWarning {
      try each(.warning(FormatWarning(line: 0, column: 0, message: message)))
    }
  }
}
