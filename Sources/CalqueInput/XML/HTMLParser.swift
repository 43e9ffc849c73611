import CXML
import CalqueModel

/// A receiver of the content of a web page, event by event.
package protocol HTMLHandler: AnyObject {
  /// An element begins; names are in small letters, an attribute without a value has an empty one.
  func start(_ name: String, _ attributes: [String: String])
  /// The innermost element ends.
  func end(_ name: String)
  /// Text with its entities decoded; a run of text can come in several pieces.
  func text(_ bytes: Span<UInt8>)
}

/// Parses a web page with libxml2's HTML parser, which repairs what is wrong in the page.
///
/// Pages are parsed whatever they hold. The work is limited: a page whose end tags fit nothing, deep
/// inside other elements, would take time that grows with the square of its length.
@safe package final class HTMLParser {
  /// The number of open elements that the parser may walk past in search of those that end tags
  /// name.
  private static let effort = 2_000_000_000
  private static let chunk = 4 << 10

  private let handler: any HTMLHandler
  private var html: OpaquePointer?
  private var depth = 0
  private var ends = 0

  private init(_ handler: any HTMLHandler) {
    self.handler = handler
    unsafe html = calque_html_open(Self.events, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    if let html = unsafe html { unsafe calque_html_close(html) }
  }

  /// Parses a page in valid UTF-8.
  ///
  /// - Throws: `InputError` if the page would take too long.
  package static func parse(_ page: [UInt8], _ handler: any HTMLHandler) throws(InputError) {
    let parser = HTMLParser(handler)
    var work = 0
    var start = 0
    while start < page.count {
      let end = min(page.count, start + chunk)
      let slice = page[start..<end]
      parser.ends = 0
      try parser.feed(slice, isLast: false)
      // An end tag that fits nothing is looked for in all open elements.
      work += max(0, closings(in: slice) - parser.ends) * parser.depth
      if work > effort {
        throw InputError(
          message: "elements lie too deep in one another, with end tags that fit none",
          line: page[..<end].count { $0 == 0x0A } + 1,
          remedy: "save the text of the page as plain text")
      }
      start = end
    }
    try parser.feed([], isLast: true)
  }

  private func feed(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws(InputError) {
    guard let html = unsafe html else { throw InputError(message: "no memory for the parser") }
    unsafe bytes.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      unsafe calque_html_feed(html, start, Int32(buffer.count), isLast ? 1 : 0)
    }
  }

  /// The number of end tags in a piece of a page.
  private static func closings(in slice: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isOpen = false
    for byte in slice {
      if isOpen, byte == 0x2F { count += 1 }
      isOpen = byte == 0x3C
    }
    return count
  }

  private static func parser(_ context: UnsafeMutableRawPointer?) -> HTMLParser? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<HTMLParser>.fromOpaque(context).takeUnretainedValue()
  }

  private static let events: calque_html_events = unsafe calque_html_events(
    start: { context, name, attributes in
      guard let parser = unsafe HTMLParser.parser(context), let name = unsafe name else { return }
      parser.depth += 1
      var values: [String: String] = [:]
      if let attributes = unsafe attributes {
        var at = 0
        while let name = unsafe attributes[at] {
          let value = unsafe attributes[at + 1].map { unsafe String(cString: $0) } ?? ""
          unsafe values[String(cString: name)] = value
          at += 2
        }
      }
      parser.handler.start(unsafe String(cString: name), values)
    },
    end: { context, name in
      guard let parser = unsafe HTMLParser.parser(context), let name = unsafe name else { return }
      parser.depth = max(0, parser.depth - 1)
      parser.ends += 1
      parser.handler.end(unsafe String(cString: name))
    },
    text: { context, text, length in
      guard let parser = unsafe HTMLParser.parser(context) else { return }
      let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(length))
      unsafe parser.handler.text(bytes.span)
    })
}
