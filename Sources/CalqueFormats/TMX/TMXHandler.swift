import CalqueInput
import CalqueModel

/// Takes the content of a TMX document for `TMXElements`.
///
/// All that is read lies in one value, because each property of a class that changes while others are
/// called costs an access check.
final class TMXHandler: XMLHandler {
  /// What has been read.
  var elements: TMXElements

  init(file: String, options: FormatOptions) {
    elements = TMXElements(file: file, options: options)
  }

  /// Hands over the events that are ready.
  func drain(_ each: (FileEvent) throws -> Void) throws {
    var ready = [FileEvent]()
    swap(&ready, &elements.events)
    for event in ready { try each(event) }
  }

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    try elements.start(name, attributes)
  }

  func end(_ name: String) throws(InputError) { try elements.end(name) }

  func text(_ bytes: Span<UInt8>) throws(InputError) { try elements.text(bytes) }

  func instruction(_ target: String, _ text: String) throws(InputError) {
    try elements.instruction(target, text)
  }

  func warn(_ message: String, kind: String) { elements.warn(message, kind: kind) }
}
