import CalqueInput
import CalqueModel

/// The limits of a unit, and its end.
extension TMXHandler {
  // MARK: - Limits

  func check(_ size: Int, _ limit: Int, _ what: String) throws(InputError) {
    if size > limit { throw InputError(message: "\(what) is longer than \(limit >> 10) KiB") }
  }

  func checkSegment() throws(InputError) {
    try check(text.count + capture.bytes.count, options.limits.segment, "a segment")
  }

  func grow(_ bytes: Int) throws(InputError) {
    size += bytes
    try check(size, options.limits.unit, "a unit")
  }

  // The memory that an element takes beside its text, so that empty elements count too.
  private static var elementSize: Int { 256 }

  func grow(_ attributes: [Meta.Attribute]) throws(InputError) {
    try grow(attributes.reduce(Self.elementSize) { $0 + $1.name.utf8.count + $1.value.utf8.count })
  }

  // MARK: - Units

  func beginText(_ attributes: [Meta.Attribute]) {
    text.removeAll(keepingCapacity: true)
    self.attributes = attributes
  }

  func begin(_ attributes: [Meta.Attribute]) {
    unit = TMXUnit(attributes: attributes)
    size = 0
    unitOffset = document?.tagOffset ?? 0
    let start = place(document?.tagPlace ?? (line: 0, column: 0))
    place = SourcePlace(file: file, line: start.line, column: start.column)
  }

  func finishUnit() {
    safeOffset = document?.offset ?? 0
    let finished = unit.finished(header: header, keepsIncomplete: options.keepsIncomplete) {
      warn($0, kind: $1, line: place.line, column: place.column)
    }
    switch finished {
    case .success(var unit):
      if isOdd || unit.variants.count < self.unit.variants.count {
        if let text = written?(unitOffset..<safeOffset) {
          unit.meta.attributes.append(Meta.Attribute(name: Meta.entry, value: text))
        }
      }
      if !instructions.isEmpty {
        unit.meta.attributes.append(Meta.Attribute(name: Meta.before, value: instructions))
        instructions = ""
      }
      events.append(.unit(unit, place))
    case .failure(let reason): events.append(.skipped(reason: reason.text, place))
    }
  }

  /// Notes that stand behind properties, and both behind variants, are written elsewhere.
  func noteOrder(isNote: Bool) {
    if case .variant = states.last {
      if variant.hasSegment || isNote && !variant.meta.properties.isEmpty { isOdd = true }
    } else if !unit.variants.isEmpty || isNote && !unit.meta.properties.isEmpty {
      isOdd = true
    }
  }

  func reportHeader() {
    guard !isHeaderReported else { return }
    isHeaderReported = true
    events.append(.header(header.kept))
  }
}
