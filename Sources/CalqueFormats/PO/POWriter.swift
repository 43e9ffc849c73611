import CalqueInput
import CalqueModel

/// Writes a gettext catalogue.
///
/// Units that are forms of one entry are written as one.
struct POWriter: FormatWriter {
  private let header: FileHeader?
  private let options: WriterOptions
  private let encoder: TextEncoder
  private var hasBegun = false
  private var open: POEntry?
  private var openStatus = UnitStatus.translated
  /// The forms of the open entry: numbers, and the number of the form that has the text.
  private var forms: [(number: Int, text: Int)] = []
  private var after = ""
  /// The entries that were written, by a hash of context and id, where two must not be the same.
  private var written = Set<Int>()

  init(header: FileHeader?, options: WriterOptions) {
    self.header = header
    self.options = options
    encoder = TextEncoder(catalogue: header?.text ?? "")
  }

  mutating func write(_ unit: TranslationUnit, to output: inout Output) {
    begin(first: unit, &output)
    guard let (source, target) = unit.sides(options.pair) else {
      close(&output)
      return output.passOver("unit without a text")
    }
    if source.text.isEmpty, unit.externalID == nil {
      close(&output)
      return output.passOver("unit without a text")
    }
    lose(unit, source, target, &output)
    func said(_ name: String) -> String? { unit.meta.said(name) }
    let form = said(POEntry.form).flatMap { Int($0) }
    let singular = said(POEntry.singular) ?? source.text
    let hasPlural = said(POEntry.singular) != nil
    let plural = form == nil ? nil : said(POEntry.plural) ?? (hasPlural ? source.text : nil)
    let goesOn = open?.plural != nil || !forms.isEmpty
    if let form, let open, goesOn, open.translations[form] == nil,
      open.context.hasSameBytes(as: unit.externalID), open.plural.hasSameBytes(as: plural),
      open.id.hasSameBytes(as: singular), said(POEntry.forms) == nil
    {
      // A form without a translation says nothing of those that have one.
      if !open.isTranslated { openStatus = unit.status }
      self.open?.translations[form] = target?.text ?? ""
    } else {
      close(&output)
      if header != nil, let before = unit.keptOfCatalogue(Meta.before) { append(before, &output) }
      var entry = POEntry(unit.meta)
      entry.context = unit.externalID
      entry.id = singular
      entry.plural = plural
      entry.translations[form ?? 0] = target?.text ?? ""
      forms = Self.forms(said(POEntry.forms))
      openStatus = unit.status
      open = entry
    }
    after = header == nil ? "" : unit.keptOfCatalogue(Meta.after) ?? ""
  }

  mutating func finish(_ output: inout Output) {
    begin(first: nil, &output)
    close(&output)
    append(after, &output)
  }

  // MARK: - Header

  private mutating func begin(first: TranslationUnit?, _ output: inout Output) {
    guard !hasBegun else { return }
    hasBegun = true
    if let header { return append(encoder.named(in: header.text), &output) }
    let languages = WrittenLanguages(options, first: first)
    var fields = [("Project-Id-Version", options.title ?? "calque")]
    fields += [
      ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=UTF-8"),
      ("Content-Transfer-Encoding", "8bit"),
      ("Language", (languages.target?.written ?? "").replacing("-", with: "_")),
      ("X-Source-Language", languages.source?.written ?? ""),
      ("X-Generator", "calque \(options.toolVersion)"),
    ]
    var bytes = Array("msgid \"\"\nmsgstr ".utf8)
    POString.append(fields.map { "\($0): \($1)\n" }.joined(), prefix: "", to: &bytes)
    output.append(String(decoding: bytes, as: UTF8.self) + "\n\n")
  }

  // MARK: - Entries

