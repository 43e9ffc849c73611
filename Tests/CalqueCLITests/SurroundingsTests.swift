import Foundation
import Testing

/// Surroundings that lack what a process usually has.
@Suite("The process, with little around it")
struct SurroundingsTests {
  @Test("stores what it is told to where /proc is missing")
  func withoutProc() throws {
    let command = try Command()
    _ = try command("init", "--pair", "fr-en")
    let hidden = "unshare -m sh -c 'mount -t tmpfs none /proc && exec \"$@\"' sh"
    // A container may forbid mounts of its own.
    guard try command.shell("\(hidden) true").status == 0 else { return }
    let added = try command.shell("\(hidden) \"$(command -v calque)\" add un one")
    #expect(added.status == 0, "\(added.errors)")
    #expect(added.output.contains("Added"))
    let refused = try command.shell("\(hidden) \"$(command -v calque)\" nope")
    #expect(refused.status == 2)
    #expect(try command("lookup", "--exact", "un").status == 0)
  }

  @Test("ends, with an answer or an error, however little memory it is given")
  func littleMemory() throws {
    let command = try Command()
    _ = try command.shell("calque init --pair fr-en && calque add un one")
    let result = try command.shell(
      """
      for kilobytes in $(seq 100000 5000 190000); do
        (ulimit -v $kilobytes; timeout 30 calque stats >/dev/null 2>&1; echo $?)
      done | sort -u | tr '\\n' ' '
      """)
    // 124: `timeout` had to end it.
    #expect(!result.output.split(separator: " ").contains("124"), "\(result.output)")
    #expect(result.output.contains("0 "))
  }
}
