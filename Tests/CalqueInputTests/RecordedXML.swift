import CalqueModel

@testable import CalqueInput

/// What an XML document holds, a line an event.
final class RecordedXML: XMLHandler {
  private(set) var events: [String] = []
  private(set) var warnings: [String] = []
  /// What the handler itself objects to.
  var objection: String?
  weak var document: XMLDocument?
  private(set) var places: [String] = []

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    let list = attributes.map { " \($0.name)=\($0.value)" }.joined()
    events.append("<\(name)\(list)>")
    if let place = document?.tagPlace { places.append("\(place.line):\(place.column) \(name)") }
    if name == objection { throw InputError(message: "no <\(name)> please") }
  }

  func end(_ name: String) { events.append("</\(name)>") }

  func text(_ bytes: Span<UInt8>) {
    let text = String(validated: bytes)
    // One run of text can come in several pieces.
    if let last = events.last, last.hasPrefix("'") {
      events[events.count - 1] = last + text
    } else {
      events.append("'" + text)
    }
  }

  func instruction(_ target: String, _ text: String) { events.append("<?\(target) \(text)?>") }

  func warn(_ message: String, kind: String) { warnings.append("\(kind): \(message)") }
}

/// A document read whole.
struct ReadXML {
  var events: [String] = []
  var warnings: [String] = []
  var places: [String] = []
  var error: InputError?

  /// Parses a text in chunks of a size.
  init(
    _ text: String, size: Int = 1 << 20, limits: InputLimits = InputLimits(),
    objection: String? = nil
  ) {
    self.init(Array(text.utf8), size: size, limits: limits, objection: objection)
  }

  /// Parses bytes in chunks of a size.
  init(
    _ bytes: [UInt8], size: Int = 1 << 20, limits: InputLimits = InputLimits(),
    objection: String? = nil
  ) {
    let handler = RecordedXML()
    handler.objection = objection
    let document = XMLDocument(
      ChunkedSource(bytes, size: size), handler: handler, limits: limits)
    handler.document = document
    do throws(InputError) {
      while try document.parseNext() {}
    } catch {
      self.error = error
    }
    (events, warnings, places) = (handler.events, handler.warnings, handler.places)
  }

  /// What is said of the document, with its place; empty where it was read.
  var complaint: String { error.map { "\($0.line):\($0.column) \($0.message)" } ?? "" }
}
