import CalqueInput
import CalqueModel

/// Takes the content of a TMX document for `TMXElements`.
///
/// All that is read lies in one value, because each property of a class that changes while others are
/// called costs an access check.
final class TMXHandler: XMLHandler {
  /// What has been read.
  ///
  /// One event is taken after the other, so nothing need watch that `elements` has one user at a time.
  @exclusivity(unchecked) private var elements: TMXElements

  init(file: String, options: FormatOptions) {
    unsafe elements = TMXElements(file: file, options: options)
  }

  /// Asks or changes what has been read, between two chunks of the document.
  func withElements<Answer>(_ body: (inout TMXElements) -> Answer) -> Answer {
    unsafe body(&elements)
  }

  /// Hands over the events that are ready.
  func drain(_ each: (FileEvent) throws -> Void) throws {
    var ready = [FileEvent]()
    unsafe swap(&ready, &elements.events)
    for event in ready { try each(event) }
  }

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    try unsafe elements.start(name, attributes)
  }

  func end(_ name: String) throws(InputError) { try unsafe elements.end(name) }

  func text(_ bytes: Span<UInt8>) throws(InputError) { try unsafe elements.text(bytes) }

  func instruction(_ target: String, _ text: String) throws(InputError) {
    try unsafe elements.instruction(target, text)
  }

  func warn(_ message: String, kind: String) { unsafe elements.warn(message, kind: kind) }
}
