import CalqueFormats
import CalqueModel
import CalqueText

/// Finds out which side of a pair is which in a file that names no languages.
///
/// Such a file is read in the pair of the store. Its texts tell whether that is the right way round.
struct DirectionOfTexts {
  private static let most = 2_000
  private static let bytes = 64 << 10
  private let pair: LanguagePair?
  private var sieve: LanguageSieve?
  /// Whether the names of the languages still wait for a decision.
  private var isOpen = false
  private var held: [FileEvent] = []
  private var isReversed = false
  private var texts = (source: "", target: "")
  private var counts = (right: 0, wrong: 0)

  /// Prepares the question.
  ///
  /// - Parameter pair: the pair in which a file is read that names no languages; nil if a person
  ///   named it for this file.
  init(_ pair: LanguagePair?) { self.pair = pair }

  /// Asks the question of the texts that follow.
  mutating func begin() {
    guard let pair else { return }
    isOpen = true
    sieve = LanguageSieve(Language(pair.source), Language(pair.target))
  }

  /// The direction of the texts so far; nil if they do not tell.
  var direction: LanguagePair? {
    guard let pair else { return nil }
    let (right, wrong) = counts
    if wrong >= 3, right * 4 <= wrong { return pair.reversed }
    if right >= 3, wrong * 4 <= right { return pair }
    let source = Self.side(texts.source, pair)
    let target = Self.side(texts.target, pair)
    if source == pair.source, target != pair.source { return pair }
    if source == pair.target, target != pair.target { return pair.reversed }
    if source == nil, target == pair.target { return pair }
    if source == nil, target == pair.source { return pair.reversed }
    return nil
  }

  /// The language of the pair in which a text surely is.
  private static func side(_ text: String, _ pair: LanguagePair) -> LanguageTag? {
    if TextDirection(of: text, in: pair.reversed) == .target { return pair.source }
    return TextDirection(of: text, in: pair) == .target ? pair.target : nil
  }

  /// Takes the two texts of a unit.
  mutating func take(_ source: String, _ target: String?) {
    if texts.source.utf8.count < Self.bytes {
      texts.source += source + "\n"
      if let target { texts.target += target + "\n" }
    }
    guard let sieve else { return }
    let first = sieve.count(source)
    counts.right += first.first
    counts.wrong += first.second
    guard let second = target.map({ sieve.count($0) }) else { return }
    counts.right += second.second
    counts.wrong += second.first
  }
}

// MARK: - Reading

extension DirectionOfTexts {
  /// Reads a file; its events come in the right languages.
  ///
  /// - Parameters:
  ///   - reader: the file's reader.
  ///   - file: the file, for the error.
  ///   - each: receives the events in order.
  /// - Throws: `FormatError` if the file is broken, or if its texts do not tell their languages; the
  ///   errors of `each`.
  mutating func read(
    _ reader: FileReader, of file: String, _ each: (FileEvent) throws -> Void
  ) throws {
    try reader.read { event in
      // Nearly every file names its languages.
      if !isOpen, !isReversed, !event.isHeader { return try each(event) }
      for event in try take(event, of: file) { try each(event) }
    }
    for event in try rest(of: file) { try each(event) }
  }

  /// Takes an event of the reading.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - file: the file, for the error.
  /// - Returns: the events to go on with, in the right languages.
  /// - Throws: `FormatError` if the texts do not tell their languages.
  private mutating func take(_ event: FileEvent, of file: String) throws(FormatError) -> [FileEvent]
  {
    if case .header(let header) = event, header.assumesLanguages { begin() }
    if !isOpen { return [exchanged(event)] }
    held.append(event)
    if case .unit(let unit, _) = event, let source = unit.variants.first {
      take(source.text, unit.variants.dropFirst().first?.text)
    }
    let isClear = max(counts.right, counts.wrong) >= 40
    return held.count >= Self.most || isClear && direction != nil ? try rest(of: file) : []
  }

  /// The events that still wait for a decision, in the right languages.
  ///
  /// - Throws: `FormatError` if the texts do not tell their languages.
  private mutating func rest(of file: String) throws(FormatError) -> [FileEvent] {
    guard isOpen else { return [] }
    isOpen = false
    defer { held = [] }
    let hasUnits = held.contains { if case .unit = $0 { true } else { false } }
    guard let direction else {
      if !hasUnits { return held }
      throw Self.doubt(about: file)
    }
    isReversed = direction != pair
    if !isReversed { return held }
    let said = FileEvent.warning(
      FormatWarning(line: 0, column: 0, message: Self.said(direction)))
    return [said] + held.map { exchanged($0) }
  }

  private func exchanged(_ event: FileEvent) -> FileEvent {
    guard isReversed, let pair else { return event }
    return event.exchanged(pair)
  }

  /// The error for a file whose texts do not tell their languages.
  static func doubt(about file: String) -> FormatError {
    FormatError(
      place: SourcePlace(file: file),
      message: "names no languages, and the texts do not tell which side is in which",
      remedy: .namePair)
  }

  /// What is said of a file whose texts turn the pair round.
  static func said(_ direction: LanguagePair) -> String {
    "the file names no languages; its texts are read as \(direction), as they tell"
  }
}

extension FileEvent {
  fileprivate var isHeader: Bool { if case .header = self { true } else { false } }

  /// The event of a unit with its two languages exchanged; any other event as it is.
  fileprivate func exchanged(_ pair: LanguagePair) -> FileEvent {
    func other(_ tag: LanguageTag) -> LanguageTag {
      tag == pair.source ? pair.target : tag == pair.target ? pair.source : tag
    }
    switch self {
    case .unit(var unit, let place):
      unit.sourceLanguage = unit.sourceLanguage.map(other)
      for index in unit.variants.indices {
        unit.variants[index].language = other(unit.variants[index].language)
      }
      return .unit(unit, place)
    case .header(var header):
      header.languages = header.languages.map(other)
      return .header(header)
    default: return self
    }
  }
}
