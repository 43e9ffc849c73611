import CalqueInput
import CalqueModel

/// Writes a unit of the model as an element of XLIFF.
struct XLIFFElement {
  let unit: TranslationUnit
  let source: Variant
  let target: Variant?
  let isSecond: Bool
  let prefixes: DeclaredPrefixes

  /// A `<trans-unit>` of version 1.
  func transUnit(id: String, _ output: inout Output) {
    output.append("<trans-unit")
    XMLText.append("id", id, to: &output.bytes)
    if unit.status == .approved, target != nil { output.append(" approved=\"yes\"") }
    output.append(" xml:space=\"preserve\">\n  ")
    text("source", source, nil, &output)
    if let target {
      output.append("\n  ")
      text("target", target, Self.states[unit.status]?.first, &output)
    }
    for note in unit.meta.notes {
      output.append("\n  ")
      self.note(note, keeping: ["from", "priority", "annotates", "xml:lang"], &output)
    }
    output.append("\n</trans-unit>\n")
  }

  /// A `<unit>` of version 2.
  func unit(id: String, _ output: inout Output) {
    var data = [String]()
    let texts = [source, target].compactMap { $0 }.map { content($0, &data, &output) }
    output.append("<unit")
    XMLText.append("id", id, to: &output.bytes)
    if let name = unit.externalID { XMLText.append("name", name, to: &output.bytes) }
    output.append(" xml:space=\"preserve\">\n")
    if !unit.meta.notes.isEmpty {
      output.append("  <notes>")
      for note in unit.meta.notes {
        self.note(note, keeping: ["category", "priority"], &output)
      }
      output.append("</notes>\n")
    }
    if !data.isEmpty {
      output.append("  <originalData>")
      for (number, native) in data.enumerated() {
        output.append("<data id=\"d\(number + 1)\">\(native)</data>")
      }
      output.append("</originalData>\n")
    }
    output.append("  ")
    segment(texts, &output)
    output.append("\n</unit>\n")
  }

  /// A `<segment>` of version 2 in a unit that is written elsewhere, so without native codes.
  func segment(_ output: inout Output) {
    var data = [String]()
    let texts = [source, target].compactMap { $0 }.map {
      content($0, &data, hasData: false, &output)
    }
    segment(texts, &output)
  }

  private func segment(_ texts: [String], _ output: inout Output) {
    output.append("<segment")
    if target != nil, let state = Self.states[unit.status]?.second {
      XMLText.append("state", state, to: &output.bytes)
    }
    output.append(">")
    for (name, text) in zip(["source", "target"], texts) {
      output.append("<\(name)>\(text)</\(name)>")
    }
    output.append("</segment>")
  }

  // The states of both versions. Neither has one for a translation that was rejected.
  private static let states: [UnitStatus: (first: String, second: String)] = [
    .draft: ("needs-review-translation", "initial"), .translated: ("translated", "translated"),
    .reviewed: ("signed-off", "reviewed"), .approved: ("final", "final"),
    .rejected: ("needs-review-translation", "initial"),
  ]

  private func text(
    _ name: String, _ variant: Variant, _ state: String?, _ output: inout Output
  ) {
    output.append("<\(name)")
    if let state { XMLText.append("state", state, to: &output.bytes) }
    var data = [String]()
    let content = content(variant, &data, &output)
    output.append(">\(content)</\(name)>")
  }

  /// A text with its inline codes, as they are or in the version's own words.
  ///
  /// `data` are the native codes of version 2 so far, to which new ones are added.
  private func content(
    _ variant: Variant, _ data: inout [String], hasData: Bool = true, _ output: inout Output
  ) -> String {
    if let codes = variant.codes {
      if fits(codes) { return codes }
      if let list = output.commonCodes(codes) {
        if !isSecond {
          let written = list.xliff1()
          return prefixes.hold(written) ? written : list.withoutNative.xliff1()
        }
        if hasData { return list.xliff2(&data) }
        return list.withoutNative.xliff2(&data)
      }
    }
    var bytes = [UInt8]()
    let replaced = XMLText.append(variant.text.utf8.span, to: &bytes)
    output.lose("character that XML has not", replaced)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether inline codes are those of the version, and need nothing outside the text.
  private func fits(_ codes: String) -> Bool {
    let names =
      isSecond
      ? ["pc", "ph", "sc", "ec", "mrk", "sm", "em", "cp"]
      : ["g", "x", "bx", "ex", "bpt", "ept", "ph", "it", "mrk", "sub"]
    let elements = InlineCodes.elements(of: codes)
    guard elements.keys.allSatisfy(names.contains) else { return false }
    if isSecond, codes.contains("dataRef") { return false }
    if !prefixes.hold(codes) { return false }
    // TMX writes bpt, ept and ph with `i` or `x`; XLIFF demands an `id`.
    let ids = codes.split(separator: " ").count { $0.hasPrefix("id=") }
    return ids >= elements.reduce(0) { ["mrk", "sub", "cp"].contains($1.key) ? $0 : $0 + $1.value }
  }

  private func note(_ note: Meta.Note, keeping names: [String], _ output: inout Output) {
    output.append("<note")
    for attribute in note.attributes {
      if names.contains(attribute.name) {
        XMLText.append(attribute, to: &output.bytes)
      } else {
        output.lose("note's \(attribute.name)")
      }
    }
    output.append(">")
    XMLText.append(note.text.utf8.span, to: &output.bytes)
    output.append("</note>")
  }
}
