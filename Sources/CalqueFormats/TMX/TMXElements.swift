import CalqueInput
import CalqueModel

/// What has been read of a TMX document's elements, and the units that they make.
///
/// Dialects are accepted. Elements that no version of TMX has are kept verbatim if the model has
/// room for them. `lang` (TMX 1.1, 1.2) counts as `xml:lang`. A document may lack the header.
struct TMXElements {
  private(set) var warnings = Warnings()
  /// The document that is parsed.
  weak var document: XMLDocument?
  let file: String
  let options: FormatOptions
  var events: [FileEvent] = []
  /// The roles of the open elements, outermost first.
  var states = [State.document]
  var header = TMXHeader()
  var isHeaderReported = false
  /// The offset in the document behind the last unit that is complete.
  var safeOffset = 0
  /// What a line and a column of the document that is parsed are in the whole file.
  var shift = PlaceShift()
  private var isResumed = false
  /// Whether units can follow: the body has begun.
  var isInBody: Bool { states.contains { if case .body = $0 { true } else { false } } }

  var unit = TMXUnit()
  var variant = TMXVariant()
  var place = SourcePlace(file: "")
  var size = 0

  // The note, property or segment that is being read, and its parts that are kept verbatim.
  var text: [UInt8] = []
  var attributes: [Meta.Attribute] = []
  var capture = XMLCapture()
  private var native = 0
  private var hasCodes = false

  /// Gives the bytes of the file between two offsets of the document, as text.
  var written: ((Range<Int>) -> String?)?
  /// The offset of the unit's start tag.
  var unitOffset = 0
  /// Whether the model cannot write the unit back as it was.
  var isOdd = false
  /// The instructions before a unit, behind the one before.
  var instructions = ""

  /// The number of open elements of the unit, itself included.
  private var unitDepth = 0
  /// The languages that were named first.
  var languages = TMXLanguages()

  enum State {
    case document, root, header, body, unit, variant, segment, inline, note, property
    /// Markup inside a note or property, of which only the text counts.
    case markup
    /// An element that the model does not know, kept verbatim.
    case verbatim
    /// An element at a place where none is allowed.
    case ignored
  }

  init(file: String, options: FormatOptions) {
    self.file = file
    self.options = options
  }

  /// Whether a unit is open.
  var isInUnit: Bool { unitDepth > 0 }

  /// Prepares for a document: the whole file, or what goes on behind a break, in the body.
  mutating func resume(_ shift: PlaceShift, isNew: Bool) {
    self.shift = shift
    states = [.document]
    isResumed = !isNew
    safeOffset = 0
    unitDepth = 0
    (unit, variant) = (TMXUnit(), TMXVariant())
  }

  /// A place of the document that is parsed, as a place of the whole file.
  func place(_ place: (line: Int, column: Int)) -> (line: Int, column: Int) { shift.place(place) }

  mutating func warn(_ message: String, kind: String) {
    let here = place(document?.place ?? (line: 0, column: 0))
    warn(message, kind: kind, line: here.line, column: here.column)
  }

  mutating func warn(_ message: String, kind: String, line: Int, column: Int) {
    guard warnings.admits(kind) else { return }
    events.append(.warning(FormatWarning(line: line, column: column, message: message)))
  }

  // MARK: - Elements

