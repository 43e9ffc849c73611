import CalqueInput
import CalqueModel

extension BilingualXLIFF {
  /// The segments of a trans-unit of version 1.
  ///
  /// - Parameters:
  ///   - node: the trans-unit.
  ///   - asWhole: whether a plain trans-unit that is cut into segments is filled as a whole.
  /// - Returns: the segments, with their places.
  func first(_ node: MarkupNode, asWhole: BilingualFile.Choice?) -> [BilingualSlot] {
    guard node.name.local == "trans-unit", let source = node.first("source") else { return [] }
    let id = markup.value("id", node)
    let mayBeTranslated = markup.value("translate", node) != "no"
    if dialect != .plain, !mayBeTranslated { return [] }
    let parts = node.first("seg-source").map { Self.segments($0, markup) } ?? []
    let target = node.first("target")
    // A plain file may have a translation that is not cut into segments: then it is one segment.
    let hasMarks = target.map { !Self.segments($0, markup).isEmpty } ?? false
    let isCut = hasMarks || (target.map { isEmpty($0) } ?? true)
    var segment = segment(
      id, source, isTranslated: isFilled(target),
      isOpen: mayBeTranslated && (hasMarks || target?.children.isEmpty ?? true))
    if !parts.isEmpty, dialect != .plain || isCut {
      let slots = segmented(node, parts, id, mayBeTranslated)
      (segment.marks, segment.needsMarks) = (parts.map(\.id), hasMarks)
      guard dialect == .plain, segment.isOpen, asWhole?(segment, slots.map(\.segment)) == true
      else { return slots }
    }
    let place = node.first("seg-source") ?? source
    return [
      BilingualSlot(segment: segment) { [self, segment] filling in
        fill(segment, target, behind: place, filling)
      }
    ]
  }

  static func segments(
    _ node: MarkupNode, _ markup: Markup
  ) -> [(id: String, node: MarkupNode)] {
    node.all.filter { $0.name.local == "mrk" && markup.value("mtype", $0) == "seg" }
      .map { (markup.value("mid", $0) ?? "", $0) }
  }

  /// The changes of a plain trans-unit: the target, and proposals behind it.
  private func fill(
    _ segment: BilingualSegment, _ target: MarkupNode?, behind place: MarkupNode,
    _ filling: BilingualFilling
  ) -> [BilingualEdit] {
    let prefix = Self.prefix(place.name)
    var edits = [BilingualEdit]()
    if let match = filling.translation {
      let content = Self.content(match.target, match.codes)
      if let target {
        let tag = target.name + attributes(of: target) + state(match.score)
        edits.append(BilingualEdit(target.outer, "<\(tag)>\(content)</\(target.name)>"))
      } else {
        let tag = prefix + "target" + languageOfTarget + state(match.score)
        edits.append(
          BilingualEdit(
            at: place.outer.upperBound,
            indent(before: place) + "<\(tag)>\(content)</\(prefix)target>"))
      }
    }
    if let list = proposals(filling.proposals, nil, like: place) {
      edits.append(BilingualEdit(at: (target ?? place).outer.upperBound, list))
    }
    return edits
  }

  /// The proposals for a trans-unit, or for one of its segments; nil if there are none.
  private func proposals(
    _ matches: [BilingualFilling.Match], _ segment: String?, like place: MarkupNode
  ) -> String? {
    if matches.isEmpty { return nil }
    let prefix = Self.prefix(place.name)
    let mark = segment.map { " mid=\"\(Self.attribute($0))\"" } ?? ""
    return matches.map { match in
      indent(before: place) + "<\(prefix)alt-trans\(mark)"
        + " match-quality=\"\(min(100, match.score))%\""
        + " origin=\"\(Self.attribute(match.memory))\">"
        + "<\(prefix)source>\(Self.content(match.source, nil))</\(prefix)source>"
        + "<\(prefix)target>\(Self.content(match.target, nil))</\(prefix)target>"
        + "</\(prefix)alt-trans>"
    }.joined()
  }

