import CalqueInput
import CalqueModel

/// Cuts an XLIFF document into its units and what stands between them.
///
/// Elements are known by their local names, so a prefix that nothing declares does no harm.
final class XLIFFHandler: ResumableHandler {
  weak var document: ResumedDocument?
  private(set) var warnings = Warnings()
  /// Gives the bytes of the file between two offsets, as text; nil if nothing is kept as written.
  var written: ((Range<Int>) -> String?)?
  private let file: String
  private let options: FormatOptions
  private var units: XLIFFUnits
  private var events: [FileEvent] = []

  private(set) var surroundings = Surroundings()
  private var depth = 0
  /// The open elements of the unit that is being read, itself included.
  private var open: [XMLNode] = []
  private var size = 0
  /// The number of open elements when the innermost text began, 0 outside of texts, and its size.
  private var (textDepth, textSize) = (0, 0)
  private static let texts: Set<String> = ["source", "target", "seg-source", "note"]
  private var place: SourcePlace
  private var frame = XLIFFFrameKeeper()
  private var starts: [Int] = []
  private var segments: [Range<Int>] = []
  /// The last unit, held back because what ends the document is kept with it.
  private var held: (unit: TranslationUnit, place: SourcePlace)?
  private var isHeaderReported = false

  init(file: String, options: FormatOptions, dialect: XLIFFDialect) {
    self.file = file
    self.options = options
    units = XLIFFUnits(options: options, dialect: dialect)
    place = SourcePlace(file: file)
  }

  /// The offset before which no byte of the document is needed.
  var safeOffset: Int {
    let offset = open.isEmpty ? document?.offset ?? 0 : starts.first ?? 0
    guard written != nil, !frame.isLost else { return offset }
    // A frame that is larger than a unit may be is not kept.
    if offset - frame.start > options.limits.unit {
      frame.isLost = true
      warn("what stands between the units is too large to keep", kind: "frame")
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

  // MARK: - Breaks

  var unitOffset: Int? { open.isEmpty ? nil : starts.first }

  var boundaries: [String: Int?] {
    [units.isSecond ? "unit" : "trans-unit": nil, "group": nil, "file": 1, "body": 2]
  }

  func goOn(in surroundings: Surroundings) {
    self.surroundings = surroundings
    (depth, open, starts, segments) = (0, [], [], [])
    // What stands around the break is not kept as written.
    frame.isLost = true
  }

  // MARK: - Elements

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    depth += 1
    let local = name.local
    if !open.isEmpty {
      if local == "segment", open.count == 1 { starts.append(document?.tagOffset ?? 0) }
      open.append(XMLNode(name, attributes))
      if textDepth == 0, Self.texts.contains(local) { (textDepth, textSize) = (open.count, 0) }
      return try grow(attributes)
    }
    let isUnit = local == (units.isSecond ? "unit" : "trans-unit") && depth > 1
    if !isUnit, surroundings.start(name, attributes) { return }
    switch local {
    case _ where depth == 1:
      guard local.asciiLowercased == "xliff" else {
        throw InputError(message: "<xliff> was expected, not <\(name)>")
      }
      units.begin(attributes)
    case "file":
      units.beginFile(attributes)
      frame.endHeader(document?.tagOffset ?? 0)
    case _ where isUnit:
      let start = document?.tagPlace ?? (line: 0, column: 0)
      place = SourcePlace(file: file, line: start.line, column: start.column)
      starts = [document?.tagOffset ?? 0]
      segments = []
      open = [XMLNode(name, attributes)]
      (size, textDepth, textSize) = (0, 0, 0)
      try grow(attributes)
    default: break
    }
  }

  func end(_ name: String) throws(InputError) {
    depth -= 1
    guard let node = open.popLast() else {
      surroundings.end()
      if depth == 0 { frame.end = document?.tagOffset ?? 0 }
      return
    }
    if open.count < textDepth { textDepth = 0 }
    guard open.isEmpty else {
      if open.count == 1, node.local == "segment", starts.count > 1 {
        segments.append(starts.removeLast()..<(document?.offset ?? 0))
      }
      return open[open.count - 1].add(.node(node))
    }
    if !units.isSecond { segments = [starts[0]..<(document?.offset ?? 0)] }
    report(node)
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

  private func grow(_ attributes: [Meta.Attribute]) throws(InputError) {
    try grow(attributes.reduce(256) { $0 + $1.name.utf8.count + $1.value.utf8.count })
  }

  private func grow(_ bytes: Int) throws(InputError) {
    size += bytes
    textSize += bytes
    if textDepth > 0, textSize > options.limits.segment {
      throw InputError(message: "a segment is longer than \(options.limits.segment >> 10) KiB")
    }
    if size > options.limits.unit {
      throw InputError(message: "a unit is longer than \(options.limits.unit >> 10) KiB")
    }
  }

  // MARK: - Units

  private func report(_ node: XMLNode) {
    let made = units.units(of: node)
    if made.count > segments.count { frame.isLost = true }
    if let warning = units.takeWarning() { warn(warning, kind: warning) }
    for (number, made) in made.enumerated() {
      switch made {
      case .failure(let reason): events.append(.skipped(reason: reason.text, place))
      case .success(var unit):
        if let written, !frame.isLost, number < segments.count {
          reportHeader()
          frame.keep(segments[number], in: &unit, written)
        }
        release()
        held = (unit, place)
      }
    }
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
    // A document without a unit is kept in its header.
    if !isHeaderReported { frame.headerEnd = frame.end }
    reportHeader()
  }

  private func reportHeader() {
    guard !isHeaderReported else { return }
    isHeaderReported = true
    let text = written.flatMap { frame.header($0) } ?? ""
    var header = FileHeader(
      format: .xliff, version: units.version, languages: units.languages, text: text)
    header.assumesLanguages = units.isAssumed
    events.append(.header(header))
  }
}
