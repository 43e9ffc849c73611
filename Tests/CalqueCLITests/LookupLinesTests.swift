import Testing

@Suite("A lookup of many lines")
struct LookupLinesTests {
  @Test(
    "prints the same in the same order, however many lines are answered at once",
    arguments: ["--json", "--min-score 40 --closest --limit 1", "--scan --json"])
  func sameBytes(options: String) throws {
    let command = try memory(of: 60)
    // More than a window of one and of two threads; blank lines and repetitions are lines as well.
    let lines = (0..<300).map { $0 % 31 == 7 ? "" : Self.text($0 % 83) }
    try command.folder.write(lines.joined(separator: "\n"), to: "lines.txt")
    let one = try command.shell("calque lookup \(options) --jobs 1 <lines.txt")
    #expect(one.status == 0)
    for jobs in ["--jobs 2", "--jobs 7", ""] {
      let many = try command.shell("cat lines.txt | calque lookup \(options) \(jobs)")
      #expect(many.status == 0)
      #expect(many.errors == "")
      #expect(many.output == one.output, "\(options) \(jobs)")
    }
    if options.contains("--json") {
      #expect(one.output.split(separator: "\n").count == lines.count)
    }
  }

  @Test("answers a line that is not UTF-8 in its place, and ends with 2", arguments: [1, 2])
  func notUTF8(jobs: Int) throws {
    let command = try memory(of: 60)
    let good = (0..<100).map(Self.text).joined(separator: "\n")
    try command.folder.write(good, to: "good.txt")
    let result = try command.shell(
      """
      (cat good.txt; printf '\\nsommet \\377\\n'; cat good.txt) | calque lookup --json --jobs \(jobs)
      """)
    #expect(result.status == 2)
    #expect(
      result.errors
        == "warning: -:101: not UTF-8; what cannot be read was taken for U+FFFD\n")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 201)
    #expect(lines[100].hasPrefix("{\"query\":\"sommet \u{FFFD}\""))
  }

  @Test("answers what comes before a line that is too long", arguments: [1, 2])
  func tooLong(jobs: Int) throws {
    let command = try memory(of: 60)
    try command.folder.write((0..<100).map(Self.text).joined(separator: "\n"), to: "good.txt")
    let result = try command.shell(
      """
      (cat good.txt; echo; head -c 3000000 /dev/zero | tr '\\0' a; echo; cat good.txt) \
        | calque lookup --json --jobs \(jobs)
      """)
    #expect(result.status == 2)
    #expect(result.errors == "error: -:101: the line is longer than 1 MiB\n")
    #expect(result.output.split(separator: "\n").count == 100)
  }

  @Test("shows how far it is where the answers go to a file, and leaves nothing of that behind")
  func progress() throws {
    let command = try memory(of: 60)
    try command.folder.write((0..<600).map(Self.text).joined(separator: "\n"), to: "lines.txt")
    let shown = try command.onTerminal("calque lookup --json <lines.txt >answers; echo done")
    #expect(shown.output.contains("lookup  ["))
    #expect(shown.output.hasSuffix("\r\u{1B}[Kdone\n"))
  }

  private func memory(of size: Int) throws -> Command {
    let command = try Command()
    let rows = (0..<size).map { "\(Self.text($0))\ttranslation \($0)" }
    try command.folder.write(rows.joined(separator: "\n"), to: "memory.tsv")
    _ = try command.shell(
      "calque init --pair fr-en && calque import --as memory memory.tsv && calque stats")
    return command
  }

  private static func text(_ number: Int) -> String {
    let words = ["le", "sommet", "ministre", "Londres", "prochain", "accueillera", "risque"]
    return (0..<(3 + number % 9)).map { words[(number * 5 + $0 * $0) % 7] }.joined(separator: " ")
      + " \(number % 13)."
  }
}
