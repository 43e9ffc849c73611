import Foundation
import Testing

@Suite("Every printed page")
struct TranscriptTests {
  @Test("is what its transcript says", arguments: Transcript.all)
  func asWritten(transcript: Transcript) throws {
    let command = try Command()
    var seen = transcript
    for place in transcript.steps.indices {
      let step = transcript.steps[place]
      seen.steps[place].printed = Transcript.page(
        of: try command.shell(step.script), in: command.folder)
      if !writes {
        let (expected, printed) = (step.printed, seen.steps[place].printed)
        #expect(
          printed == expected,
          """
          \(transcript.url.lastPathComponent): $ \(step.script)
          expected:
          \(expected.joined(separator: "\n"))
          printed:
          \(printed.joined(separator: "\n"))
          """)
      }
    }
    if writes { try Data(seen.text.utf8).write(to: transcript.url) }
  }

  private var writes: Bool {
    ProcessInfo.processInfo.environment["CALQUE_WRITE_TRANSCRIPTS"] == "1"
  }
}
