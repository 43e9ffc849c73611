import CalqueModel

/// A `<message>` of Qt Linguist (Qt's documentation, "TS file format").
struct QtMessage {
  static let form = "ts:form"
  static let type = "ts:type"
  static let context = "context"
  static let comment = "comment"
  static let references = "references"
  static let from = "from"

  private let node: XMLNode
  private let context: String?

  init(_ node: XMLNode, context: String?) {
    self.node = node
    self.context = context
  }

  /// The units: one, or one a form of a numerus.
  func units(_ source: LanguageTag, _ target: LanguageTag?) -> [TranslationUnit] {
    let translation = node.first("translation")
    let forms = translation?.elements.filter { $0.local == "numerusform" } ?? []
    let texts = forms.isEmpty ? [translation.map(Self.text)] : forms.map { Self.text($0) }
    return texts.enumerated().map { number, text in
      let original = node.first("source")
      var variants = [Variant(language: source, text: original.map(Self.text) ?? "")]
      if original == nil {
        variants[0].meta.attributes = [Meta.Attribute(name: Meta.noSegment, value: "")]
      }
      if let text, !text.isEmpty, let target {
        variants.append(Variant(language: target, text: text))
      }
      var unit = TranslationUnit(
        externalID: node["id"], sourceLanguage: source,
        status: translation?["type"] == "unfinished" || variants.count < 2 ? .draft : .translated,
        variants: variants)
      if number == 0 { unit.meta = meta(translation) }
      if let context {
        unit.meta.properties.append(Meta.Property(type: Self.context, value: context))
      }
      if !forms.isEmpty {
        unit.meta.attributes.append(Meta.Attribute(name: Self.form, value: String(number)))
      }
      return unit
    }
  }

  private func meta(_ translation: XMLNode?) -> Meta {
    var meta = Meta()
    for (name, author) in [("translatorcomment", "translator"), ("extracomment", "developer")] {
      guard let note = node.first(name) else { continue }
      let from = Meta.Attribute(name: Self.from, value: author)
      meta.notes.append(Meta.Note(note.text, attributes: [from]))
    }
    if let comment = node.first("comment") {
      meta.properties.append(Meta.Property(type: Self.comment, value: comment.text))
    }
    let places = node.elements.filter { $0.local == "location" }
      .map { "\($0["filename"] ?? ""):\($0["line"] ?? "")" }
    if !places.isEmpty {
      meta.properties.append(
        Meta.Property(type: Self.references, value: places.joined(separator: " ")))
    }
    if let type = translation?["type"], type != "unfinished" {
      meta.attributes.append(Meta.Attribute(name: Self.type, value: type))
    }
    return meta
  }

  /// A text; `<byte value="x9"/>` stands for a character that XML cannot hold.
  private static func text(_ node: XMLNode) -> String {
    var text = ""
    for part in node.content {
      switch part {
      case .text(let part): text += part
      case .node(let child) where child.local == "byte":
        guard let value = child["value"] else { continue }
        let isHex = value.hasPrefix("x")
        let code = UInt32(isHex ? value.dropFirst() : value[...], radix: isHex ? 16 : 10)
        if let code, let scalar = Unicode.Scalar(code), code > 0 {
          text += String(Character(scalar))
        }
      // Of variants of different lengths, the first is the longest.
      case .node(let child) where child.local == "lengthvariant":
        if text.isBlank { text = Self.text(child) }
      case .node: break
      }
    }
    return text
  }
}
