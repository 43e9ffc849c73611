import CalqueInput
import CalqueModel

/// Writes XLIFF 1.2, or 2.0 and later on request.
///
/// A document that was read as XLIFF is put together from what its units keep. A unit that says
/// something else by now is written from the model, in its place.
struct XLIFFWriter: FormatWriter {
  private let header: FileHeader?
  private let options: WriterOptions
  private let version: String
  private let prefixes: DeclaredPrefixes
  private var frame = XLIFFFrame()
  private var hasBegun = false
  /// The languages of the `<file>` that the writer opened itself.
  private var own: (source: String, target: String?)?
  private var ids = XLIFFIdentifiers()

  init(header: FileHeader?, options: WriterOptions) {
    self.options = options
    // Another version on request means another document.
    let isKept = options.version == nil || options.version == header?.version
    let kept = isKept && header?.text.isEmpty == false ? header : nil
    self.header = kept
    prefixes = DeclaredPrefixes(kept?.text)
    // A new document is of a version that is written, whatever the old one called itself.
    let asked = options.version ?? header?.version ?? "1.2"
    let isKnown = ["1.2", "2.0", "2.1", "2.2"].contains(asked) || self.header != nil
    version = isKnown ? asked : asked.hasPrefix("2") ? "2.0" : "1.2"
  }

  private var isSecond: Bool { version.hasPrefix("2") }

  mutating func write(_ unit: TranslationUnit, to output: inout Output) {
    begin(first: unit, &output)
    if header != nil, let before = unit.kept(Meta.before, of: elements) {
      frame.append(before, to: &output)
      own = nil
    }
    if header != nil, let entry = unit.kept(Meta.entry), fits(entry),
      unit.kept(Meta.said) == unit.said
    {
      output.append(entry)
    } else {
      compose(unit, &output)
    }
    if header != nil, let after = unit.kept(Meta.after, of: elements) {
      frame.append(after, to: &output)
    }
  }

  private var elements: Set<String> { isSecond ? ["segment"] : ["trans-unit"] }

  mutating func finish(_ output: inout Output) {
    begin(first: nil, &output)
    frame.close(to: 0, &output)
    output.append("\n")
  }

  /// Whether an element that was kept belongs where the document is.
  private func fits(_ entry: String) -> Bool {
    let name = entry.utf8.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    switch (Substring(name).description.local, frame.top) {
    case ("trans-unit", "body"), ("trans-unit", "group"), ("trans-unit", "bin-unit"),
      ("segment", "unit"):
      return true
    default: return false
    }
  }

  // MARK: - Header

  private mutating func begin(first: TranslationUnit?, _ output: inout Output) {
    guard !hasBegun else { return }
    hasBegun = true
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    if let header { return frame.append(header.text, to: &output) }
    output.append("<xliff version=\"\(version)\"")
    if isSecond {
      let languages = WrittenLanguages(options, first: first)
      let source = options.pair?.source ?? languages.source
      let target = options.pair?.target ?? languages.target
      output.append(" xmlns=\"urn:oasis:names:tc:xliff:document:\(Self.namespace(version))\"")
      XMLText.append("srcLang", source?.written ?? "und", to: &output.bytes)
      if let target { XMLText.append("trgLang", target.written, to: &output.bytes) }
    } else {
      output.append(" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"")
    }
    output.append(">\n")
    frame.push("xliff")
  }

  /// The version in the namespace of the core: 2.1 has that of 2.0.
  private static func namespace(_ version: String) -> String { version == "2.2" ? "2.2" : "2.0" }

  // MARK: - Units from the model

  private mutating func compose(_ unit: TranslationUnit, _ output: inout Output) {
    guard let (source, target) = unit.sides(options.pair) else {
      return output.passOver("unit without a text")
    }
    for variant in unit.variants
    where variant != source && variant != target && !variant.isWithoutSegment {
      output.lose("variant in \(variant.language)")
    }
    output.lose(unit) { ["tuid", "status", "note", "state", "state-qualifier"].contains($0) }
    for variant in [source, target] { if let variant { output.lose(variant.meta) { _ in true } } }
    let element = XLIFFElement(
      unit: unit, source: source, target: target, isSecond: isSecond, prefixes: prefixes)
    if isSecond, frame.top == "unit", unit.kept(Meta.entry, of: elements) != nil {
      return element.segment(&output)
    }
    openFile(source, target, &output)
    let id = isSecond ? "u\(ids.next)" : unit.externalID ?? "\(ids.next)"
    if isSecond { element.unit(id: id, &output) } else { element.transUnit(id: id, &output) }
  }

  /// Makes sure that a `<file>` is open that can hold a unit of the languages.
  private mutating func openFile(
    _ source: Variant, _ target: Variant?, _ output: inout Output
  ) {
    if isSecond {
      if frame.top == "unit" { frame.close(to: frame.open.count - 1, &output) }
      if ["file", "group"].contains(frame.top) { return }
      frame.close(to: 1, &output)
      output.append("<file id=\"f\(ids.next)\">\n")
      return frame.push("file")
    }
    let isInside = ["body", "group"].contains(frame.top)
    if isInside, own == nil { return }
    let languages = (source.language.written, target?.language.written)
    if isInside, let own, own.source == languages.0,
      own.target == languages.1 || languages.1 == nil
    {
      return
    }
    frame.close(to: 1, &output)
    output.append("<file")
    XMLText.append("original", options.title ?? "calque", to: &output.bytes)
    XMLText.append("source-language", languages.0, to: &output.bytes)
    let named = languages.1 ?? options.pair?.target.written
    if let named { XMLText.append("target-language", named, to: &output.bytes) }
    output.append(" datatype=\"plaintext\"><body>\n")
    frame.push("file")
    frame.push("body")
    own = (languages.0, named)
  }
}

/// Numbers for the elements that the writer makes.
struct XLIFFIdentifiers {
  private var last = 0

  /// The next number, from 1.
  var next: Int {
    mutating get {
      last += 1
      return last
    }
  }
}
