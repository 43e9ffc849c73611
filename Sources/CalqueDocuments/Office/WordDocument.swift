import CalqueInput
import CalqueModel

/// The paragraphs of a document of Word (ECMA-376, WordprocessingML).
///
/// Text that a tracked change deleted, field codes and notes are left out.
final class WordDocument: XMLHandler {
  private var paragraphs: OfficeParagraphs
  private let styles: [String: DocumentBlock.Kind]
  private var skipped = 0
  private var isText = false

  private init(styles: [String: DocumentBlock.Kind], limits: InputLimits) {
    self.styles = styles
    paragraphs = OfficeParagraphs(limits: limits)
  }

  /// The paragraphs of a document, in order.
  static func blocks(
    in archive: ZipArchive, limits: InputLimits
  ) throws(InputError) -> [TextBlock] {
    let styles = WordStyles()
    if archive.names.contains("word/styles.xml") {
      try OfficeFile.parse("word/styles.xml", in: archive, limits: limits, styles)
    }
    let document = WordDocument(styles: styles.kinds, limits: limits)
    try OfficeFile.parse("word/document.xml", in: archive, limits: limits, document)
    return document.paragraphs.blocks
  }

  // `mc:Fallback` repeats what its `mc:Choice` holds.
  private static let skippedNames: Set<Substring> = ["del", "moveFrom", "Fallback", "instrText"]

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    let local = OfficeFile.local(name)
    if Self.skippedNames.contains(local) { skipped += 1 }
    if skipped > 0 { return }
    switch local {
    case "p": paragraphs.begin(.paragraph)
    case "t": isText = true
    case "tab", "ptab": paragraphs.append(0x20)
    case "br", "cr": paragraphs.append(0x0A)
    case "noBreakHyphen": for byte in "\u{2011}".utf8 { paragraphs.append(byte) }
    case "numPr": paragraphs.change(to: .listItem)
    case "pStyle":
      let style = attributes.first { OfficeFile.local($0.name) == "val" }?.value
      if let kind = style.flatMap({ styles[$0] }) { paragraphs.change(to: kind) }
    default: break
    }
  }

  func end(_ name: String) throws(InputError) {
    let local = OfficeFile.local(name)
    if Self.skippedNames.contains(local) {
      skipped -= 1
      return
    }
    if skipped > 0 { return }
    if local == "t" { isText = false }
    if local == "p" { paragraphs.end() }
  }

  func text(_ bytes: Span<UInt8>) throws(InputError) {
    if isText, skipped == 0 { try paragraphs.append(bytes) }
  }

  func instruction(_ target: String, _ text: String) throws(InputError) {}

  func warn(_ message: String, kind: String) {}
}

/// The kinds of paragraphs by the identity of their style, which is in the user's language.
final class WordStyles: XMLHandler {
  /// The kinds of the styles that are not those of running text.
  private(set) var kinds: [String: DocumentBlock.Kind] = [:]
  private var style: String?

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    func value(_ name: String) -> String? {
      attributes.first { OfficeFile.local($0.name) == name }?.value
    }
    switch OfficeFile.local(name) {
    case "style": style = value("styleId")
    case "name":
      // The names of built-in styles are English in every document.
      guard let style, let name = value("val")?.lowercased() else { return }
      if name.hasPrefix("heading") || name == "title" || name == "subtitle" {
        kinds[style] = .heading
      } else if name == "caption" {
        kinds[style] = .caption
      } else if name.hasPrefix("list") {
        kinds[style] = .listItem
      }
    default: break
    }
  }

  func end(_ name: String) throws(InputError) {
    if OfficeFile.local(name) == "style" { style = nil }
  }

  func text(_ bytes: Span<UInt8>) throws(InputError) {}

  func instruction(_ target: String, _ text: String) throws(InputError) {}

  func warn(_ message: String, kind: String) {}
}
