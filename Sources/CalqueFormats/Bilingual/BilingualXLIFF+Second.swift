import CalqueInput
import CalqueModel

extension BilingualXLIFF {
  /// The segments of a unit of version 2.
  func second(_ node: MarkupNode) -> [BilingualSlot] {
    guard node.name.local == "unit" else { return [] }
    let unit = markup.value("id", node) ?? ""
    let mayBeTranslated = markup.value("translate", node) != "no"
    let hasMatches = node.first("matches") != nil
    let hasGlossary = node.first("glossary") != nil
    var slots = [BilingualSlot]()
    for child in node.children where child.name.local == "segment" {
      guard let source = child.first("source") else { continue }
      let own = markup.value("id", child)
      let id = own ?? (slots.isEmpty ? nil : String(slots.count + 1))
      let target = child.first("target")
      let segment = segment(
        id.map { "\(unit):\($0)" } ?? unit, source, isTranslated: isFilled(target),
        isOpen: mayBeTranslated && target?.children.isEmpty ?? true)
      let isOnly = node.children.count { $0.name.local == "segment" } == 1
      slots.append(
        BilingualSlot(segment: segment) { [self] filling in
          var edits = [BilingualEdit]()
          if let match = filling.translation {
            edits += fill(child, source, target, match)
          }
          // A match points to its segment, so it needs the segment's id; a unit has one list.
          if isOnly, !hasMatches, let own {
            edits += proposals(filling.proposals, node, own)
          }
          if isOnly, !hasGlossary { edits += glossary(filling.terms, node) }
          return edits
        })
    }
    return slots
  }

  private func fill(
    _ segment: MarkupNode, _ source: MarkupNode, _ target: MarkupNode?,
    _ match: BilingualFilling.Match
  ) -> [BilingualEdit] {
    let content = Self.content(match.target, match.codes)
    var edits = [
      // The state of a segment that waits for its translator (XLIFF 2.1, section 4.3.1.31).
      markup.set("state", "initial", segment)
    ]
    // Who updates a state updates or deletes its substate (section 4.3.1.33).
    let isInitial = (markup.value("state", segment) ?? "initial") == "initial"
    if !isInitial || markup.value("subState", segment) == nil {
      edits.append(
        markup.set("subState", "calque:\(match.score >= 100 ? "exact" : "fuzzy")-match", segment))
    }
    if let target {
      let tag = markup.written(target.tag)
      let opening = target.isOneTag ? tag.dropLast(2) + ">" : tag[...]
      edits.append(BilingualEdit(target.outer, "\(opening)\(content)</\(target.name)>"))
    } else {
      let prefix = Self.prefix(source.name)
      edits.append(
        BilingualEdit(
          at: source.outer.upperBound,
          indent(before: source) + "<\(prefix)target>\(content)</\(prefix)target>"))
    }
    return edits
  }

  /// The module of translation candidates (XLIFF 2.1, section 5.1).
  private func proposals(
    _ matches: [BilingualFilling.Match], _ unit: MarkupNode, _ segment: String
  ) -> [BilingualEdit] {
    if matches.isEmpty { return [] }
    let prefix = Self.prefix(unit.name)
    let list = matches.map { match in
      "<mtc:match ref=\"#\(Self.attribute(segment))\" type=\"tm\""
        + " origin=\"\(Self.attribute(match.memory))\""
        + " similarity=\"\(min(100, match.score)).0\">"
        + "<\(prefix)source>\(Self.content(match.source, nil))</\(prefix)source>"
        + "<\(prefix)target>\(Self.content(match.target, nil))</\(prefix)target></mtc:match>"
    }
    return [
      BilingualEdit(
        at: unit.tag.upperBound,
        "<mtc:matches xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\">\(list.joined())"
          + "</mtc:matches>")
    ]
  }

  /// The module of glossaries (XLIFF 2.1, section 5.2).
  private func glossary(
    _ terms: [BilingualFilling.Term], _ unit: MarkupNode
  ) -> [BilingualEdit] {
    if terms.isEmpty { return [] }
    let list = terms.map { term in
      "<gls:glossEntry><gls:term source=\"\(Self.attribute(term.glossary))\">"
        + "\(Self.content(term.source, nil))</gls:term>"
        + term.targets.map { "<gls:translation>\(Self.content($0, nil))</gls:translation>" }
        .joined()
        + "</gls:glossEntry>"
    }
    return [
      BilingualEdit(
        at: unit.tag.upperBound,
        "<gls:glossary xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\">\(list.joined())"
          + "</gls:glossary>")
    ]
  }
}
