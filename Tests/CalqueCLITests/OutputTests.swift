import Testing

@Suite("Standard output")
struct OutputTests {
  @Test("that cannot be written is a failure that says why")
  func fullDevice() throws {
    let result = try Command().shell("calque --help >/dev/full")
    #expect(result.status == 2)
    #expect(
      result.errors == "error: the output could not be written: No space left on device\n")
  }

  @Test("that is closed is a failure, too")
  func closed() throws {
    let result = try Command().shell("calque --help >&-")
    #expect(result.status == 2)
    #expect(result.errors == "error: the output could not be written: Bad file descriptor\n")
  }

  @Test("whose reader goes away is left quietly")
  func closedPipe() throws {
    let result = try Command().shell(
      "{ sleep 0.2; calque --help; echo $? >status; } | true; sleep 1; cat status")
    #expect(result.output == "0\n")
    #expect(result.errors == "")
  }
}
