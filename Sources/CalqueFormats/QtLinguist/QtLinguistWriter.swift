import CalqueInput
import CalqueModel

/// Writes a TS file; one that was read as TS is put together from what its units keep.
struct QtLinguistWriter: FormatWriter {
  private let header: FileHeader?
  private let options: WriterOptions
  private var frame = XLIFFFrame()
  private var hasBegun = false

  init(header: FileHeader?, options: WriterOptions) {
    self.header = header?.text.isEmpty == false ? header : nil
    self.options = options
  }

  mutating func write(_ unit: TranslationUnit, to output: inout Output) {
    begin(first: unit, &output)
    if header != nil, let before = unit.kept(Meta.before, of: ["message"]) {
      frame.append(before, to: &output)
    }
    let isForm = (unit.meta.said(QtMessage.form).flatMap { Int($0) } ?? 0) > 0
    if header != nil, let entry = unit.kept(Meta.entry, of: ["message"]),
      unit.kept(Meta.said) == unit.said,
      ["context", "TS"].contains(frame.top)
    {
      output.append(entry)
    } else if header == nil || !isForm {
      compose(unit, &output)
    }
    if header != nil, let after = unit.kept(Meta.after, of: ["message"]) {
      frame.append(after, to: &output)
    }
  }

  mutating func finish(_ output: inout Output) {
    begin(first: nil, &output)
    frame.close(to: 0, &output)
    output.append("\n")
  }

  private mutating func begin(first: TranslationUnit?, _ output: inout Output) {
    guard !hasBegun else { return }
    hasBegun = true
    output.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    if let header { return frame.append(header.text, to: &output) }
    let languages = WrittenLanguages(options, first: first)
    output.append("<!DOCTYPE TS>\n<TS version=\"2.1\"")
    // Qt writes a language as fr_FR.
    for (name, tag) in [("language", languages.target), ("sourcelanguage", languages.source)] {
      let written = (tag?.written ?? "").replacing("-", with: "_")
      if !written.isEmpty { XMLText.append(name, written, to: &output.bytes) }
    }
    output.append(">\n")
    frame.push("TS")
  }

  private mutating func compose(_ unit: TranslationUnit, _ output: inout Output) {
    guard let (source, target) = unit.sides(options.pair) else {
      return output.passOver("unit without a text")
    }
    for variant in unit.variants where variant != source && variant != target {
      if !variant.isWithoutSegment { output.lose("variant in \(variant.language)") }
    }
    output.lose(unit) { name in
      [
        "tuid", "status", "note", QtMessage.comment, QtMessage.context, QtMessage.form,
        QtMessage.type,
      ].contains(name)
    }
    for variant in [source, target] { if let variant { output.lose(variant) } }
    if frame.top != "context" {
      frame.close(to: 1, &output)
      output.append("<context>\n    <name>")
      let name = unit.meta.properties.first { $0.type == QtMessage.context }?.value
      text(name ?? options.title ?? "calque", &output)
      output.append("</name>\n")
      frame.push("context")
    }
    output.append("    <message")
    if let id = unit.externalID { XMLText.append("id", id, to: &output.bytes) }
    output.append(">\n")
    element("source", source.text, &output)
    if let comment = unit.meta.properties.first(where: { $0.type == QtMessage.comment }) {
      element("comment", comment.value, &output)
    }
    for note in unit.meta.notes {
      let isExtra = note.attributes.value(QtMessage.from) == "developer"
      element(isExtra ? "extracomment" : "translatorcomment", note.text, &output)
    }
    output.append("        <translation")
    let isDraft = target == nil || unit.status == .draft || unit.status == .rejected
    let type = isDraft ? "unfinished" : unit.meta.said(QtMessage.type)
    if let type { XMLText.append("type", type, to: &output.bytes) }
    output.append(">")
    text(target?.text ?? "", &output)
    output.append("</translation>\n    </message>\n")
  }

  private func element(_ name: String, _ content: String, _ output: inout Output) {
    output.append("        <\(name)>")
    text(content, &output)
    output.append("</\(name)>\n")
  }

  private func text(_ text: String, _ output: inout Output) {
    output.lose(
      "character that XML has not", XMLText.append(text.utf8.span, to: &output.bytes))
  }
}
