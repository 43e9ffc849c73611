import CalqueInput
import CalqueModel

// Formats that are recognised, and refused with their name and a remedy.
extension FormatDescription {
  static let android = refusedXML("android", "Android resources", roots: ["resources"])
  static let html = refusedXML("html", "HTML", roots: ["html"], suffixes: ["html", "htm"])

  /// XML of a format that is not known by name.
  static let xml = FormatDescription(
    refused: FileFormat(named: "xml"), title: "XML", suffixes: ["xml"],
    recognises: { $0.isXML && !$0.name.isTable ? .possible : nil },
    refusal: { head in
      notRead(head.root.map { "XML with the root <\($0)>" } ?? "XML without a root", head)
    })

  /// A zip archive: a workbook, a document, a package.
  static let zip = FormatDescription(
    refused: FileFormat(named: "zip"), title: "zip archive", suffixes: ["zip", "docx", "ods"],
    recognises: { $0.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) ? .certain : nil },
    refusal: { _ in
      InputError(
        message: "a zip archive (a document, a package) that is no workbook, which is not read",
        remedy: "unpack it, or save the sheet as XLSX or CSV")
    })

  /// A format that is recognised by its root element.
  private static func refusedXML(
    _ name: String, _ title: String, roots: [String], suffixes: [String] = []
  ) -> FormatDescription {
    FormatDescription(
      refused: FileFormat(named: name), title: title, suffixes: suffixes,
      recognises: { head in
        guard let root = head.root, !head.name.isTable else { return nil }
        return roots.contains(root.asciiLowercased) ? .certain : nil
      }, refusal: { head in notRead(title, head) })
  }

  /// The error for an XML file, at its root.
  private static func notRead(_ what: String, _ head: FileHead) -> InputError {
    let error = InputError(
      message: "\(what) is not read; TMX, TBX, XLIFF, tables and glossaries are",
      remedy: "convert it to TMX or TSV first")
    return error.located(at: XMLBeginning.rootTag(head.text)?.offset ?? 0, in: head.text)
  }
}
