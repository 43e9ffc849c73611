import CalqueInput
import CalqueModel

extension BilingualXLIFF {
  /// The segments of a trans-unit of version 1.
  func first(_ node: MarkupNode) -> [BilingualSlot] {
    guard node.name.local == "trans-unit", let source = node.first("source") else { return [] }
    let id = markup.value("id", node)
    let mayBeTranslated = markup.value("translate", node) != "no"
    if dialect != .plain, !mayBeTranslated { return [] }
    let parts = node.first("seg-source").map { Self.segments($0, markup) } ?? []
    if dialect != .plain, !parts.isEmpty { return segmented(node, parts, id) }
    let target = node.first("target")
    let segment = segment(
      id, source, isTranslated: isFilled(target),
      isOpen: mayBeTranslated && target?.children.isEmpty ?? true)
    let place = node.first("seg-source") ?? source
    return [
      BilingualSlot(segment: segment) { [self] filling in
        fill(segment, target, behind: place, filling)
      }
    ]
  }

  private static func segments(
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
        // The start tag keeps its other attributes.
        var attributes = markup.attributes(target)
          .filter { $0.name != "state" && $0.name != "state-qualifier" }
          .map { " \($0.name)=\"\(markup.written($0.range).replacing("\"", with: "&quot;"))\"" }
        attributes.append(state(match.score))
        edits.append(
          BilingualEdit(
            target.outer,
            "<\(target.name)\(attributes.joined())>\(content)</\(target.name)>"))
      } else {
        let language =
          namesTarget ? segment.pair.map { " xml:lang=\"\($0.target.written)\"" } ?? "" : ""
        edits.append(
          BilingualEdit(
            at: place.outer.upperBound,
            indent(before: place)
              + "<\(prefix)target\(language)\(state(match.score))>\(content)</\(prefix)target>"))
      }
    }
    let proposals = filling.proposals.map { match in
      indent(before: place) + "<\(prefix)alt-trans match-quality=\"\(min(100, match.score))%\""
        + " origin=\"\(Self.attribute(match.memory))\">"
        + "<\(prefix)source>\(Self.content(match.source, nil))</\(prefix)source>"
        + "<\(prefix)target>\(Self.content(match.target, nil))</\(prefix)target>"
        + "</\(prefix)alt-trans>"
    }
    if !proposals.isEmpty {
      edits.append(
        BilingualEdit(at: (target ?? place).outer.upperBound, proposals.joined()))
    }
    return edits
  }

  /// The state of a match (XLIFF 1.2, section 2.5): to be reviewed.
  private func state(_ score: Int) -> String {
    let state = " state=\"needs-review-translation\""
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

  // MARK: - Trados

  private func segmented(
    _ node: MarkupNode, _ parts: [(id: String, node: MarkupNode)], _ id: String?
  ) -> [BilingualSlot] {
    guard let source = node.first("seg-source") else { return [] }
    let target = node.first("target")
    let targets = target.map { Self.segments($0, markup) } ?? []
    let definitions = node.all.filter { $0.name.local == "seg" && $0.name != "seg" }
    return parts.enumerated().map { number, part in
      let place = targets.last { $0.id == part.id }?.node
      let definition = definitions.last { markup.value("id", $0) == part.id }
      let isLocked = definition.flatMap { markup.value("locked", $0) } == "true"
      // A target can be made as a whole, for all segments, or a segment's own mark be filled.
      let isOpen = !isLocked && (place?.children.isEmpty ?? (target == nil))
      let segment = segment(
        "\(id ?? ""):\(part.id)", part.node, isTranslated: isFilled(place), isOpen: isOpen)
      let group = target == nil ? source.outer.lowerBound : nil
      return BilingualSlot(segment: segment, group: group) { [self] filling in
        let match = filling.translation
        let content = match.map { Self.content($0.target, $0.codes) } ?? ""
        var edits = [BilingualEdit]()
        if let place {
          if match != nil { edits.append(filled(place, content)) }
        } else if target == nil {
          edits.append(piece(source, parts.map(\.node), number, content))
        }
        guard let match, let definition else { return edits }
        let wanted = [
          ("conf", "Draft"), ("origin", "tm"), ("origin-system", match.memory),
          ("percent", String(min(100, match.score))),
        ]
        return edits + wanted.map { markup.set($0.0, $0.1, definition) }
      }
    }
  }

  /// An element with its start tag as it is, and a content.
  private func filled(_ node: MarkupNode, _ content: String) -> BilingualEdit {
    BilingualEdit(node.outer, opening(node) + content + "</\(node.name)>")
  }

  private func opening(_ node: MarkupNode) -> String {
    let tag = markup.written(node.tag)
    return node.isOneTag ? tag.dropLast(2) + ">" : tag
  }

  /// A piece of a new target, which has the elements of the segmented source: what stands before a
  /// mark, and the mark with its content.
  private func piece(
    _ source: MarkupNode, _ marks: [MarkupNode], _ number: Int, _ content: String
  ) -> BilingualEdit {
    let mark = marks[number]
    let prefix = Self.prefix(source.name)
    let start = number == 0 ? source.inner.lowerBound : marks[number - 1].outer.upperBound
    var text = number == 0 ? indent(before: source) + "<\(prefix)target>" : ""
    text += markup.written(start..<mark.tag.lowerBound) + opening(mark) + content
    text += "</\(mark.name)>"
    if number == marks.count - 1 {
      text += markup.written(mark.outer.upperBound..<source.inner.upperBound)
      text += "</\(prefix)target>"
    }
    return BilingualEdit(at: source.outer.upperBound, text)
  }
}
