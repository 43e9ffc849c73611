import CalqueInput
import CalqueModel
import Testing

@testable import CalqueFormats

@Suite("The entries of a catalogue")
struct POScannerTests {
  /// The entries of a text.
  private func entries(_ text: String) throws -> [POEntry] {
    var scanner = POScanner()
    for line in text.cut(at: "\n") { try scanner.read(line) }
    try scanner.finish()
    return scanner.takeEntries()
  }

  private func entry(_ text: String) throws -> POEntry {
    let entries = try entries(text)
    try #require(entries.count == 1)
    return entries[0]
  }

  @Test("have comments of five kinds")
  func comments() throws {
    let entry = try entry(
      """
      # of the translator
      #
      #  more
      #. of the program
      #: a.c:1 b.c:2
      #: c.c:3
      #, fuzzy,c-format , ,
      #, range: 0..1
      #| msgctxt "c"
      #| msgid "old "
      #| "text"
      #| msgid_plural "olds"
      #@ of some tool
      msgid "a"
      msgstr "b"
      """)
    #expect(entry.comments == ["of the translator", "", "more", "@ of some tool"])
    #expect(entry.extracted == ["of the program"])
    #expect(entry.references == ["a.c:1 b.c:2", "c.c:3"])
    #expect(entry.flags == ["fuzzy", "c-format", "range: 0..1"])
    #expect(entry.previous.map(\.key) == ["msgctxt", "msgid", "msgid_plural"])
    #expect(entry.previous.map(\.text) == ["c", "old text", "olds"])
    #expect(entry.line == 1)
  }

  @Test("have strings that go on over lines, and keywords with blanks around them")
  func strings() throws {
    let entry = try entry(
      "  msgctxt\t\"a\"\n\"b\"\n msgid \"\"\n \"c\" \n\n".trimmingBlanks
        + "\n\tmsgid_plural\"d\"\n\"e\"\nmsgstr [ 0 ] \"f\"\n\"g\"\nmsgstr[2]\n\"h\"")
    #expect(entry.context == "ab")
    #expect(entry.id == "c")
    #expect(entry.plural == "de")
    #expect(entry.translations == [0: "fg", 2: "h"])
    #expect(entry.numbers == [0, 2])
    #expect(entry.isTranslated && !entry.isHeader)
  }

  @Test("end at the next one, with or without a blank line")
  func ends() throws {
    let read = try entries(
      "msgid \"a\"\nmsgstr \"b\"\nmsgid \"c\"\nmsgstr \"\"\n# of e\nmsgctxt \"d\"\nmsgid \"e\"\nmsgstr \"f\""
    )
    #expect(read.map(\.id) == ["a", "c", "e"])
    #expect(read.map(\.context) == [nil, nil, "d"])
    #expect(read.map(\.isTranslated) == [true, false, true])
    #expect(read.map(\.line) == [1, 3, 5])
    #expect(read.map(\.comments) == [[], [], ["of e"]])
  }

  @Test("that the program has no more are marked, with their texts of before")
  func obsolete() throws {
    let entry = try entry(
      "# kept\n#~| msgid \"older\"\n#~ msgctxt \"c\"\n#~ msgid \"\"\n#~ \"a\"\n#~ msgstr \"b\"\n")
    #expect(entry.isObsolete)
    #expect((entry.context, entry.id, entry.translations[0]) == ("c", "a", "b"))
    #expect(entry.previous.map(\.text) == ["older"])
    let header = try self.entry("#~ msgid \"\"\n#~ msgstr \"x\"\n")
    #expect(!header.isHeader)
  }

  @Test("keep their lines as written, and what stands between them")
  func written() throws {
    let text = "# alone\n\ndomain \"d\"\nmsgid   \"a\"\nmsgstr \"\"\n\"b\"\n\n\n# tail\n"
    var scanner = POScanner()
    for line in text.cut(at: "\n") { try scanner.read(line) }
    try scanner.finish()
    let entries = scanner.takeEntries()
    #expect(entries.map(\.written) == ["msgid   \"a\"\nmsgstr \"\"\n\"b\"\n"])
    #expect(entries.map(\.before) == ["# alone\n\ndomain \"d\"\n"])
    #expect(scanner.takeLoose() == "# tail\n\n")
  }

  @Test(
    "that are no entries are refused",
    arguments: [
      ("msgid \"a\"", "the entry has no msgstr"), ("msgstr \"a\"", "msgstr is out of place"),
      ("msgid \"a\"\nmsgid_plural \"b\"\nmsgid_plural \"c\"", "msgid_plural is out of place"),
      ("msgid_plural \"a\"", "msgid_plural is out of place"),
      ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", "msgstr is out of place"),
      ("msgctxt \"a\"\nmsgctxt \"b\"", "msgctxt is out of place"),
      ("\"a\"", "a text in quotes stands alone"), ("msgid a", "a comment or a text in quotes"),
      ("msgid \"a", "a text in quotes was expected"), ("hello", "was expected"),
      ("#| msgid a", "a text in quotes was expected"), ("#| hello", "in quotes was expected"),
      ("msgid \"a\"\nmsgstr[1000] \"b\"", "was expected"),
      ("msgid \"a\"\nmsgstr[x] \"\"", "was expected"),
      ("msgidx \"a\"", "was expected"),
    ])
  func broken(text: String, message: String) throws {
    let error = try #require(throws: InputError.self) { try entries(text) }
    #expect(error.message.contains(message), "\(error.message)")
  }

  @Test("have a header with fields, whatever the case of their names")
  func header() throws {
    let header = try entry(
      "msgid \"\"\nmsgstr \"\"\n\"Language: fr \\n\"\n\"plural-forms: nplurals=2; plural=(n > 1);\\n\"\n\"Empty:\\n\""
    )
    #expect(header.isHeader)
    #expect(header.field("Language") == "fr")
    #expect(header.field("Plural-Forms") == "nplurals=2; plural=(n > 1);")
    #expect(header.field("empty") == "")
    #expect(header.field("Lang") == nil)
    #expect(try !entry("msgctxt \"c\"\nmsgid \"\"\nmsgstr \"x\"").isHeader)
  }
}
