import CalqueModel
import TestSupport
import Testing

@testable import CalqueFormats

@Suite("A line of JSON")
struct JSONLEntryTests {
  private func entry(_ text: String) throws -> JSONLEntry {
    try JSONLEntry(try #require(JSONValue(text)))
  }

  private func unit(_ members: String) throws -> TranslationUnit {
    guard case .unit(let unit) = try entry("{\"unit\":{\(members)}}") else {
      throw JSONLEntry.Fault(message: "no unit")
    }
    return unit
  }

  private func concept(_ members: String) throws -> Concept {
    guard case .concept(let concept) = try entry("{\"concept\":{\(members)}}") else {
      throw JSONLEntry.Fault(message: "no concept")
    }
    return concept
  }

  @Test("needs no member of a unit or concept; those that are absent or null are neutral")
  func neutral() throws {
    #expect(try unit("") == TranslationUnit(variants: []))
    #expect(try concept("") == Concept(terms: []))
    #expect(
      try unit(#""id":null,"status":null,"created":null,"variants":null,"meta":{"notes":null}"#)
        == TranslationUnit(variants: []))
    #expect(try unit(#""other":[1],"uses":true"#) == TranslationUnit(variants: []))
  }

  @Test("has a unit's members in the documented names")
  func units() throws {
    let unit = try unit(
      #""id":"7","source":"fr","status":"approved","created":"2020-01-02T03:04:05Z","#
        + #""createdBy":"a","changed":"2021-01-02T03:04:05Z","changedBy":"b","origin":"mt","uses":4,"#
        + #""variants":[{"lang":"fr","text":"é","codes":"<x/>"},{"lang":"en","text":null}],"#
        + #""meta":{"notes":[{"text":"n","attributes":{"from":"x"}},{}],"elements":["<y/>",1]}"#)
    #expect((unit.externalID, unit.sourceLanguage?.written, unit.status) == ("7", "fr", .approved))
    #expect(unit.created == Instant("20200102T030405Z"))
    #expect(unit.changed == Instant("20210102T030405Z"))
    #expect((unit.createdBy, unit.changedBy, unit.origin, unit.useCount) == ("a", "b", "mt", 4))
    #expect(unit.variants[0] == Variant(language: "fr", text: "é", codes: "<x/>"))
    #expect(unit.variants[1].isWithoutSegment)
    #expect(
      unit.meta.notes == [
        Meta.Note("n", attributes: [Meta.Attribute(name: "from", value: "x")]), Meta.Note(""),
      ])
    #expect(unit.meta.elements == ["<y/>"])
  }

  @Test("has a concept's terms by language, in the order that a list of places gives them")
  func concepts() throws {
    let sections =
      #""languages":[{"lang":"fr","terms":[{"text":"a"},{"text":"b","lang":"FR"}]},"#
      + #"{"lang":"en","terms":[{"text":"c","status":"forbidden","flags":["case","metonym"],"#
      + #""valid":"2020..","type":"acronym","gender":"f","note":"n"}]}]"#
    let plain = try concept(#""id":"7","domains":["x",1],"note":"m","# + sections)
    #expect((plain.externalID, plain.domains, plain.note) == ("7", ["x"], "m"))
    #expect(plain.terms.map(\.text) == ["a", "b", "c"])
    #expect(plain.terms.map(\.language.written) == ["fr", "FR", "en"])
    #expect(plain.terms[2].flags == [.caseSensitive, .metonym])
    #expect(plain.terms[2].validity == Validity("2020.."))
    #expect((plain.terms[2].status, plain.terms[2].type) == (.forbidden, .acronym))
    for (order, texts) in [
      ("[2,0,1]", ["c", "a", "b"]), ("[0,1]", ["a", "b", "c"]), ("[0,1,1]", ["a", "b", "c"]),
      ("[3,0,1]", ["a", "b", "c"]), ("[\"2\",0,1]", ["a", "b", "c"]), ("[]", ["a", "b", "c"]),
    ] {
      #expect(try concept("\(sections),\"order\":\(order)").terms.map(\.text) == texts, "\(order)")
    }
  }

  @Test("has attributes as an object, or as pairs where a name comes twice")
  func attributes() throws {
    for (written, expected) in [
      (#"{"a":"1","b":"2"}"#, ["a=1", "b=2"]), (#"[["a","1"],["a","2"]]"#, ["a=1", "a=2"]),
      (#"{"a":1,"b":"2"}"#, ["b=2"]), (#"[["a"],["b","2"],["c","3","4"],5]"#, ["b=2"]), ("{}", []),
    ] {
      let unit = try unit(#""meta":{"attributes":"# + written + "}")
      #expect(unit.meta.attributes.map { "\($0.name)=\($0.value)" } == expected, "\(written)")
    }
  }

  @Test(
    "that says something else than the format has is refused, and told why",
    arguments: [
      (#"{"a":1}"#, "an object with \"unit\" or \"concept\" was expected"),
      (#"{"unit":{"id":7}}"#, "\"id\" is no text"),
      (#"{"unit":{"status":"good"}}"#, "'good' is no status of a unit"),
      (#"{"unit":{"created":"yesterday"}}"#, "'yesterday' is no date"),
      (#"{"unit":{"variants":"x"}}"#, "\"variants\" is no list"),
      (#"{"unit":{"variants":[{"lang":""}]}}"#, "a text without \"lang\""),
      (#"{"unit":{"meta":{"attributes":"x"}}}"#, "\"attributes\" is no object"),
      (#"{"unit":{"origin":"a\u0000b"}}"#, "\"origin\" holds U+0000"),
      (#"{"concept":{"languages":[{"terms":[]}]}}"#, "terms without \"lang\""),
      (#"{"concept":{"languages":[{"lang":"fr","terms":[{}]}]}}"#, "a term without \"text\""),
      (
        #"{"concept":{"languages":[{"lang":"fr","terms":[{"text":"a","status":"x"}]}]}}"#,
        "'x' is no status of a term"
      ),
      (
        #"{"concept":{"languages":[{"lang":"fr","terms":[{"text":"a","flags":["x"]}]}]}}"#,
        "'x' is no flag"
      ),
      (
        #"{"concept":{"languages":[{"lang":"fr","terms":[{"text":"a","valid":"x"}]}]}}"#,
        "'x' is no time from..to"
      ),
      (
        #"{"concept":{"languages":[{"lang":"fr","terms":[{"text":"a","type":"x"}]}]}}"#,
        "'x' is no type of a term"
      ),
    ])
  func broken(text: String, message: String) throws {
    let fault = try #require(throws: JSONLEntry.Fault.self) { try entry(text) }
    #expect(fault.message == message)
  }

  @Test("of a glossary becomes a concept, and of a memory a unit, as the user says")
  func kinds() throws {
    let unit =
      #"{"unit":{"id":"1","variants":[{"lang":"fr","text":"a"},{"lang":"en","text":"b"}]}}"#
    let concept =
      #"{"concept":{"note":"n","languages":[{"lang":"fr","terms":[{"text":"a"}]},{"lang":"en","terms":[{"text":"b"}]}]}}"#
    let text = unit + "\n\n" + concept + "\n" + #"{"concept":{}}"# + "\n"
    func read(_ kind: Resource.Kind?) throws -> Reading {
      try Reading(
        text.utf8, name: "a.jsonl", options: FormatOptions(kind: kind, domain: "press"))
    }
    let memory = try read(.memory)
    #expect(memory.texts == [["a", "b"], ["a", "b"], []])
    #expect(memory.units[1].meta.notes.map(\.text) == ["n"])
    let glossary = try read(.glossary)
    #expect(glossary.texts == [["a", "b"], ["a", "b"]])
    #expect(glossary.concepts.map(\.domains) == [["press"], ["press"]])
    #expect(glossary.skipped == ["no terms"])
    #expect(glossary.places.map(\.line) == [1, 3])
    #expect(try read(nil).detected.kind == .memory, "the first lines decide")
  }
}

@Suite("A dump of a whole store")
struct DumpSectionTests {
  private func line(_ name: String, _ kind: String, _ rest: String = "") -> String {
    "{\"header\":{\"kind\":\"\(kind)\",\"name\":\"\(name)\",\"languages\":[\"fr\",\"en\"]\(rest)}"
  }

  private func sections(_ text: String) throws -> [DumpSection] {
    let folder = try TemporaryFolder()
    return try DumpSection.all(in: folder.write(text, to: "a.jsonl"))
  }

  private let unit = #","unit":{"variants":[{"lang":"fr","text":"a"},{"lang":"en","text":"b"}]}}"#

  @Test("has a section for each memory and glossary, with what is known of it")
  func sections() throws {
    let text = [
      line("press", "memory", ",\"priority\":3,\"penalty\":5,\"readOnly\":true,\"domain\":\"x\"")
        + unit,
      "{" + unit.dropFirst(), line("empty", "memory") + "}",
      line("terms", "glossary", ",\"shipped\":true") + "}",
    ].joined(separator: "\n")
    let found = try sections(text)
    #expect(found.map(\.number) == [0, 1, 2])
    #expect(found.map(\.resource.name) == ["press", "empty", "terms"])
    #expect(found.map(\.resource.kind) == [.memory, .memory, .glossary])
    #expect(found[0].resource.languages == ["fr", "en"])
    #expect((found[0].resource.priority, found[0].resource.penalty) == (3, 5))
    #expect(found[0].resource.isReadOnly && found[0].resource.domain == "x")
    #expect(found.map(\.resource.isShipped) == [false, false, true])
    var options = FormatOptions()
    for (section, texts) in zip(found, [[["a", "b"], ["a", "b"]], [], []]) {
      options.section = section
      let reading = try Reading(text.utf8, name: "a.jsonl", options: options)
      #expect(reading.texts == texts, "\(section.resource.name)")
      #expect(reading.detected.kind == section.resource.kind)
    }
  }

  @Test("is told from other files by its first bytes")
  func others() throws {
    for text in ["", "{\"unit\":{}}\n", " {\"header\":{}}", "fr\ten\n"] {
      #expect(try sections(text).isEmpty, "\(text)")
    }
    #expect(try DumpSection.all(in: "-").isEmpty, "standard input is read once")
  }

  @Test("with a broken header is refused with its line")
  func broken() throws {
    for header in ["{\"header\":{\"kind\":\"memory\"}}", line("x", "song") + "}", "{\"header\":"] {
      let error = try #require(throws: FormatError.self) {
        try sections(line("press", "memory") + "}\n" + header + "\n")
      }
      #expect(error.message == "a header of a memory or glossary was expected")
      #expect(error.place.line == 2)
    }
  }
}
