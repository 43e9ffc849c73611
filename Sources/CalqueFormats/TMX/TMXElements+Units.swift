import CalqueInput
import CalqueModel

/// The limits of a unit, and its end.
extension TMXElements {
  // MARK: - Limits

  func check(_ size: Int, _ limit: Int, _ what: String) throws(InputError) {
    if size > limit { throw InputError(message: "\(what) is longer than \(limit >> 10) KiB") }
  }

  func checkSegment() throws(InputError) {
    try check(text.count + capture.bytes.count, options.limits.segment, "a segment")
  }

  mutating func grow(_ bytes: Int) throws(InputError) {
    size += bytes
    try check(size, options.limits.unit, "a unit")
  }

  // The memory that an element takes beside its text, so that empty elements count too.
  private static var elementSize: Int { 256 }

  mutating func grow(_ attributes: [Meta.Attribute]) throws(InputError) {
    try grow(attributes.reduce(Self.elementSize) { $0 + $1.name.utf8.count + $1.value.utf8.count })
  }

  // MARK: - Units

  mutating func beginText(_ attributes: [Meta.Attribute]) {
    text.removeAll(keepingCapacity: true)
    self.attributes = attributes
  }

  mutating func begin(_ attributes: [Meta.Attribute]) {
    unit = TMXUnit(attributes: attributes)
    size = 0
    unitOffset = document?.tagOffset ?? 0
    let start = shift.place(document?.tagPlace ?? (line: 0, column: 0))
    place = SourcePlace(file: file, line: start.line, column: start.column)
  }

  mutating func finishUnit() {
    safeOffset = document?.offset ?? 0
    var read = TMXUnit()
    swap(&read, &unit)
    let reason = read.finish(header: header, keepsIncomplete: options.keepsIncomplete)
    for warning in read.warnings {
      warn(warning.message, kind: warning.kind, line: place.line, column: place.column)
    }
    if let reason {
      events.append(.skipped(reason: reason, place))
      return
    }
    var unit = read.unit
    if isOdd || read.isShort, let text = written?(unitOffset..<safeOffset) {
      unit.meta.attributes.append(Meta.Attribute(name: Meta.entry, value: text))
    }
    if !instructions.isEmpty {
      unit.meta.attributes.append(Meta.Attribute(name: Meta.before, value: instructions))
      instructions = ""
    }
    events.append(.unit(unit, place))
  }

  /// Notes that stand behind properties, and both behind variants, are written elsewhere.
  mutating func noteOrder(isNote: Bool) {
    if case .variant = states.last {
      if variant.hasSegment || isNote && !variant.meta.properties.isEmpty { isOdd = true }
    } else if unit.hasVariants || isNote && !unit.unit.meta.properties.isEmpty {
      isOdd = true
    }
  }

  mutating func reportHeader() {
    guard !isHeaderReported else { return }
    isHeaderReported = true
    events.append(.header(header.kept))
  }
}
