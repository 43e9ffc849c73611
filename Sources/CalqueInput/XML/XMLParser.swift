import CXML
import CalqueModel

/// Parses XML in chunks, with libxml2's SAX2 interface and Calque's own limits.
///
/// Nothing outside the document is ever read. The use of an external entity or of a parameter
/// entity is an error; an external DTD is ignored. The use of an undeclared entity is an error too,
/// where other parsers drop the reference silently.
@safe final class XMLParser {
  private let handler: any XMLHandler
  private let limits: InputLimits
  private var entities: XMLEntities
  private var xml: OpaquePointer?
  // The handler never calls the parser, so no property of the parser changes while it is used, and
  // nothing need watch those that every tag uses.
  /// The open elements, and the parser's offset when each began.
  @exclusivity(unchecked) private var open: [(name: String, offset: Int)] = []
  private var problem: XMLProblem?
  private var fed = 0
  private var isFinishing = false
  private var hasRoot = false
  private let names = XMLNames()
  /// The text that was lent to the parser for the last reference, with a NUL at its end.
  private var lent: UnsafeMutableBufferPointer<CChar>?

  init(_ handler: any XMLHandler, limits: InputLimits) {
    self.handler = handler
    self.limits = limits
    entities = XMLEntities(limit: limits.entities)
    unsafe xml = calque_xml_open(Self.events, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    if let xml = unsafe xml { unsafe calque_xml_close(xml) }
    unsafe lent?.deallocate()
  }

  /// The number of bytes of the document before the parser's position.
  var offset: Int {
    guard let xml = unsafe xml else { return 0 }
    return Int(unsafe calque_xml_offset(xml))
  }

  /// Parses the next bytes of the document, which are valid UTF-8.
  func feed(_ bytes: Span<UInt8>) throws(XMLProblem) {
    fed += bytes.count
    try parse(bytes, isLast: false)
    // The parser holds back incomplete markup: a tag, a comment, a document type.
    if fed - offset > limits.segment {
      throw XMLProblem(
        "a tag, comment or declaration is longer than \(limits.segment >> 10) KiB", offset: offset)
    }
  }

  /// Tells the parser that the document has ended.
  func finish() throws(XMLProblem) {
    isFinishing = true
    try parse([UInt8]().span, isLast: true)
  }

  private func parse(_ bytes: Span<UInt8>, isLast: Bool) throws(XMLProblem) {
    guard let xml = unsafe xml else { throw XMLProblem("no memory for the parser") }
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      unsafe calque_xml_feed(xml, start, Int32(buffer.count), isLast ? 1 : 0)
    }
    if let problem { throw problem }
  }

  /// Records the first problem and ends the parsing.
  private func stop(_ problem: XMLProblem) {
    guard self.problem == nil else { return }
    var problem = problem
    if problem.offset == nil { problem.offset = offset }
    self.problem = problem
    if let xml = unsafe xml { unsafe calque_xml_stop(xml) }
  }

  /// Calls the handler; an error of the handler ends the parsing.
  private func ask(_ body: () throws(InputError) -> Void) {
    guard problem == nil else { return }
    do throws(InputError) {
      try body()
    } catch {
      stop(XMLProblem(error.message))
    }
  }

  private func attempt(_ body: () throws(XMLProblem) -> Void) {
    guard problem == nil else { return }
    do throws(XMLProblem) {
      try body()
    } catch {
      stop(error)
    }
  }
}

// MARK: - Content from the parser

extension XMLParser {
  fileprivate func start(_ name: String, _ attributes: [Meta.Attribute]) {
    guard problem == nil else { return }
    unsafe open.append((name, offset))
    hasRoot = true
    if unsafe open.count > limits.depth {
      return stop(XMLProblem("elements lie more than \(limits.depth) deep in one another"))
    }
    ask { () throws(InputError) in try handler.start(name, attributes) }
  }

  fileprivate func end() {
    guard problem == nil, let element = unsafe open.popLast() else { return }
    ask { () throws(InputError) in try handler.end(element.name) }
  }

  /// An attribute's value with its references expanded; the parser leaves `&name;` and `&#38;` in
  /// it.
  fileprivate func value(_ bytes: Span<UInt8>, of name: String) -> String {
    if bytes.count > limits.attribute {
      stop(XMLProblem("attribute \(name) is longer than \(limits.attribute >> 10) KiB"))
      return ""
    }
    guard bytes.first(UInt8(ascii: "&")) != nil else {
      return String(validated: bytes)
    }
    var text = ""
    attempt { () throws(XMLProblem) in text = try entities.expanded(bytes) }
    return text
  }

  fileprivate func declare(_ name: String, _ content: String?) {
    attempt { () throws(XMLProblem) in
      try entities.declare(name, content)
    }
  }

  /// The text that a reference expands to; nil after an error.
  fileprivate func replacement(of name: String) -> String? {
    var text: String?
    attempt { () throws(XMLProblem) in text = try entities.replacement(of: name) }
    return text
  }

  fileprivate func report(
    _ code: Int32, isFatal: Bool, isNamespace: Bool, _ text: String, _ detail: String,
    closing: String
  ) {
    guard problem == nil else { return }
    guard isFatal else {
      if isNamespace {
        handler.warn("\(text.trimmingBlanks); it is read all the same", kind: "namespace")
      }
      return
    }
    let open = unsafe open
    if isFinishing, !hasRoot || !open.isEmpty && offset >= fed {
      // At the end of the bytes, the early end is the fault, whatever error the parser reports.
      var problem = XMLProblem(XMLMessages.ending(inside: open.last?.name))
      problem.open = open.last
      return stop(problem)
    }
    var problem = XMLProblem(XMLMessages.message(code, text, detail, open: open.last?.name))
    if XMLMessages.isAboutNesting(code) { problem.open = open.last }
    if Int(code) == calque_xml_tag_name_mismatch { problem.closing = closing }
    stop(problem)
  }

