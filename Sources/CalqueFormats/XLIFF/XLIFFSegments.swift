import CalqueModel

/// The segments of a `<unit>` of XLIFF 2.
struct XLIFFSegments {
  private let node: XMLNode
  /// The pairs of texts, one a segment, in order.
  private(set) var parts: [XLIFFPart] = []

  init(_ node: XMLNode) {
    self.node = node
    var meta = Meta()
    meta.attributes = node.attributes.filter { $0.name != "id" && !$0.name.hasPrefix("xmlns") }
    for child in node.elements {
      switch child.local {
      case "notes":
        for note in child.elements where note.local == "note" {
          meta.notes.append(Meta.Note(note.text, attributes: note.attributes))
        }
      case "matches":
        meta.properties += child.elements.filter { $0.local == "match" }.map(Self.match)
      case "segment": add(child)
      default: break
      }
    }
    // What is said of a unit stays with its first segment.
    if !parts.isEmpty {
      parts[0].meta.attributes = meta.attributes + parts[0].meta.attributes
      parts[0].meta.notes = meta.notes
      parts[0].meta.properties = meta.properties
    }
  }

  private mutating func add(_ segment: XMLNode) {
    let target = segment.first("target")
    var part = XLIFFPart(
      source: segment.first("source"), target: target, status: Self.status(segment, target))
    let unit = node["id"] ?? ""
    let id = segment["id"] ?? (parts.isEmpty ? nil : String(parts.count + 1))
    part.id = id.map { "\(unit):\($0)" } ?? unit
    part.meta.attributes = segment.attributes.filter { $0.name != "id" }
    parts.append(part)
  }

  /// The status by the segment's state (XLIFF 2.1, section 4.3.1.31); a translation without a state
  /// is taken for one, although the default is `initial`.
  private static func status(_ segment: XMLNode, _ target: XMLNode?) -> UnitStatus {
    switch segment["state"] ?? "" {
    case "translated": .translated
    case "reviewed": .reviewed
    case "final": .approved
    case "" where target?.segmentText().isBlank == false: .translated
    default: .draft
    }
  }

  /// A proposed translation (module `mtc`) with its score, as a property.
  private static func match(_ node: XMLNode) -> Meta.Property {
    var attributes = node.attributes
    if let source = node.first("source") {
      attributes.append(Meta.Attribute(name: "source", value: source.segmentText()))
    }
    return Meta.Property(
      type: "match", value: node.first("target")?.segmentText() ?? "", attributes: attributes)
  }
}
