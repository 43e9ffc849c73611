import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("Elements with their places")
struct MarkupTests {
  /// The elements inside a piece of XML, as a tree of names.
  private func tree(_ xml: String) -> String {
    func shown(_ node: MarkupNode) -> String {
      node.children.isEmpty
        ? node.name : node.name + "(" + node.children.map(shown).joined(separator: " ") + ")"
    }
    return Markup(text: Array(xml.utf8)).roots.map(shown).joined(separator: " ")
  }

  @Test(
    "are found as a parser finds them, whatever stands in quotes, comments and the like",
    arguments: [
      ("<a/>", "a"), ("<a></a>", "a"), ("<a><b/><c>x</c></a>", "a(b c)"), ("<a/><b/>", "a b"),
      ("<x:a><x:b/></x:a>", "x:a(x:b)"), ("<a b='>'><c d=\"</a>\"/></a>", "a(c)"),
      ("<a><!-- <b> --><c/></a>", "a(c)"), ("<a><![CDATA[<b>]]></a>", "a"),
      ("<a><?go <b>?><c/></a>", "a(c)"), ("<a\n  b='1'\n/>", "a"),
      ("<!DOCTYPE a [<!ENTITY b '<c>'>]><a/>", "a"), ("<a b='\"'><c e=\"'\"/></a>", "a(c)"),
      ("text", ""), ("", ""), ("<a>", ""), ("<a", ""), ("</a><b/>", "b"),
    ])
  func nesting(xml: String, tree: String) {
    #expect(self.tree(xml) == tree)
  }

  @Test("know the places of their start tag, their content and themselves")
  func places() throws {
    let text = "é<a x='1'>un <b/></a>!"
    let markup = Markup(text: Array(text.utf8))
    let node = try #require(markup.roots.first)
    #expect(markup.written(node.tag) == "<a x='1'>")
    #expect(markup.written(node.inner) == "un <b/>")
    #expect(markup.written(node.outer) == "<a x='1'>un <b/></a>")
    #expect(!node.isOneTag)
    let inner = try #require(node.first("b"))
    #expect(markup.written(inner.outer) == "<b/>")
    #expect(inner.isOneTag && inner.inner.isEmpty)
    #expect(node.all.map(\.name) == ["a", "b"])
    #expect(node.first("c") == nil)
  }

  @Test("are gathered whole where somebody wants them, and else told by their start tags")
  func visits() {
    let markup = Markup(text: Array("<r><s a='1'><u><v/></u></s><u/></r>".utf8))
    var told = [String]()
    markup.visit(whole: { $0 == "u" }) { node, isWhole in
      told.append(node.name + (isWhole ? "!\(node.children.count)" : ""))
    }
    #expect(told == ["r", "s", "u!1", "u!0"])
  }

  @Test("have attributes in either quotes, in their order, with decoded values")
  func attributes() throws {
    let markup = Markup(
      text: Array("<a one='1' x:two = \"a &lt; &#98; 'c'\"\n three='' xml:lang='fr'/>".utf8))
    let node = try #require(markup.roots.first)
    let found = markup.attributes(node)
    #expect(found.map(\.name) == ["one", "x:two", "three", "xml:lang"])
    #expect(found.map(\.value) == ["1", "a < b 'c'", "", "fr"])
    #expect(markup.written(found[1].range) == "a &lt; &#98; 'c'")
    #expect(markup.value("three", node) == "")
    #expect(markup.value("two", node) == nil)
  }

  @Test(
    "take an attribute's value in its place, or at the end of the start tag",
    arguments: [
      ("<a/>", "<a b=\"x\"/>"), ("<a></a>", "<a b=\"x\"></a>"),
      ("<a c='1' />", "<a c='1'  b=\"x\"/>"),
      ("<a b=''/>", "<a b='x'/>"), ("<a b=\"old\" c='2'>t</a>", "<a b=\"x\" c='2'>t</a>"),
    ])
  func setting(xml: String, expected: String) throws {
    let markup = Markup(text: Array(xml.utf8))
    let edit = markup.set("b", "x", try #require(markup.roots.first))
    let result =
      markup.text[..<edit.range.lowerBound] + edit.bytes + markup.text[edit.range.upperBound...]
    #expect(String(decoding: result, as: UTF8.self) == expected)
  }

  @Test("take a value that holds quotes and markup so that a parser reads it back")
  func quotedValues() throws {
    let value = "a \"b\" 'c' <d> & e"
    for xml in ["<a/>", "<a b='x'/>", "<a b=\"x\"/>"] {
      let markup = Markup(text: Array(xml.utf8))
      let edit = markup.set("b", value, try #require(markup.roots.first))
      let result =
        markup.text[..<edit.range.lowerBound] + edit.bytes + markup.text[edit.range.upperBound...]
      let again = Markup(text: Array(result))
      #expect(again.value("b", try #require(again.roots.first)) == value, "\(xml)")
    }
  }

  @Test(
    "give the text of a segment: the words in marks and formatting, without native code",
    arguments: [
      ("a<g id='1'>b</g>c", "abc"), ("a<ph id='1'>n</ph>b", "ab"), ("<mrk>a<x/>b</mrk>", "ab"),
      ("<pc><pc>a</pc></pc>", "a"), ("a<bpt>x<sub>y</sub></bpt>b", "ab"), ("a\r\nb\rc", "a\nb\nc"),
      ("&amp;lt;", "&lt;"), ("&unknown;", "&unknown;"), ("a<![CDATA[ ]] ]]>b", "a ]] b"),
      ("a<!--x-->b<?y?>c", "abc"), ("&#x41;&#66;&apos;&quot;", "AB'\""),
    ])
  func plain(xml: String, text: String) throws {
    let markup = Markup(piece: xml)
    #expect(markup.plain(try #require(markup.roots.first)) == text)
  }
}