  /// Lends a text to the parser, until the next text is lent.
  fileprivate func lend(_ text: String) -> UnsafePointer<CChar>? {
    unsafe lent?.deallocate()
    let bytes = text.utf8.map(CChar.init(bitPattern:)) + [0]
    let buffer = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
    _ = unsafe buffer.initialize(from: bytes)
    unsafe lent = buffer
    return unsafe UnsafePointer(buffer.baseAddress)
  }

  fileprivate func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}

// MARK: - Attributes

extension XMLParser {
  /// The declarations of namespaces, as attributes.
  private func declarations(
    _ namespaces: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int32
  ) -> [Meta.Attribute] {
    guard let namespaces = unsafe namespaces else { return [] }
    return (0..<Int(count)).map { index in
      let prefix = unsafe namespaces[2 * index]
      let name = unsafe prefix == nil ? "xmlns" : "xmlns:" + text(prefix)
      return unsafe Meta.Attribute(name: name, value: text(namespaces[2 * index + 1]))
    }
  }

  private func attributes(
    _ fields: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int32
  ) -> [Meta.Attribute] {
    guard let fields = unsafe fields else { return [] }
    if count == 1 {
      return unsafe names.lone(fields) { unsafe attribute(fields).map { [$0] } ?? [] }
    }
    var list = [Meta.Attribute]()
    list.reserveCapacity(Int(count))
    for index in 0..<Int(count) {
      if let attribute = unsafe attribute(fields + 5 * index) { list.append(attribute) }
    }
    return list
  }

  /// An attribute, of which the parser gives five pointers: local name, prefix, URI, start and end of
  /// the value.
  private func attribute(_ field: UnsafePointer<UnsafePointer<CChar>?>) -> Meta.Attribute? {
    let name = unsafe names.name(field[0], field[1])
    guard let start = unsafe field[3], let end = unsafe field[4] else { return nil }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: end - start)
    let text = unsafe bytes.withMemoryRebound(to: UInt8.self) { bytes in
      unsafe value(bytes.span, of: name)
    }
    return Meta.Attribute(name: name, value: text)
  }
}

// MARK: - Callbacks

extension XMLParser {
  private static func parser(_ context: UnsafeMutableRawPointer?) -> XMLParser? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<XMLParser>.fromOpaque(context).takeUnretainedValue()
  }

  private static let events: calque_xml_events = unsafe calque_xml_events(
    start: { context, name, prefix, namespaceCount, namespaces, attributeCount, attributes in
      guard let context = unsafe context else { return }
      unsafe Unmanaged<XMLParser>.fromOpaque(context)._withUnsafeGuaranteedRef { parser in
        let declared =
          unsafe namespaceCount == 0 ? [] : parser.declarations(namespaces, namespaceCount)
        let others = unsafe attributeCount == 0 ? [] : parser.attributes(attributes, attributeCount)
        unsafe parser.start(
          parser.names.name(name, prefix), declared.isEmpty ? others : declared + others)
      }
    },
    end: { context in
      guard let context = unsafe context else { return }
      unsafe Unmanaged<XMLParser>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.end() }
    },
    text: { context, text, length in
      guard let context = unsafe context else { return }
      unsafe Unmanaged<XMLParser>.fromOpaque(context)._withUnsafeGuaranteedRef { parser in
        let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(length))
        parser.ask { () throws(InputError) in try unsafe parser.handler.text(bytes.span) }
      }
    },
    instruction: { context, target, text in
      guard let parser = unsafe XMLParser.parser(context) else { return }
      let (target, text) = unsafe (parser.text(target), parser.text(text))
      parser.ask { () throws(InputError) in try parser.handler.instruction(target, text) }
    },
    declare: { context, name, content in
      guard let parser = unsafe XMLParser.parser(context) else { return }
      unsafe parser.declare(parser.text(name), content == nil ? nil : parser.text(content))
    },
    entity: { context, name, isInAttribute in
      guard let parser = unsafe XMLParser.parser(context) else { return nil }
      let name = unsafe parser.text(name)
      if isInAttribute != 0 {
        // The reference is expanded with the whole value; here the name must only be declared.
        var isKnown = false
        parser.attempt { () throws(XMLProblem) in
          try parser.entities.check(name)
          isKnown = true
        }
        return unsafe isKnown ? calque_xml_known() : nil
      }
      guard let text = parser.replacement(of: name) else { return nil }
      return unsafe parser.lend(text)
    },
    parameter_entity: { context, name in
      guard let parser = unsafe XMLParser.parser(context) else { return }
      let name = unsafe parser.text(name)
      parser.stop(XMLProblem("parameter entity %\(name); is not read"))
    },
    problem: { context, code, isFatal, isNamespace, message, detail, other in
      guard let parser = unsafe XMLParser.parser(context), let message = unsafe message,
        let detail = unsafe detail
      else { return }
      unsafe parser.report(
        code, isFatal: isFatal != 0, isNamespace: isNamespace != 0, String(cString: message),
        String(cString: detail), closing: parser.text(other))
    })
}
