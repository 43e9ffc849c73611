import CalqueModel

/// A `<trans-unit>` of XLIFF 1.
struct TransUnit {
  let node: XMLNode
  private var source: XMLNode?
  private var segmented: XMLNode?
  private var target: XMLNode?
  private var definitions: [XMLNode] = []
  private var meta = Meta()

  init(_ node: XMLNode) {
    self.node = node
    meta.attributes = node.attributes.filter { !Self.fields.contains($0.name) }
    for part in node.content {
      guard case .node(let child) = part else { continue }
      switch child.local {
      case "source": if source == nil { source = child }
      case "seg-source": if segmented == nil { segmented = child }
      case "target": if target == nil { target = child }
      case "note": meta.notes.append(Meta.Note(child.text, attributes: child.attributes))
      case "alt-trans": meta.properties.append(Self.match(child))
      case "context-group":
        for context in child.elements where context.local == "context" {
          meta.properties.append(
            Meta.Property(
              type: "context:" + (context["context-type"] ?? ""), value: context.text))
        }
      case "seg-defs": definitions += child.elements
      default: break
      }
    }
    for name in ["state", "state-qualifier"] {
      if let value = target?[name] {
        meta.attributes.append(Meta.Attribute(name: name, value: value))
      }
    }
  }

  private static let fields: Set<String> = ["id", "xml:space", "approved"]

  /// A proposed translation with its score, as a property.
  private static func match(_ node: XMLNode) -> Meta.Property {
    let target = node.first("target")
    var attributes = node.attributes
    if let source = node.first("source") {
      attributes.append(Meta.Attribute(name: "source", value: source.segmentText()))
    }
    return Meta.Property(
      type: "alt-trans", value: target?.segmentText() ?? "", attributes: attributes)
  }

  /// The pairs of texts: the unit, or each of its segments for the tools that cut it into segments.
  ///
  /// - Parameters:
  ///   - dialect: the tool.
  ///   - cuts: whether a plain file's segments are told apart, too.
  /// - Returns: the pairs.
  func parts(_ dialect: XLIFFDialect, cuts: Bool = false) -> [XLIFFPart] {
    let segments = dialect == .plain && !cuts ? [] : Self.segments(in: segmented)
    guard !segments.isEmpty else {
      var part = XLIFFPart(
        id: node["id"], source: source, target: target,
        status: dialect == .plain ? plainStatus : toolStatus(nil), meta: meta)
      part.history = history(nil)
      return [part]
    }
    let targets = Dictionary(Self.segments(in: target)) { _, last in last }
    return segments.enumerated().map { number, segment in
      var part = XLIFFPart(
        id: "\(node["id"] ?? ""):\(segment.id)", source: segment.node,
        target: targets[segment.id], status: toolStatus(segment.id), meta: meta)
      // Notes and matches of a trans-unit stay with its first segment.
      if number > 0 { part.meta.notes = [] }
      if number > 0 { part.meta.properties = [] }
      part.history = history(segment.id)
      if dialect == .plain, let source {
        part.meta.attributes.append(Meta.Attribute(name: Meta.whole, value: source.segmentText()))
      }
      return part
    }
  }

  /// The `mrk` of the type `seg`, by their `mid`; of two with one `mid` the last one counts.
  private static func segments(in node: XMLNode?) -> [(id: String, node: XMLNode)] {
    guard let node else { return [] }
    var found = [(id: String, node: XMLNode)]()
    func walk(_ node: XMLNode) {
      for part in node.content {
        guard case .node(let child) = part else { continue }
        if child.local == "mrk", child["mtype"] == "seg" {
          let id = child["mid"] ?? ""
          if let place = found.firstIndex(where: { $0.id == id }) {
            found[place].node = child
          } else {
            found.append((id, child))
          }
        }
        walk(child)
      }
    }
    walk(node)
    return found
  }

  // MARK: - Status and history

  /// The status by `approved` and the state of the target (XLIFF 1.2, section 2.5).
  private var plainStatus: UnitStatus {
    guard let target else { return .draft }
    if node["approved"] == "yes" { return .approved }
    switch target["state"] ?? "" {
    case "": return target.segmentText().isBlank ? .draft : .translated
    case "translated": return .translated
    case "signed-off": return .reviewed
    case "final": return .approved
    default: return .draft
    }
  }

  /// The status that Trados or memoQ gave a segment.
  private func toolStatus(_ segment: String?) -> UnitStatus {
    if let status = node.attributes.first(where: { $0.name.hasSuffix(":status") })?.value {
      return Self.ofMemoQ[status] ?? .draft
    }
    return definition(of: segment)?["conf"].flatMap { Self.ofTrados[$0] } ?? .draft
  }

  private func definition(of segment: String?) -> XMLNode? {
    definitions.last { $0.local == "seg" && $0["id"] == segment }
  }

  private static let ofTrados: [String: UnitStatus] = [
    "Translated": .translated, "ApprovedTranslation": .reviewed, "ApprovedSignOff": .approved,
    "RejectedTranslation": .rejected, "RejectedSignOff": .rejected,
  ]

  // "Ackknowledged" is how memoQ spells it.
  private static let ofMemoQ: [String: UnitStatus] = [
    "ManuallyConfirmed": .translated, "ConfirmedTranslator": .translated,
    "Ackknowledged": .translated, "ConfirmedReviewer1": .reviewed, "Proofread": .approved,
    "ConfirmedReviewer2": .approved, "Rejected": .rejected,
  ]

  /// Moves what Trados and memoQ say of a segment's history to the unit's fields.
  private func history(_ segment: String?) -> ((inout TranslationUnit) -> Void)? {
    let definition = definition(of: segment)
    let stamp = node.attributes.first { $0.name.hasSuffix(":lastchangedtimestamp") }?.value
    let user = node.attributes.first { $0.name.hasSuffix(":lastchanginguser") }?.value
    if definition == nil, stamp == nil, user == nil { return nil }
    return { unit in
      unit.changed = stamp.flatMap { Instant($0) }
      unit.changedBy = user
      guard let definition else { return }
      unit.origin = definition["origin"]
      if let percent = definition["percent"] {
        unit.meta.properties.append(Meta.Property(type: "percent", value: percent))
      }
      for value in definition.elements where value.local == "value" {
        switch value["key"] ?? "" {
        case "created_by": unit.createdBy = value.text
        case "last_modified_by": unit.changedBy = value.text
        case "created_on": unit.created = Self.date(value.text)
        case "modified_on": unit.changed = Self.date(value.text)
        default: break
        }
      }
    }
  }

  /// Reads a date of Trados: `04/13/2015 10:20:30`, month first.
  static func date(_ text: String) -> Instant? {
    let parts = text.split { !("0"..."9" ~= $0) }
    guard parts.count == 6, parts[0].count == 2, parts[1].count == 2, parts[2].count == 4 else {
      return nil
    }
    return Instant("\(parts[2])\(parts[0])\(parts[1])T\(parts[3])\(parts[4])\(parts[5])Z")
  }
}
