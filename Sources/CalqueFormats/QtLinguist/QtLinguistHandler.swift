import CalqueInput
import CalqueModel

/// Cuts a TS document into its messages and what stands between them.
final class QtLinguistHandler: ResumableHandler {
  weak var document: ResumedDocument?
  private(set) var warnings = Warnings()
  /// Gives the bytes of the file between two offsets, as text; nil if nothing is kept as written.
  var written: ((Range<Int>) -> String?)?
  private let file: String
  private let options: FormatOptions
  private let languages: [LanguageTag]
  private var events: [FileEvent] = []
  private(set) var surroundings = Surroundings()
  private var depth = 0
  private var open: [XMLNode] = []
  private var size = 0
  private var start = 0
  private var place: SourcePlace
  private var frame = XLIFFFrameKeeper()
  private var context: String?
  private var held: (unit: TranslationUnit, place: SourcePlace)?
  private var isHeaderReported = false
  /// Whether the languages are those of the options.
  var isAssumed = false
  private var version: String?
  private var met = Set<Int>()

  init(file: String, options: FormatOptions, languages: [LanguageTag]) {
    self.file = file
    self.options = options
    self.languages = languages
    place = SourcePlace(file: file)
  }

  /// The offset before which no byte of the document is needed.
  var safeOffset: Int {
    let offset = open.isEmpty ? document?.offset ?? 0 : start
    guard written != nil, !frame.isLost else { return offset }
    if offset - frame.start > options.limits.unit {
      frame.isLost = true
      warn("what stands between the messages is too large to keep", kind: "frame")
      return offset
    }
    return frame.start
  }

  /// Hands over the events that are ready.
  func drain(_ each: (FileEvent) throws -> Void) throws {
    let ready = events
    events.removeAll(keepingCapacity: true)
    for event in ready { try each(event) }
  }

  var unitOffset: Int? { open.isEmpty ? nil : start }

  let boundaries: [String: Int?] = ["message": nil, "context": 1]

  func goOn(in surroundings: Surroundings) {
    self.surroundings = surroundings
    (depth, open) = (0, [])
    // What stands around the break is not kept as written.
    frame.isLost = true
  }

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    depth += 1
    let isPart = !open.isEmpty || depth > 1 && name == "message" || name == "name" && depth == 3
    if !isPart, surroundings.start(name, attributes) { return }
    if depth == 1 {
      guard name.asciiLowercased == "ts" else {
        throw InputError(message: "<TS> was expected, not <\(name)>")
      }
      version = attributes.value("version")
    } else if isPart {
      if open.isEmpty {
        size = 0
        start = document?.tagOffset ?? 0
        frame.endHeader(start)
        let tag = document?.tagPlace ?? (line: 0, column: 0)
        place = SourcePlace(file: file, line: tag.line, column: tag.column)
      }
      open.append(XMLNode(name, attributes))
      try grow(attributes.reduce(256) { $0 + $1.name.utf8.count + $1.value.utf8.count })
    } else if name == "context" {
      frame.endHeader(document?.tagOffset ?? 0)
      context = nil
    }
  }

  func end(_ name: String) throws(InputError) {
    depth -= 1
    guard let node = open.popLast() else {
      surroundings.end()
      if depth == 0 { frame.end = document?.tagOffset ?? 0 }
      return
    }
    guard open.isEmpty else { return open[open.count - 1].add(.node(node)) }
    if node.name == "message" { report(node) } else { context = node.text }
  }

  func text(_ bytes: Span<UInt8>) throws(InputError) {
    guard !open.isEmpty else { return }
    open[open.count - 1].add(.text(String(validated: bytes)))
    try grow(bytes.count)
  }

  func instruction(_ target: String, _ text: String) throws(InputError) {}

  func warn(_ message: String, kind: String) {
    let here = document?.place ?? (line: 0, column: 0)
    guard warnings.admits(kind) else { return }
    events.append(
      .warning(FormatWarning(line: here.line, column: here.column, message: message)))
  }

  private func grow(_ bytes: Int) throws(InputError) {
    size += bytes
    if size > options.limits.segment {
      throw InputError(message: "a message is longer than \(options.limits.segment >> 10) KiB")
    }
  }

  private func report(_ node: XMLNode) {
    let source = languages.first ?? "und"
    let units = QtMessage(node, context: context).units(source, languages.dropFirst().first)
    for (number, unit) in units.enumerated() {
      if let reason = reason(unit, node) {
        events.append(.skipped(reason: reason, place))
        continue
      }
      var unit = unit
      if let written, !frame.isLost, number == 0 {
        reportHeader()
        frame.keep(start..<(document?.offset ?? start), in: &unit, written)
      }
      release()
      held = (unit, place)
    }
  }

  /// The reason why a store does not take a unit; nil if it does.
  private func reason(_ unit: TranslationUnit, _ node: XMLNode) -> String? {
    if options.keepsIncomplete { return nil }
    if unit.variants.count < 2 {
      let isTranslated = node.first("translation")?.text.isBlank == false
      return isTranslated && languages.count < 2 ? "no language" : "no translation"
    }
    if unit.variants.contains(where: { $0.text.isBlank }) { return "empty side" }
    if unit.variants.contains(where: { StorableText.firstUnstorable(in: $0.text) != nil }) {
      return "control character"
    }
    var hasher = Hasher()
    hasher.combine(unit.externalID.map { ByteText($0) })
    for variant in unit.variants { hasher.combine(ByteText(variant.text)) }
    return met.insert(hasher.finalize()).inserted ? nil : "repeated"
  }

  /// Reports the last unit.
  func release() {
    guard let held else { return }
    reportHeader()
    events.append(.unit(held.unit, held.place))
    self.held = nil
  }

  /// Reports the last unit, with what ends the document.
  func finish() {
    if let written, !frame.isLost, let after = frame.rest(written), var last = held {
      last.unit.meta.attributes.append(Meta.Attribute(name: Meta.after, value: after))
      held = last
    }
    release()
    if !isHeaderReported { frame.headerEnd = frame.end }
    reportHeader()
  }

  private func reportHeader() {
    guard !isHeaderReported else { return }
    isHeaderReported = true
    let text = written.flatMap { frame.header($0) } ?? ""
    var header = FileHeader(format: .qt, version: version, languages: languages, text: text)
    header.assumesLanguages = isAssumed
    events.append(.header(header))
  }
}
