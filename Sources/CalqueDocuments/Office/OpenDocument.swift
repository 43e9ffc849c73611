import CalqueInput
import CalqueModel

/// The paragraphs of a document of LibreOffice (OASIS OpenDocument 1.3).
///
/// Text that a tracked change deleted, notes and comments are left out.
final class OpenDocument: XMLHandler {
  private var paragraphs: OfficeParagraphs
  private var skipped = 0
  private var items = 0
  private var isBody = false
  private var depth = 0
  /// The styles that descend from that of captions.
  private var captions: Set<String> = ["Caption", "Illustration", "Figure", "Table", "Drawing"]

  private init(limits: InputLimits) { paragraphs = OfficeParagraphs(limits: limits) }

  /// The paragraphs of a document, in order.
  static func blocks(
    in archive: ZipArchive, limits: InputLimits
  ) throws(InputError) -> [TextBlock] {
    let document = OpenDocument(limits: limits)
    try OfficeFile.parse("content.xml", in: archive, limits: limits, document)
    return document.paragraphs.blocks
  }

  private static let skippedNames: Set<String> = [
    "text:tracked-changes", "text:note", "office:annotation", "text:sequence-decls",
    "office:forms", "text:table-of-content", "svg:title", "svg:desc",
  ]

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    if Self.skippedNames.contains(name) { skipped += 1 }
    if skipped > 0 { return }
    switch name {
    case "office:body": isBody = true
    case "style:style":
      if let name = value("style:name"), captions.contains(value("style:parent-style-name") ?? "") {
        captions.insert(name)
      }
    case "text:list-item": items += 1
    case "text:h":
      depth += 1
      paragraphs.begin(.heading)
    case "text:p":
      depth += 1
      let style = value("text:style-name") ?? ""
      let isTitle = style == "Title" || style == "Subtitle"
      paragraphs.begin(
        isTitle
          ? .heading : captions.contains(style) ? .caption : items > 0 ? .listItem : .paragraph)
    case "text:s":
      for _ in 0..<min(100, Int(value("text:c") ?? "1") ?? 1) { paragraphs.append(0x20) }
    case "text:tab": paragraphs.append(0x20)
    case "text:line-break": paragraphs.append(0x0A)
    default: break
    }
  }

  func end(_ name: String) throws(InputError) {
    if Self.skippedNames.contains(name) {
      skipped -= 1
      return
    }
    if skipped > 0 { return }
    switch name {
    case "text:list-item": items -= 1
    case "text:h", "text:p":
      depth -= 1
      paragraphs.end()
    default: break
    }
  }

  func text(_ bytes: Span<UInt8>) throws(InputError) {
    if isBody, depth > 0, skipped == 0 { try paragraphs.append(bytes) }
  }

  func instruction(_ target: String, _ text: String) throws(InputError) {}

  func warn(_ message: String, kind: String) {}
}