  /// The attributes of a target that is filled, without those that a match changes.
  private func attributes(of target: MarkupNode) -> String {
    markup.attributes(target)
      .filter { $0.name != "state" && $0.name != "state-qualifier" }
      .map { " \($0.name)=\"\(markup.written($0.range).replacing("\"", with: "&quot;"))\"" }
      .joined()
  }

  /// The language of a new target, where the document does not name it.
  private var languageOfTarget: String {
    namesTarget ? pair.map { " xml:lang=\"\($0.target.written)\"" } ?? "" : ""
  }

  /// The state of what waits for its reviewer (XLIFF 1.2, section 2.5).
  private static let unreviewed = "needs-review-translation"

  private func state(_ score: Int) -> String {
    let state = " state=\"\(Self.unreviewed)\""
    guard version == "1.2" else { return state }
    return state + " state-qualifier=\"\(score >= 100 ? "exact" : "fuzzy")-match\""
  }

  /// An attribute's value as written.
  static func attribute(_ text: String) -> String {
    var bytes = [UInt8]()
    XMLText.append(text.utf8.span, to: &bytes, inAttribute: true)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The line break and blanks before an element; empty if it is not the first of its line.
  func indent(before node: MarkupNode) -> String {
    let text = markup.text
    var start = node.outer.lowerBound
    while start > 0, text[start - 1] == 0x20 || text[start - 1] == 0x09 { start -= 1 }
    guard start > 0, text[start - 1] == 0x0A else { return "" }
    start -= 1
    if start > 0, text[start - 1] == 0x0D { start -= 1 }
    return markup.written(start..<node.outer.lowerBound)
  }

  // MARK: - Segments

  private func segmented(
    _ node: MarkupNode, _ parts: [(id: String, node: MarkupNode)], _ id: String?,
    _ mayBeTranslated: Bool
  ) -> [BilingualSlot] {
    guard let source = node.first("seg-source") else { return [] }
    let target = node.first("target")
    let targets = target.map { Self.segments($0, markup) } ?? []
    // A target can be made as a whole, for all segments, or a segment's own mark be filled.
    let isWhole = target.map { isEmpty($0) } ?? true
    let definitions = node.all.filter { $0.name.local == "seg" && $0.name != "seg" }
    let places = Dictionary(targets.map { ($0.id, $0.node) }, uniquingKeysWith: { $1 })
    let ofSegments = Dictionary(
      definitions.map { (markup.value("id", $0) ?? "", $0) }, uniquingKeysWith: { $1 })
    return parts.enumerated().map { number, part -> BilingualSlot in
      let place = places[part.id]
      let definition = ofSegments[part.id]
      let isLocked = definition.flatMap { markup.value("locked", $0) } == "true"
      let isOpen = mayBeTranslated && !isLocked && (place?.children.isEmpty ?? isWhole)
      let segment = segment(
        "\(id ?? ""):\(part.id)", part.node, isTranslated: isFilled(place), isOpen: isOpen)
      let group = isWhole ? source.outer.lowerBound : nil
      let proposals: @Sendable (BilingualFilling) -> [BilingualEdit] = { [self] filling in
        marks(filling, part.id, source, target, isWhole)
      }
      return BilingualSlot(
        segment: segment, group: group, proposals: dialect == .plain ? proposals : nil
      ) { [self] filling in
        let match = filling.translation
        let content = match.map { Self.content($0.target, $0.codes) } ?? ""
        var edits = [BilingualEdit]()
        if let place {
          if match != nil { edits.append(filled(place, content)) }
        } else if isWhole {
          edits.append(piece(source, target, parts.map(\.node), number, content))
        }
        if dialect == .plain { edits += proposals(filling) }
        guard let match, let definition else { return edits }
        let wanted = [
          ("conf", "Draft"), ("origin", "tm"), ("origin-system", match.memory),
          ("percent", String(min(100, match.score))),
        ]
        return edits + wanted.map { markup.set($0.0, $0.1, definition) }
      }
    }
  }

  /// The state of a target that is there, and the proposals for a segment, in a plain file.
  private func marks(
    _ filling: BilingualFilling, _ id: String, _ source: MarkupNode, _ target: MarkupNode?,
    _ isWhole: Bool
  ) -> [BilingualEdit] {
    var edits = [BilingualEdit]()
    if let target, !isWhole, filling.translation != nil {
      var state = markup.set("state", Self.unreviewed, target)
      state.isShared = true
      edits.append(state)
    }
    if let list = proposals(filling.proposals, id, like: source) {
      var added = BilingualEdit(at: (target ?? source).outer.upperBound, list)
      added.isLast = true
      edits.append(added)
    }
    return edits
  }

  /// An element with its start tag as it is, and a content.
  private func filled(_ node: MarkupNode, _ content: String) -> BilingualEdit {
    BilingualEdit(node.outer, opening(node) + content + "</\(node.name)>")
  }

  private func opening(_ node: MarkupNode) -> String {
    let tag = markup.written(node.tag)
    return node.isOneTag ? tag.dropLast(2) + ">" : tag
  }

  /// A piece of a new target: what stands before a mark in the source, and the mark with its content.
  ///
  /// An empty target that is there gives way.
  private func piece(
    _ source: MarkupNode, _ target: MarkupNode?, _ marks: [MarkupNode], _ number: Int,
    _ content: String
  ) -> BilingualEdit {
    let mark = marks[number]
    let name = target?.name ?? Self.prefix(source.name) + "target"
    let start = number == 0 ? source.inner.lowerBound : marks[number - 1].outer.upperBound
    var text = number == 0 ? beginning(of: target, name, source) : ""
    text += markup.written(start..<mark.tag.lowerBound) + opening(mark) + content
    text += "</\(mark.name)>"
    if number == marks.count - 1 {
      text += markup.written(mark.outer.upperBound..<source.inner.upperBound)
      text += "</\(name)>"
    }
    guard let target else { return BilingualEdit(at: source.outer.upperBound, text) }
    return number == 0
      ? BilingualEdit(target.outer, text) : BilingualEdit(at: target.outer.upperBound, text)
  }

  /// The start tag of a new target.
  private func beginning(
    of target: MarkupNode?, _ name: String, _ source: MarkupNode
  ) -> String {
    if let target {
      return dialect == .plain
        ? "<\(name)\(attributes(of: target)) state=\"\(Self.unreviewed)\">"
        : String(opening(target))
    }
    let state = dialect == .plain ? "\(languageOfTarget) state=\"\(Self.unreviewed)\"" : ""
    return indent(before: source) + "<\(name)\(state)>"
  }
}
