import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("A trans-unit that is cut into segments")
struct BilingualCutTests {
  private static let source =
    """
    <source>Un. Deux.</source><seg-source><mrk mtype='seg' mid='a'>Un.</mrk> \
    <mrk mtype='seg' mid='b'>Deux.</mrk></seg-source>
    """

  private func open(
    _ content: String, name: String = "a.xlf", asWhole: BilingualFile.Choice? = nil
  ) throws -> BilingualFile {
    let text =
      """
      <xliff version='1.2' xmlns:sdl='http://sdl.com/FileTypes/SdlXliff/1.0'><file original='a' \
      source-language='fr' target-language='en'><body><trans-unit id='1'>\(content)\
      </trans-unit></body></file></xliff>
      """
    return try BilingualFile(text.utf8, name: name, asWhole: asWhole)
  }

  /// What stands behind the segmented source of a filled file.
  private func behindSource(_ text: String) -> String {
    text.cut(at: "</seg-source>").last?.cut(at: "</trans-unit>").first ?? ""
  }

  private let state = "state=\"needs-review-translation\""

  @Test("gets a target with a mark for each, also for those that are not filled")
  func newTarget() throws {
    let file = try open(Self.source)
    #expect(file.list == ["1:a|Un.?", "1:b|Deux.?"])
    for (filled, first, second) in [
      (["Un.": "One."], "One.", ""), (["Deux.": "Two."], "", "Two."),
      (["Un.": "One.", "Deux.": "Two."], "One.", "Two."),
    ] {
      #expect(
        behindSource(file.text(filled))
          == """
          <target \(state)><mrk mtype='seg' mid='a'>\(first)</mrk> \
          <mrk mtype='seg' mid='b'>\(second)</mrk></target>
          """)
    }
    #expect(behindSource(file.text([:])) == "")
  }

  @Test("gets them in the place of an empty target, whose other attributes stay")
  func emptyTarget() throws {
    let file = try open(Self.source + "<target xml:lang='en-GB' state='new'/>")
    #expect(
      behindSource(file.text(["Un.": "One."]))
        == """
        <target xml:lang="en-GB" \(state)><mrk mtype='seg' mid='a'>One.</mrk> \
        <mrk mtype='seg' mid='b'></mrk></target>
        """)
  }

  @Test("has its empty marks filled one by one, and the target's state told once")
  func marks() throws {
    let file = try open(
      Self.source + """
        <target state='translated'><mrk mtype='seg' mid='a'/> \
        <mrk mtype='seg' mid='b'></mrk></target>
        """)
    #expect(file.list == ["1:a|Un.?", "1:b|Deux.?"])
    #expect(
      behindSource(file.text(["Un.": "One.", "Deux.": "Two."]))
        == """
        <target state='needs-review-translation'><mrk mtype='seg' mid='a'>One.</mrk> \
        <mrk mtype='seg' mid='b'>Two.</mrk></target>
        """)
    let half = try open(
      Self.source + """
        <target><mrk mtype='seg' mid='a'>One.</mrk> <mrk mtype='seg' mid='b'/>\
        </target>
        """)
    #expect(half.list == ["1:a|Un.+", "1:b|Deux.?"])
    #expect(
      behindSource(half.text(["Un.": "no", "Deux.": "Two."]))
        == """
        <target \(state)><mrk mtype='seg' mid='a'>One.</mrk> \
        <mrk mtype='seg' mid='b'>Two.</mrk></target>
        """)
  }

  @Test("whose target is whole is one segment, which is translated")
  func wholeTarget() throws {
    let file = try open(Self.source + "<target>One. Two.</target>")
    #expect(file.list == ["1|Un. Deux.+"])
  }

  @Test("lists the proposals for each segment behind the target, which need not be made")
  func proposals() throws {
    let file = try open(Self.source)
    let bytes = file.filled { number, _ in
      BilingualFilling(proposals: [.of("p\(number)", source: "s\(number)", score: 80)])
    }
    func proposal(_ number: Int, _ mark: String) -> String {
      """
      <alt-trans mid="\(mark)" match-quality="80%" origin="desk"><source>s\(number)</source>\
      <target>p\(number)</target></alt-trans>
      """
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(behindSource(text) == proposal(0, "a") + proposal(1, "b"))
    let mixed = file.filled { number, _ in
      number == 0
        ? BilingualFilling(translation: .of("One."))
        : BilingualFilling(proposals: [.of("p1", source: "s1", score: 80)])
    }
    #expect(
      behindSource(String(decoding: mixed, as: UTF8.self))
        == """
        <target \(state)><mrk mtype='seg' mid='a'>One.</mrk> \
        <mrk mtype='seg' mid='b'></mrk></target>
        """ + proposal(1, "b"))
  }

  @Test("is filled as a whole where somebody wants that, with the sentences' marks or without")
  func whole() throws {
    var asked: [(String, [String])] = []
    let file = try open(Self.source) { whole, segments in
      asked.append((whole.source, segments.map(\.source)))
      return true
    }
    #expect(asked.map(\.0) == ["Un. Deux."])
    #expect(asked.map(\.1) == [["Un.", "Deux."]])
    #expect(file.list == ["1|Un. Deux.?"])
    let segment = try #require(file.segments.first)
    #expect(segment.marks == ["a", "b"])
    #expect(!segment.needsMarks, "there is no target yet")
    #expect(segment.hasMarks("<mrk mtype='seg' mid='a'>A</mrk><mrk mtype='seg' mid='b'/>"))
    #expect(!segment.hasMarks("<mrk mtype='seg' mid='b'>A</mrk><mrk mtype='seg' mid='a'/>"))
    #expect(!segment.hasMarks("<mrk mtype='term' mid='a'>A</mrk><mrk mtype='seg' mid='b'/>"))
    #expect(!segment.hasMarks("A B"))
    #expect(
      behindSource(file.text(["Un. Deux.": "One. Two."]))
        == "<target \(state) state-qualifier=\"exact-match\">One. Two.</target>")
    let refused = try open(Self.source) { _, _ in false }
    #expect(refused.list == ["1:a|Un.?", "1:b|Deux.?"])
    let marked = try open(
      Self.source + "<target><mrk mtype='seg' mid='a'/><mrk mtype='seg' mid='b'/></target>"
    ) { _, _ in true }
    #expect(marked.segments.first?.needsMarks == true)
  }

  @Test("of Trados is told how it was filled, in the definition of its segment")
  func trados() throws {
    let definitions =
      """
      <sdl:seg-defs><sdl:seg id='a' conf='Translated' percent='12'/><sdl:seg id='b'></sdl:seg>\
      </sdl:seg-defs>
      """
    let file = try open(Self.source + definitions, name: "a.sdlxliff")
    #expect(file.format == .sdlxliff)
    #expect(file.list == ["1:a|Un.?", "1:b|Deux.?"])
    let text = file.text(["Un.": "One.", "Deux.": "Two."], score: 102)
    #expect(
      behindSource(text)
        == """
        <target><mrk mtype='seg' mid='a'>One.</mrk> <mrk mtype='seg' mid='b'>Two.</mrk></target>\
        <sdl:seg-defs><sdl:seg id='a' conf='Draft' percent='100' origin="tm" \
        origin-system="desk"/><sdl:seg id='b' conf="Draft" origin="tm" \
        origin-system="desk" percent="100"></sdl:seg></sdl:seg-defs>
        """)
    let locked = try open(
      Self.source + definitions.replacing("conf='Translated'", with: "locked='true'"),
      name: "a.sdlxliff")
    #expect(locked.list == ["1:a|Un.", "1:b|Deux.?"])
  }

  @Test("keeps what stands around its marks: formatting that holds several sentences")
  func surroundings() throws {
    let file = try open(
      """
      <source>x</source><seg-source><g id='4'> <mrk mtype='seg' mid='a'>Un<x id='1'/>.</mrk>!\
      <mrk mtype='seg' mid='b'/></g></seg-source>
      """, name: "a.sdlxliff")
    #expect(file.list == ["1:a|Un.?", "1:b|"])
    #expect(file.segments.first?.codes == "Un<x id='1'/>.")
    #expect(
      behindSource(file.text(["Un.": "One."]))
        == """
        <target><g id='4'> <mrk mtype='seg' mid='a'>One.</mrk>!<mrk mtype='seg' mid='b'>\
        </mrk></g></target>
        """)
  }
}
