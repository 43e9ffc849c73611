import Testing

@Suite("The value of an option")
struct OptionValueTests {
  @Test(
    "that is out of range is refused with the option and the range, a negative one too",
    arguments: [
      ("lookup --min-score -5 x", "'--min-score <points>': '-5' is not a number from 1 to 102"),
      ("lookup --min-score 103 x", "'--min-score <points>': '103' is not a number from 1 to 102"),
      ("lookup --limit -1 x", "'--limit <n>': '-1' is not a number from 1 to 1000000"),
      ("lookup --limit=-1 x", "'--limit <n>': '-1' is not a number from 1 to 1000000"),
      ("lookup --jobs 0", "'--jobs <n>': '0' is not a number from 1 to 1024"),
      ("lookup --jobs -2", "'--jobs <n>': '-2' is not a number from 1 to 1024"),
      ("lookup --memory old:-500 x", "Write NAME, or NAME:-5 to take points off, 0 to 100."),
      ("lookup --penalty draft=300 x", "Write NAME=POINTS, 0 to 100; the names are draft,"),
      ("suggest --min-score -5 x", "'--min-score <points>': '-5' is not a number from 1 to 102"),
      ("suggest --limit -1 x", "'--limit <n>': '-1' is not a number from 1 to 1000"),
      ("search --limit -1 x", "': '-1' is not a number from 0 up"),
      ("align --jobs -1 a b", "'--jobs <number>': '-1' is not a number of jobs from 1 to 256"),
      ("align --min-confidence -1 a b", "'-1' is not a confidence. Write one from 0 to 1."),
      ("align --batch-size 0 --dir a", "'0' is not a size in megabytes from 0.001 to 1000"),
      ("term add --pos banana a b", "'banana' is not a part of speech. Known: noun, proper noun,"),
      ("term edit 1 --gender x", "'x' is not a gender. Known: m, f, mf."),
    ])
  func outOfRange(arguments: String, message: String) throws {
    let result = try Command().shell("calque \(arguments) </dev/null")
    #expect(result.status == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test("of a score may be 101 or 102, which matches in the same context will have")
  func context() throws {
    let command = try Command()
    _ = try command.shell("calque init --pair fr-en; calque add sommet summit")
    #expect(try command("lookup", "--min-score", "102", "sommet").status == 1)
  }
}
