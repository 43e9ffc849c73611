import Foundation
import Testing

@Suite("calque align --worker")
struct AlignWorkerTests {
  private struct Answer: Decodable {
    struct Bead: Decodable {
      let source: [Int]
      let target: [Int]
      let confidence: Double
    }
    struct Sentences: Decodable {
      let source: [String]
      let target: [String]
    }
    let beads: [Bead]?
    let sentences: Sentences?
    let error: String?
  }

  private static let french = "Le sommet est fini. Les ministres sont partis."
  private static let english = "The summit is over. The ministers have left."

  private static func request(_ id: String) -> String {
    #"{"id":\#(id),"source":"\#(french)","target":"\#(english)"}"#
  }

  private func answers(_ output: String) throws -> [Answer] {
    try output.split(separator: "\n").map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
  }

  @Test("answers each line with its id, the beads and the sentences, in order")
  func order() throws {
    let command = try Command()
    let ids = ["\"a\"", "7", "1.5", "null", "{\"part\":[1,true]}"]
    let result = try command(
      "align", "--worker", "--pair", "fr-en", input: ids.map(Self.request).joined(separator: "\n"))
    #expect(result.status == 0)
    #expect(result.errors == "")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == ids.count)
    for (line, id) in zip(lines, ids) { #expect(line.hasPrefix(#"{"id":\#(id),"beads":["#)) }
    for answer in try answers(result.output) {
      #expect(answer.beads?.map(\.source) == [[0], [1]])
      #expect(answer.beads?.map(\.target) == [[0], [1]])
      #expect(answer.beads?.allSatisfy { (0...1).contains($0.confidence) } == true)
      #expect(answer.sentences?.source == ["Le sommet est fini.", "Les ministres sont partis."])
      #expect(answer.sentences?.target == ["The summit is over.", "The ministers have left."])
    }
  }

  @Test("reads the files that a request names, and aligns them as the texts")
  func files() throws {
    let command = try Command()
    try command.folder.write(Self.french, to: "a.txt")
    try command.folder.write(Self.english, to: "b.txt")
    let byFile = #"{"id":1,"source_file":"a.txt","target_file":"b.txt"}"#
    let result = try command(
      "align", "--worker", "--pair", "fr-en", input: Self.request("1") + "\n" + byFile + "\n")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first == lines.last)
  }

  @Test("answers a bad line with an error, goes on, and ends with 2")
  func badLines() throws {
    let command = try Command()
    let bad = [
      ("", "not a JSON object"), ("[1]", "not a JSON object"), ("{\"id\":1", "not a JSON object"),
      (#"{"id":2}"#, "a request holds"), (#"{"id":3,"source":"a"}"#, "a request holds"),
      (#"{"id":4,"source":7,"target":"b"}"#, "a request holds"),
      (#"{"id":5,"source_file":"none.txt","target_file":"none.txt"}"#, "none.txt: no such file"),
      (
        #"{"id":6,"source":"\#(Self.english)","target":"\#(Self.french)"}"#,
        "is in English, not in French"
      ),
    ]
    let lines = bad.map(\.0) + [Self.request("9")]
    let result = try command(
      "align", "--worker", "--pair", "fr-en", input: lines.joined(separator: "\n") + "\n")
    #expect(result.status == 2)
    let answers = try answers(result.output)
    #expect(answers.count == lines.count)
    for (answer, (line, message)) in zip(answers, bad) {
      #expect(answer.error?.contains(message) == true, "\(line): \(answer.error ?? "no error")")
    }
    #expect(answers.last?.beads?.count == 2)
  }

  @Test("passes over a line that is too long, and answers the next one")
  func longLine() throws {
    let command = try Command()
    let long = String(repeating: "x", count: 65 << 20)
    let result = try command(
      "align", "--worker", "--pair", "fr-en", input: long + "\n" + Self.request("2") + "\n")
    #expect(result.status == 2)
    let answers = try answers(result.output)
    #expect(answers.map(\.error) == ["the line is longer than 64 MiB", nil])
  }

  @Test("needs the languages, and takes no files")
  func usage() throws {
    let command = try Command()
    let unnamed = try command("align", "--worker", input: "")
    #expect((unnamed.status, unnamed.errors.contains("--pair fr-en")) == (2, true))
    let files = try command("align", "--worker", "--pair", "fr-en", "a.txt", "b.txt", input: "")
    #expect((files.status, files.errors.contains("standard input")) == (2, true))
  }
}