  private static func forms(_ list: String?) -> [(number: Int, text: Int)] {
    (list ?? "").split(separator: " ").compactMap { item in
      let parts = item.split(separator: "=").compactMap { Int($0) }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }

  private mutating func close(_ output: inout Output) {
    guard var entry = open else { return }
    open = nil
    for form in forms where entry.translations[form.number] == nil {
      entry.translations[form.number] = entry.translations[form.text] ?? ""
    }
    entry.order = forms.map(\.number)
    forms = []
    var isFuzzy = openStatus == .draft || openStatus == .rejected
    if header == nil {
      makeUnique(&entry)
      // gettext demands that a text and its translation begin and end alike in line breaks.
      let ends = { (text: String) in (text.utf8.first == 0x0A, text.utf8.last == 0x0A) }
      if let id = entry.id, let text = entry.translations[0], !text.isEmpty, ends(id) != ends(text)
      {
        isFuzzy = true
        output.lose("status")
      }
    }
    if !entry.isTranslated { isFuzzy = entry.flags.contains("fuzzy") }
    entry.flags.removeAll { $0 == "fuzzy" }
    if isFuzzy { entry.flags.insert("fuzzy", at: 0) }
    var bytes = [UInt8]()
    entry.append(to: &bytes)
    append(String(decoding: bytes, as: UTF8.self), &output)
  }

  /// Gives an entry a context of its own if the catalogue has it already.
  private mutating func makeUnique(_ entry: inout POEntry) {
    let context = entry.context
    var number = 1
    while !written.insert(Self.hash(entry)).inserted {
      number += 1
      entry.context = context.map { "\($0) (\(number))" } ?? "(\(number))"
    }
  }

  private static func hash(_ entry: POEntry) -> Int {
    var hasher = Hasher()
    hasher.combine(entry.context.map { ByteText($0) })
    hasher.combine(entry.id.map { ByteText($0) })
    return hasher.finalize()
  }

  private func append(_ text: String, _ output: inout Output) {
    output.lose("character that \(encoder.name) has not", encoder.append(text, to: &output.bytes))
  }

  private func lose(
    _ unit: TranslationUnit, _ source: Variant, _ target: Variant?, _ output: inout Output
  ) {
    for variant in unit.variants where variant != source && variant != target {
      if !variant.isWithoutSegment { output.lose("variant in \(variant.language)") }
    }
    output.lose(unit) { name in
      POEntry.isStructure(name) || name.hasPrefix(POEntry.previous)
        || ["tuid", "status", "note", POEntry.flags, POEntry.references].contains(name)
    }
    for variant in [source, target] { if let variant { output.lose(variant) } }
  }
}

extension POEntry {
  /// An entry with what a unit says beyond its texts.
  init(_ meta: Meta) {
    for note in meta.notes {
      let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0).replacing("\r", with: "") }
      if note.attributes.value(Self.from) == "developer" {
        extracted += lines
      } else {
        comments += lines
      }
    }
    for property in meta.properties {
      if property.type == Self.references {
        references += property.value.split(separator: "\n").map(String.init)
      } else if property.type == Self.flags {
        flags += property.value.split(separator: ",").map { String($0).trimmingBlanks }
      } else if property.type.hasPrefix(Self.previous) {
        previous.append((String(property.type.dropFirst(Self.previous.count)), property.value))
      }
    }
    isObsolete = meta.said(Self.obsolete) != nil
  }

  /// Writes the entry, with a blank line behind it.
  func append(to bytes: inout [UInt8]) {
    let mark = isObsolete ? "#~ " : ""
    func line(_ text: String) { bytes.append(contentsOf: (text + "\n").utf8) }
    func string(_ word: String, _ text: String, _ mark: String) {
      bytes.append(contentsOf: "\(mark)\(word) ".utf8)
      POString.append(text, prefix: mark, to: &bytes)
      bytes.append(0x0A)
    }
    for comment in comments { line(comment.isEmpty ? "#" : "# \(comment)") }
    for comment in extracted { line("#. \(comment)") }
    for reference in references { line("#: \(reference)") }
    if !flags.isEmpty { line("#, \(flags.joined(separator: ", "))") }
    for (key, text) in previous { string(key, text, isObsolete ? "#~| " : "#| ") }
    if let context { string("msgctxt", context, mark) }
    string("msgid", id ?? "", mark)
    if let plural { string("msgid_plural", plural, mark) }
    for number in numbers {
      string(
        plural == nil && numbers.count == 1 ? "msgstr" : "msgstr[\(number)]",
        translations[number] ?? "", mark)
    }
    bytes.append(0x0A)
  }
}
