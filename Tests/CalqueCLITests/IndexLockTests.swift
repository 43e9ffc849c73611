import Foundation
import Testing

/// A store whose index another process is building.
@Suite("While another process builds the index")
struct IndexLockTests {
  /// The lock as a building process holds it, as long as the value lives.
  private final class Lock {
    private let descriptor: Int32

    init(_ command: Command) throws {
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: command.folder.url.path).first {
          $0.hasSuffix("-index")
        })
      descriptor = unsafe open(command.folder.file(name + "/lock").path, O_RDWR | O_CREAT, 0o644)
      try #require(flock(descriptor, LOCK_EX) == 0)
    }

    deinit { close(descriptor) }
  }

  private static func prepared() throws -> Command {
    let command = try Command()
    let result = try command.shell(
      """
      calque init --pair fr-en && calque add 'Le sommet est fini.' 'The summit is over.'
      rm *-index/*.*
      """)
    try #require(result.status == 0, "\(result.errors)")
    return command
  }

  @Test("a lookup is answered by the scan, which says why")
  func lookup() throws {
    let command = try Self.prepared()
    do {
      let lock = try Lock(command)
      let result = try command("lookup", "--json", "Le sommet est fini.")
      #expect(result.status == 0)
      #expect(result.output.contains("\"score\":100"))
      #expect(result.errors.contains("another process is building the index"))
      #expect(result.errors.contains("the memory is scanned instead"))
      withExtendedLifetime(lock) {}
    }
    let result = try command("lookup", "--json", "--timing", "Le sommet est fini.")
    #expect(result.errors.isEmpty)
    #expect(result.output.contains("\"counts\":{"))
  }

  @Test("a change is stored at once, and the next lookup finds it")
  func change() throws {
    let command = try Self.prepared()
    do {
      let lock = try Lock(command)
      let start = ContinuousClock.now
      let result = try command("add", "La loi passe.", "The law is passed.")
      #expect(result.status == 0)
      #expect(ContinuousClock.now - start < .seconds(20))
      withExtendedLifetime(lock) {}
    }
    #expect(try command("lookup", "--exact", "La loi passe.").output.contains("The law is passed."))
  }

  @Test("a lookup that lives on goes over to the index once it is there")
  func lasting() throws {
    let command = try Self.prepared()
    let result = try command.shell(
      """
      mkfifo ask answer
      calque lookup --json --timing <ask >answer 2>said & exec 3>ask 4<answer
      exec 5>"$(ls -d *-index)/lock"; flock 5
      echo 'Le sommet est fini.' >&3; read -r first <&4
      exec 5>&-; calque lookup 'Le sommet est fini.' >/dev/null
      echo 'Le sommet est fini.' >&3; read -r second <&4
      exec 3>&-; wait
      for line in "$first" "$second"; do
        case $line in *'"counts":{'*) echo index;; *) echo scan;; esac
      done
      """)
    #expect(result.output == "scan\nindex\n", "\(result.errors)")
  }
}
