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
  /// The open elements, and the parser's offset when each began.
  private(set) var open: [(name: String, offset: Int)] = []
  private var problem: XMLProblem?
  private var fed = 0
  private var isFinishing = false
  private var hasRoot = false
  private var names: [Name: String] = [:]
  /// The names that were asked for last, each in the slot of its address.
  private var recent = [(name: Name, text: String)](
    repeating: (Name(local: 0, prefix: 0), ""), count: 64)
  /// The text that was lent to the parser for the last reference, with a NUL at its end.
  private var lent: UnsafeMutableBufferPointer<CChar>?

  /// A name in the parser's dictionary, in which equal names have equal addresses.
  private struct Name: Hashable {
    let local: UInt
    let prefix: UInt
  }

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
    attempt { () throws(XMLProblem) in
      open.append((name, offset))
      hasRoot = true
      if open.count > limits.depth {
        throw XMLProblem("elements lie more than \(limits.depth) deep in one another")
      }
    }
    ask { () throws(InputError) in try handler.start(name, attributes) }
  }

  fileprivate func end() {
    guard problem == nil, let element = open.popLast() else { return }
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

  /// The name of an element or attribute, with its prefix.
  fileprivate func name(
    _ local: UnsafePointer<CChar>?, _ prefix: UnsafePointer<CChar>?
  ) -> String {
    let key = Name(local: UInt(bitPattern: local), prefix: UInt(bitPattern: prefix))
    let slot = Int(((key.local &+ key.prefix) &* 0x9E37_79B9_7F4A_7C15) &>> 58)
    if recent[slot].name == key { return recent[slot].text }
    let name = unsafe known(key, local, prefix)
    recent[slot] = (key, name)
    return name
  }

  private func known(
    _ key: Name, _ local: UnsafePointer<CChar>?, _ prefix: UnsafePointer<CChar>?
  ) -> String {
    if let name = names[key] { return name }
    var name = unsafe text(local)
    if let prefix = unsafe prefix { name = unsafe text(prefix) + ":" + name }
    // The limit keeps the memory constant for a document with endless different names.
    if names.count < 10_000 { names[key] = name }
    return name
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

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
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
      guard let parser = unsafe XMLParser.parser(context) else { return }
      var list = [Meta.Attribute]()
      list.reserveCapacity(Int(namespaceCount + attributeCount))
      if let namespaces = unsafe namespaces {
        for index in 0..<Int(namespaceCount) {
          let prefix = unsafe namespaces[2 * index]
          let name = unsafe prefix == nil ? "xmlns" : "xmlns:" + parser.text(prefix)
          unsafe list.append(
            Meta.Attribute(name: name, value: parser.text(namespaces[2 * index + 1])))
        }
      }
      if let attributes = unsafe attributes {
        for index in 0..<Int(attributeCount) {
          // An attribute has five pointers: local name, prefix, URI, start and end of the value.
          let field = unsafe attributes + 5 * index
          let name = unsafe parser.name(field[0], field[1])
          guard let start = unsafe field[3], let end = unsafe field[4] else { continue }
          let value = unsafe UnsafeRawBufferPointer(start: start, count: end - start)
          let text = unsafe value.withMemoryRebound(to: UInt8.self) { bytes in
            unsafe parser.value(bytes.span, of: name)
          }
          list.append(Meta.Attribute(name: name, value: text))
        }
      }
      unsafe parser.start(parser.name(name, prefix), list)
    },
    end: { context in
      unsafe XMLParser.parser(context)?.end()
    },
    text: { context, text, length in
      guard let parser = unsafe XMLParser.parser(context) else { return }
      let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(length))
      parser.ask { () throws(InputError) in try unsafe parser.handler.text(bytes.span) }
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
