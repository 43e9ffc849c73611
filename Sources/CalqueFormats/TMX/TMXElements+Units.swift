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
    unit.attributes = attributes
    size = 0
    let tag = document?.tag ?? (offset: 0, line: 0, column: 0)
    unitOffset = tag.offset
    let start = shift.place((tag.line, tag.column))
    place = SourcePlace(file: file, line: start.line, column: start.column)
  }

  mutating func finishUnit() {
    safeOffset = document?.offset ?? 0
    var read = TMXUnit()
    swap(&read, &unit)
    let finished = read.finished(header, keepsIncomplete: options.keepsIncomplete)
    for warning in read.warnings {
      warn(warning.message, kind: warning.kind, line: place.line, column: place.column)
    }
    guard var unit = finished else {
      events.append(.skipped(reason: read.reason, place))
      return
    }
    if isOdd || read.isShort, let text = written?(unitOffset..<safeOffset) {
      unit.meta.attributes.append(Meta.Attribute(name: Meta.entry, value: text))
    }
    if !instructions.isEmpty {
      unit.meta.attributes.append(Meta.Attribute(name: Meta.before, value: instructions))
      instructions = ""
    }
    events.append(.unit(consume unit, place))
  }

  /// Notes that stand behind properties, and both behind variants, are written elsewhere.
  mutating func noteOrder(isNote: Bool) {
    if case .variant = states.last {
      if variant.hasSegment || isNote && !variant.meta.properties.isEmpty { isOdd = true }
    } else if unit.hasVariants || isNote && !unit.meta.properties.isEmpty {
      isOdd = true
    }
  }

  mutating func reportHeader() {
    guard !isHeaderReported else { return }
    isHeaderReported = true
    events.append(.header(header.kept))
  }
}
