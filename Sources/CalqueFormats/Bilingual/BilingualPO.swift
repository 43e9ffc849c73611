import CalqueInput
import CalqueModel

/// The entries of a PO file with their places.
struct BilingualPO {
  private(set) var slots: [BilingualSlot] = []
  /// Whether the header names a language.
  private(set) var namesLanguages = true
  private let text: [UInt8]

  /// The places of an entry.
  private struct Places {
    /// The beginning of the line with `msgctxt` or `msgid`.
    var start: Int
    var hasID = false
    /// The strings behind each `msgstr`, from the first quote to the last.
    var forms: [(number: Int, range: Range<Int>)] = []
  }

  /// Finds the entries of a catalogue.
  ///
  /// - Throws: `InputError` if the catalogue is broken or names no language.
  init(_ text: [UInt8], pair: LanguagePair?) throws(InputError) {
    self.text = text
    var options = FormatOptions(pair: nil, keepsIncomplete: true)
    options.fallbackPair = pair
    let entries = try Self.entries(text, options)
    let places = Self.places(text).filter { !$0.forms.isEmpty }
    guard entries.count == places.count else {
      throw InputError(message: "the places of the entries are not found")
    }
    var units = POUnits(options)
    units.begin(entries.first.flatMap { $0.isHeader ? $0 : nil })
    namesLanguages = !units.isAssumed
    let languages = units.languages
    guard languages.count == 2 else {
      throw InputError(message: "the languages of the catalogue are not named", remedy: .namePair)
    }
    let pair = LanguagePair(source: languages[0], target: languages[1])
    for (entry, places) in zip(entries, places) where !entry.isHeader {
      add(entry, places, pair)
    }
  }

  private static func entries(
    _ text: [UInt8], _ options: FormatOptions
  ) throws(InputError) -> [POEntry] {
    var lines = TextLines(BytesInMemory(text), limit: options.limits.segment)
    var scanner = POScanner()
    while let line = try lines.next() {
      do throws(InputError) { try scanner.read(line) } catch { throw lines.located(error, line) }
    }
    try scanner.finish()
    return scanner.entries.filter { !$0.isObsolete }
  }

  private static func places(_ text: [UInt8]) -> [Places] {
    var found = [Places]()
    var isTranslation = false
    var start = 0
    while start < text.count {
      let line = text[start...].prefix { $0 != 0x0A && $0 != 0x0D }
      let content = line.drop { $0 <= 0x20 }
      let end = (line.lastIndex { $0 > 0x20 } ?? line.startIndex) + 1
      func begins(_ word: String) -> Bool { content.starts(with: word.utf8) }
      if begins("\""), isTranslation, let last = found.indices.last,
        let form = found[last].forms.indices.last
      {
        let range = found[last].forms[form].range
        found[last].forms[form].range = range.lowerBound..<end
      } else if begins("msgctxt") || begins("msgid"), !begins("msgid_plural") {
        isTranslation = false
        if found.last.map({ $0.hasID && (begins("msgctxt") || !$0.forms.isEmpty) }) ?? true {
          found.append(Places(start: start))
        }
        if begins("msgid") { found[found.count - 1].hasID = true }
      } else if begins("msgstr"), let last = found.indices.last {
        isTranslation = true
        let digits = content.dropFirst(6).filter { (0x30...0x39).contains($0) }
        let number =
          content.dropFirst(6).first == UInt8(ascii: "[")
          ? Int(String(decoding: digits.prefix(4), as: UTF8.self)) ?? 0 : 0
        let quote = content.firstIndex(of: UInt8(ascii: "\"")) ?? end
        found[last].forms.append((number, quote..<end))
      } else if !content.isEmpty {
        isTranslation = false
      }
      start = line.endIndex + 1
    }
    return found
  }

  private mutating func add(_ entry: POEntry, _ places: Places, _ pair: LanguagePair) {
    let isFuzzy = entry.flags.contains("fuzzy")
    let lineEnd = lineEnd(at: places.start)
    let flags = startOfPrevious(before: places.start)
    for (number, form) in places.forms.enumerated() {
      let isSingular = entry.plural == nil || number == 0 && places.forms.count > 1
      let source = (isSingular ? entry.id : entry.plural) ?? ""
      let segment = BilingualSegment(
        id: entry.context, source: source, codes: nil, pair: pair,
        isTranslated: entry.translations[form.number]?.isEmpty == false,
        isOpen: !entry.isTranslated && !source.isBlank)
      // An entry is filled as a whole; the mark that it waits for its translator comes once.
      let marks = number == 0 && !isFuzzy
      let group = places.forms.count > 1 ? places.start : nil
      slots.append(
        BilingualSlot(segment: segment, group: group) { filling in
          var edits = [BilingualEdit]()
          if marks { edits.append(BilingualEdit(at: flags, "#, fuzzy" + lineEnd)) }
          guard let match = filling.translation else { return group == nil ? [] : edits }
          var bytes = [UInt8]()
          POString.append(match.target, prefix: "", to: &bytes)
          let text = String(decoding: bytes, as: UTF8.self).replacing("\n", with: lineEnd)
          edits.append(BilingualEdit(form.range, text))
          return edits
        })
    }
  }

  /// The start of the lines with a previous text (`#|`) right before a line.
  ///
  /// Nothing may stand between them and the entry. If there are none, it is the line's own start.
  private func startOfPrevious(before start: Int) -> Int {
    var start = start
    while start > 0 {
      var end = start - 1
      if end > 0, text[end] == 0x0A, text[end - 1] == 0x0D { end -= 1 }
      let line = text[..<end].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
      guard text[line..<start].starts(with: [UInt8(ascii: "#"), UInt8(ascii: "|")]) else { break }
      start = line
    }
    return start
  }

  /// The line end of the line at an offset.
  private func lineEnd(at start: Int) -> String {
    guard let end = text[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return "\n"
    }
    if text[end] == 0x0A { return "\n" }
    return end + 1 < text.count && text[end + 1] == 0x0A ? "\r\n" : "\r"
  }
}
