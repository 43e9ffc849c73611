import CalqueModel
import Testing

@Suite("A code that breaks a text")
struct InlineBreaksTests {
  @Test(
    "stands alone between two letters and is a line break or a tab",
    arguments: [
      ("lundi<ph>&lt;br&gt;</ph>matin", "lundimatin", [5]),
      ("lundi<ph x=\"1\">&lt;BR /&gt;</ph>matin", "lundimatin", [5]),
      ("lundi<ph type=\"lb\"/>matin", "lundimatin", [5]),
      ("lundi<ph type='x-br'>?</ph>matin", "lundimatin", [5]),
      ("lundi<x id=\"1\" ctype=\"lb\"/>matin", "lundimatin", [5]),
      ("lundi<ut>{\\line }</ut>matin", "lundimatin", [5]),
      ("lundi<ut>\\tab </ut>matin", "lundimatin", [5]),
      ("lundi<ph>\\n</ph>matin", "lundimatin", [5]),
      ("lundi<ph>&#9;</ph>matin", "lundimatin", [5]),
      ("lundi<ph>\t</ph>matin", "lundimatin", [5]),
      ("lundi<ph>&lt;w:br/&gt;</ph>matin", "lundimatin", [5]),
      ("lundi<ph>&lt;/p&gt;&lt;p&gt;</ph>matin", "lundimatin", [5]),
      ("lundi<it pos=\"begin\">&lt;br&gt;</it>matin", "lundimatin", [5]),
      ("été<ph>[br]</ph>2024<ph>[br]</ph>fin", "été2024fin", [5, 9]),
      ("A &amp; B<hi><ph type=\"lb\"/></hi>C", "A & BC", [5]),
      ("a<ept i=\"1\">}</ept><ph type=\"lb\"/><bpt i=\"2\">{</bpt>b", "ab", [1]),
      // Bold, fonts and links break nothing, and what is broken already is not broken again.
      ("im<bpt i=\"1\">&lt;b&gt;</bpt>por<ept i=\"1\">&lt;/b&gt;</ept>tant", "important", []),
      ("im<ph>&lt;b&gt;</ph>portant", "important", []),
      ("im<ph>&lt;brand&gt;</ph>portant", "important", []),
      ("im<ph>{1}</ph>portant", "important", []),
      ("a <ph type=\"lb\"/>b", "a b", []),
      ("a.<ph type=\"lb\"/>b", "a.b", []),
      ("<ph type=\"lb\"/>a<ph type=\"lb\"/>", "a", []),
      ("a<ph>x<sub type=\"lb\">b</sub></ph>c", "ac", []),
      // Inner XML that does not hold the text decides nothing.
      ("lundi<ph type=\"lb\"/>soir", "lundimatin", []),
      ("lundi<ph type=\"lb\">matin", "lundimatin", []),
      ("lundi<ph type=\"lb\"", "lundi", []),
      ("lundi</ph>matin", "lundimatin", []),
      ("lundi&nbsp;<ph type=\"lb\"/>matin", "lundimatin", []),
      ("lundi&#xD800;<ph type=\"lb\"/>matin", "lundimatin", []),
    ])
  func places(codes: String, text: String, places: [Int]) {
    #expect(InlineBreaks.places(in: codes, of: text) == places)
  }
}
