import CalqueInput
import CalqueModel

/// An entry of a termbase that is being read: its open elements, and the entry as written.
struct OpenEntry {
  private var capture = XMLCapture()
  private var open: [XMLNode] = []

  /// Whether an element of the entry is open.
  var isOpen: Bool { !open.isEmpty }
  /// The number of bytes of the entry as written.
  var size: Int { capture.bytes.count }
  /// The entry as written.
  var text: String { capture.text }

  /// Forgets the entry before.
  mutating func clear() {
    open = []
    capture.removeAll()
  }

  mutating func start(_ name: String, _ attributes: [Meta.Attribute]) {
    capture.start(name, attributes)
    open.append(XMLNode(name, attributes))
  }

  /// Ends the innermost element; gives the whole entry if that is its own.
  mutating func end(_ name: String) -> XMLNode? {
    guard let node = open.popLast() else { return nil }
    capture.end(name)
    if open.isEmpty { return node }
    open[open.count - 1].add(.node(node))
    return nil
  }

  mutating func text(_ bytes: Span<UInt8>) {
    capture.text(bytes)
    open[open.count - 1].add(.text(String(validated: bytes)))
  }

  mutating func instruction(_ target: String, _ text: String) {
    capture.instruction(target, text)
  }
}