  mutating func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    if unitDepth > 0 { unitDepth += 1 }
    switch states.last ?? .document {
    case .document:
      guard name == "tmx" else { throw InputError(message: "<tmx> was expected, not <\(name)>") }
      if !isResumed { header.begin(attributes) }
      states.append(.root)
    case .root where name == "header" && !isHeaderReported:
      header.read(attributes)
      capture.removeAll()
      capture.start(name, attributes)
      states.append(.header)
    case .root where name == "body":
      if !attributes.isEmpty, !isResumed { header.bodyAttributes = attributes }
      reportHeader()
      states.append(.body)
    case .header:
      capture.start(name, attributes)
      try check(capture.bytes.count, options.limits.unit, "the header")
      states.append(.header)
    case .body where name == "tu":
      begin(attributes)
      (unitDepth, isOdd) = (1, false)
      try grow(attributes)
      states.append(.unit)
    case .root, .body:
      warn("<\(name)> does not belong here; it is passed over", kind: "element")
      states.append(.ignored)
    case .unit where name == "tuv":
      variant.attributes = attributes
      if attributes.count > 1, attributes.contains(where: { $0.name == "lang" }),
        attributes.contains(where: { $0.name == "xml:lang" })
      {
        isOdd = true
      }
      try grow(attributes)
      states.append(.variant)
    case .variant where name == "seg" && !variant.hasSegment:
      text.removeAll(keepingCapacity: true)
      capture.removeAll()
      (native, hasCodes) = (0, false)
      if !attributes.isEmpty { isOdd = true }
      states.append(.segment)
    case .unit where name == "note", .variant where name == "note":
      noteOrder(isNote: true)
      beginText(attributes)
      try grow(attributes)
      states.append(.note)
    case .unit where name == "prop", .variant where name == "prop":
      noteOrder(isNote: false)
      if attributes.value("type") ?? "" == "" { isOdd = true }
      beginText(attributes)
      try grow(attributes)
      states.append(.property)
    case .unit, .variant:
      try grow(attributes)
      isOdd = true
      if name == "seg" { warn("a second <seg> is kept aside", kind: "second seg") }
      capture.removeAll()
      capture.start(name, attributes)
      states.append(.verbatim)
    case .verbatim:
      capture.start(name, attributes)
      try check(capture.bytes.count, options.limits.segment, "<\(name)>")
      states.append(.verbatim)
    case .segment, .inline:
      beginCodes()
      capture.start(name, attributes)
      try checkSegment()
      if InlineCodes.isNative(name) { native += 1 }
      states.append(.inline)
    case .note, .property, .markup:
      isOdd = true
      warn("<\(name)> in a note or property is read as its text alone", kind: "markup in note")
      states.append(.markup)
    case .ignored: states.append(.ignored)
    }
  }

  /// Begins to keep the segment verbatim, with the text before its first code.
  private mutating func beginCodes() {
    if !hasCodes {
      let text = text
      capture.text(text.span)
    }
    hasCodes = true
  }

  mutating func end(_ name: String) throws(InputError) {
    if unitDepth > 0 { unitDepth -= 1 }
    let state = states.popLast() ?? .document
    let isOfVariant = if case .variant = states.last { true } else { false }
    switch state {
    case .header:
      capture.end(name)
      if capture.depth == 0 {
        header.text = capture.text
        reportHeader()
      }
    case .unit: finishUnit()
    case .variant:
      var read = TMXVariant()
      swap(&read, &variant)
      unit.add(
        &read, isEarly: header.isEarly, keepsIncomplete: options.keepsIncomplete, &languages)
    case .segment:
      variant.hasSegment = true
      variant.text = String(validated: text.span)
      variant.codes = hasCodes ? capture.text : nil
      try grow(text.count + capture.bytes.count)
    case .inline:
      capture.end(name)
      if InlineCodes.isNative(name) { native -= 1 }
    case .note:
      let note = Meta.Note(String(validated: text.span), attributes: attributes)
      if isOfVariant { variant.meta.notes.append(note) } else { unit.meta.notes.append(note) }
      try grow(text.count)
    case .property:
      let property = TMXUnit.property(String(validated: text.span), attributes)
      if isOfVariant {
        variant.meta.properties.append(property)
      } else {
        unit.meta.properties.append(property)
      }
      try grow(text.count)
    case .verbatim:
      capture.end(name)
      guard capture.depth == 0 else { return }
      if isOfVariant {
        variant.meta.elements.append(capture.text)
      } else {
        unit.meta.elements.append(capture.text)
      }
      try grow(capture.bytes.count)
    case .root: reportHeader()
    case .document, .body, .markup, .ignored: break
    }
  }

  mutating func text(_ bytes: Span<UInt8>) throws(InputError) {
    switch states.last ?? .document {
    case .segment, .inline:
      if native == 0 { text.append(bytes) }
      if hasCodes { capture.text(bytes) }
      try checkSegment()
    case .note, .property, .markup:
      text.append(bytes)
      try check(text.count, options.limits.segment, "a note or property")
    case .header:
      capture.text(bytes)
      try check(capture.bytes.count, options.limits.unit, "the header")
    case .verbatim:
      capture.text(bytes)
      try check(capture.bytes.count, options.limits.segment, "an element")
    case .unit, .variant, .body, .root:
      for offset in bytes.indices where bytes[offset] > 0x20 {
        isOdd = true
        warn("text outside of any <seg> is passed over", kind: "stray text")
        break
      }
    case .document, .ignored: break
    }
  }

  mutating func instruction(_ target: String, _ text: String) throws(InputError) {
    switch states.last ?? .document {
    case .segment, .inline:
      beginCodes()
      capture.instruction(target, text)
      try checkSegment()
    case .header, .verbatim: capture.instruction(target, text)
    case .unit, .variant, .note, .property, .markup: isOdd = true
    case .body:
      var capture = XMLCapture()
      capture.instruction(target, text)
      instructions += capture.text
      try check(instructions.utf8.count, options.limits.segment, "an instruction")
    default: break
    }
  }
}
