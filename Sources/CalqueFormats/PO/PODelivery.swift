import CalqueInput
import CalqueModel

/// Turns the entries of a catalogue into events, the header first.
struct PODelivery {
  private let file: String
  private let options: FormatOptions
  private var units: POUnits
  private var events: [FileEvent] = []
  /// The header, until the first unit or the end of the file.
  private var header: FileHeader?
  private var hasBegun = false
  /// The last unit, held back because what ends the file is kept with it.
  private var held: (unit: TranslationUnit, place: SourcePlace)?
  /// The units so far, by a hash of context and texts.
  private var met = Set<Int>()
  /// What was written between the last unit and the next.
  private var before = ""

  init(file: String, options: FormatOptions) {
    self.file = file
    self.options = options
    units = POUnits(options)
  }

  /// Hands over the events that are ready.
  mutating func drain(_ each: (FileEvent) throws -> Void) throws {
    if events.isEmpty { return }
    defer { events.removeAll(keepingCapacity: true) }
    for event in events { try each(event) }
  }

  /// Takes the next entry.
  ///
  /// - Throws: `FormatError` if its language is not known.
  mutating func take(_ entry: POEntry) throws {
    if !hasBegun {
      begin(entry.isHeader ? entry : nil)
      if entry.isHeader { return }
    }
    before += entry.before
    if entry.isHeader {
      // A second header: another domain of the catalogue.
      before += entry.written + "\n"
      return
    }
    let place = SourcePlace(file: file, line: entry.line, column: 1)
    guard let made = units.units(of: entry) else {
      throw FormatError(
        place: place, message: "the languages of the catalogue are not named", remedy: .namePair)
    }
    // What a store does not take, or has already, goes out with the next entry.
    let isNew = options.keepsIncomplete || made.count { met.insert(Self.hash($0)).inserted } > 0
    let isCopy = entry.isObsolete && !isNew
    if isCopy || made.allSatisfy({ reason($0) != nil }) { before += entry.written + "\n" }
    for unit in made {
      if let reason = isCopy ? "obsolete" : reason(unit) {
        events.append(.skipped(reason: reason, place))
      } else {
        release()
        var unit = unit
        if !before.isEmpty, options.keepsWritten(.po) {
          unit.meta.attributes.append(Meta.Attribute(name: Meta.before, value: before))
        }
        before = ""
        held = (unit, place)
      }
    }
  }

  /// Reports the last unit, because a broken entry follows.
  mutating func passOver() {
    if !hasBegun { begin(nil) }
    release()
  }

  /// Ends the file.
  mutating func finish(after: String) {
    if !hasBegun { begin(nil) }
    before += after
    if var last = held {
      if !before.isEmpty, options.keepsWritten(.po) {
        last.unit.meta.attributes.append(Meta.Attribute(name: Meta.after, value: before))
      }
      held = last
    } else {
      header?.text += before
    }
    release()
    reportHeader()
  }

  private mutating func begin(_ entry: POEntry?) {
    hasBegun = true
    units.begin(entry)
    header = FileHeader(
      format: .po, languages: units.languages,
      text: entry.map { $0.before + $0.written + "\n" } ?? POEntry.noHeader)
    header?.assumesLanguages = units.isAssumed
  }

  private static func hash(_ unit: TranslationUnit) -> Int {
    var hasher = Hasher()
    hasher.combine(unit.externalID.map { ByteText($0) })
    for variant in unit.variants { hasher.combine(ByteText(variant.text)) }
    return hasher.finalize()
  }

  /// The reason why a store does not take a unit; nil if it does.
  private func reason(_ unit: TranslationUnit) -> String? {
    if options.keepsIncomplete { return nil }
    if unit.variants.count < 2 { return "no translation" }
    if unit.variants.contains(where: { $0.text.isBlank }) { return "empty side" }
    let isUnstorable = unit.variants.contains {
      StorableText.firstUnstorable(in: $0.text) != nil
    }
    return isUnstorable ? "control character" : nil
  }

  private mutating func release() {
    guard let held else { return }
    reportHeader()
    events.append(.unit(held.unit, held.place))
    self.held = nil
  }

  private mutating func reportHeader() {
    if let header { events.append(.header(header)) }
    header = nil
  }
}
