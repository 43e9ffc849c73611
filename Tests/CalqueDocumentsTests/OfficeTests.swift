import CalqueInput
import Testing

@testable import CalqueDocuments

@Suite("An office document")
struct OfficeTests {
  private func zip(_ entries: [(String, String)]) throws -> [UInt8] {
    let writer = try ZipWriter()
    for (name, text) in entries { try writer.add(name, Array(text.utf8)) }
    return try writer.finish()
  }

  private let styles = """
    <w:styles xmlns:w="w"><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
    <w:style w:styleId="Lgende"><w:name w:val="caption"/></w:style></w:styles>
    """

  private func word(_ body: String) throws -> [UInt8] {
    try zip([
      ("[Content_Types].xml", "<Types/>"), ("word/styles.xml", styles),
      (
        "word/document.xml",
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>\(body)</w:body></w:document>"
      ),
    ])
  }

  @Test("of Word gives its paragraphs, without what was deleted")
  func word() throws {
    let file = try word(
      """
      <w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Le budget</w:t></w:r></w:p>
      <w:p><w:r><w:t xml:space="preserve">Il a été </w:t></w:r><w:del><w:r><w:delText>mal</w:delText>
      <w:t>mal</w:t></w:r></w:del><w:ins><w:r><w:t>rejeté</w:t></w:r></w:ins><w:r><w:br/><w:t>lundi.</w:t>
      </w:r></w:p><w:p/>
      <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>un</w:t><w:tab/><w:t>point</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>cellule</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      <w:p><w:pPr><w:pStyle w:val="Lgende"/></w:pPr><w:r><w:t>Une légende</w:t></w:r></w:p>
      """)
    let read = try read(file, named: "x.docx")
    #expect(read.document.format == .docx)
    #expect(
      read.blocks == [
        "heading: Le budget", "paragraph: Il a été rejeté\nlundi.", "listItem: un point",
        "paragraph: cellule", "caption: Une légende",
      ])
  }

  @Test("of LibreOffice gives its paragraphs, without notes and what was deleted")
  func libreOffice() throws {
    let content = """
      <office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s">
      <office:automatic-styles><style:style style:name="P1" style:parent-style-name="Caption"/>
      </office:automatic-styles><office:body><office:text>
      <text:tracked-changes><text:deletion><text:p>supprimé</text:p></text:deletion></text:tracked-changes>
      <text:h text:outline-level="1">Le budget</text:h>
      <text:p>Il est<text:s text:c="2"/>rejeté<text:note><text:note-body><text:p>note</text:p>
      </text:note-body></text:note>.<text:line-break/>Fin <text:span>été</text:span></text:p>
      <text:list><text:list-item><text:p>un point</text:p></text:list-item></text:list>
      <text:p text:style-name="P1">Une légende</text:p><text:p/>
      </office:text></office:body></office:document-content>
      """
    let file = try zip([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content),
    ])
    let read = try read(file, named: "x.odt")
    #expect(read.document.format == .odt)
    #expect(
      read.blocks == [
        "heading: Le budget", "paragraph: Il est  rejeté.\nFin été", "listItem: un point",
        "caption: Une légende",
      ])
  }

  @Test("that is damaged, or another archive, is refused with the reason")
  func refusals() throws {
    #expect { try read(try zip([("a.txt", "x")]), named: "x.docx") } throws: {
      ($0 as? InputError)?.message == "a zip archive that holds no document of Word or LibreOffice"
    }
    let broken = try word("<w:p><w:r><w:t>x</w:r></w:p>")
    #expect { try read(broken, named: "x.docx") } throws: {
      ($0 as? InputError)?.message.hasPrefix("word/document.xml: ") == true
    }
    let file = try word("<w:p><w:r><w:t>x</w:t></w:r></w:p>")
    #expect(throws: InputError.self) { try read(file.dropLast(200), named: "x.docx") }
  }
}
