import CalqueInput
import CalqueModel

/// Cuts a termbase in XML into its header, its entries and what stands between them.
final class TermbaseHandler: ResumableHandler {
  weak var document: ResumedDocument?
  private(set) var surroundings = Surroundings()
  /// The offset of the entry that is being read.
  private var entryOffset = 0
  private(set) var warnings = Warnings()
  private let syntax: TermbaseSyntax
  private let limits: InputLimits
  private let file: String

  /// An entry that is complete.
  struct Entry {
    let node: XMLNode
    /// The entry as written.
    let text: String
    /// What stands before the entry, behind the one before; empty if there are only blanks.
    let before: String
    let place: SourcePlace
  }

  private(set) var entries: [Entry] = []
  private(set) var found: [FormatWarning] = []
  /// All that stands before the first entry.
  private(set) var header: String?
  /// The attributes of the root.
  private(set) var root: [Meta.Attribute] = []
  private var hasRoot = false

  private var outside = XMLCapture()
  /// The entry that is being read.
  ///
  /// One event is taken after the other, so nothing need watch that `open` has one user at a time.
  @exclusivity(unchecked) private var open = OpenEntry()
  private var place: SourcePlace

  init(_ syntax: TermbaseSyntax, file: String, limits: InputLimits) {
    self.syntax = syntax
    self.limits = limits
    self.file = file
    place = SourcePlace(file: file)
  }

  /// Hands over the entries that are complete.
  func takeEntries() -> [Entry] {
    defer { entries.removeAll(keepingCapacity: true) }
    return entries
  }

  /// Hands over the warnings so far.
  func takeWarnings() -> [FormatWarning] {
    defer { found.removeAll() }
    return found
  }

  /// What follows the last entry, or the whole document if it has none; nil behind a break.
  var rest: String? { isBroken ? nil : outside.text }
  /// Whether a part of the document is passed over, so that it cannot be put together again.
  private var isBroken = false

  // MARK: - Breaks

  var unitOffset: Int? { unsafe open.isOpen ? entryOffset : nil }

  var boundaries: [String: Int?] {
    let entries = syntax.entries.map { ($0, Int?.none) }
    return ["text": 1, "body": nil].merging(entries) { _, entry in entry }
  }

  func goOn(in surroundings: Surroundings) {
    self.surroundings = surroundings
    // What stands around the break is not kept as written.
    isBroken = true
    unsafe open.clear()
    outside.removeAll()
  }

  // MARK: - Elements

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    if unsafe !open.isOpen {
      let isEntry = syntax.entries.contains(name.local)
      if !isEntry, surroundings.start(name, attributes) { return }
      if !hasRoot { (root, hasRoot) = (attributes, true) }
      guard isEntry else {
        outside.start(name, attributes)
        return try check(outside.bytes.count, "the header")
      }
      outside.finishTag()
      entryOffset = document?.tagOffset ?? 0
      let start = document?.tagPlace ?? (line: 0, column: 0)
      place = SourcePlace(file: file, line: start.line, column: start.column)
      unsafe open.clear()
    }
    unsafe open.start(name, attributes)
    try check(unsafe open.size, "an entry")
  }

  func end(_ name: String) throws(InputError) {
    guard unsafe open.isOpen else {
      surroundings.end()
      return outside.end(name)
    }
    if let node = unsafe open.end(name) { finish(node) }
  }

  func text(_ bytes: Span<UInt8>) throws(InputError) {
    guard unsafe open.isOpen else {
      outside.text(bytes)
      return try check(outside.bytes.count, "the header")
    }
    unsafe open.text(bytes)
    try check(unsafe open.size, "an entry")
  }

  func instruction(_ target: String, _ text: String) throws(InputError) {
    guard unsafe open.isOpen else { return outside.instruction(target, text) }
    unsafe open.instruction(target, text)
  }

  func warn(_ message: String, kind: String) {
    guard warnings.admits(kind) else { return }
    let here = document?.place ?? (line: 0, column: 0)
    found.append(FormatWarning(line: here.line, column: here.column, message: message))
  }

  private func finish(_ node: XMLNode) {
    let before = isBroken ? "" : outside.text
    outside.removeAll()
    let isFirst = header == nil
    // The blanks before an entry are the writer's own.
    if isFirst { header = before.trimmingBlanks }
    entries.append(
      Entry(
        node: node, text: unsafe open.text, before: isFirst || before.isBlank ? "" : before,
        place: place))
  }

  private func check(_ size: Int, _ what: String) throws(InputError) {
    if size > limits.unit {
      throw InputError(message: "\(what) is longer than \(limits.unit >> 20) MiB")
    }
  }
}

extension TermbaseHandler {
  /// Parses one entry that was kept as written; nil if the text is none.
  static func entry(_ text: String, _ syntax: TermbaseSyntax) -> XMLNode? {
    // The entry stands alone, so prefixes of the document around it are not declared.
    let handler = TermbaseHandler(syntax, file: "", limits: InputLimits())
    let document = ResumedDocument(
      BytesInMemory(Array(text.utf8)), handler: handler, limits: InputLimits())
    do {
      while try document.parseNext() {}
    } catch { return nil }
    return handler.entries.first?.node
  }
}
