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
  private let source: any ByteSource
  private let content: Content
  private var isRead = false

  private enum Content {
    case table(TableLayout)
  }

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
    let place = SourcePlace(file: path)
    let peeked: PeekedSource
    do {
      peeked = PeekedSource(try FileBytes(path: path))
    } catch {
      throw FormatError(place: place, message: error.message, remedy: error.remedy)
    }
    let head = peeked.peek(TableSample.size)
    source = peeked
    if head.allSatisfy({ $0 <= 0x20 }) {
      if head.isEmpty {
        do { _ = try peeked.next() } catch {
          throw FormatError(place: place, message: error.message, remedy: error.remedy)
        }
      }
      throw FormatError(place: place, message: "the file is empty")
    }
    let pair = name.pair ?? options.pair
    guard
      let layout = TableLayout(
        sample: TableSample(head), suffix: name.suffix, pair: pair, options: options)
    else {
      throw FormatError(
        place: place, message: "neither TMX nor a table of pairs or terms",
        remedy: "name the format: --format tmx|tsv|csv|glossary|omegat")
    }
    content = .table(layout)
    detected = Detected(
      format: layout.format, kind: layout.kind, languages: layout.columns?.languages ?? [],
      isCompressed: false, resourceName: name.stem, said: layout.said)
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
      throw FormatError(place: SourcePlace(file: file), message: "was read before")
    }
    isRead = true
    switch content {
    case .table(let layout):
      guard let columns = layout.columns else {
        throw FormatError(
          place: SourcePlace(file: file), message: "names no languages",
          remedy: "say which they are, first column first: --pair fr-en")
      }
      try TableReader(
        source: source, layout: layout, columns: columns, file: file, options: options
      ).run(each)
    }
  }
}
