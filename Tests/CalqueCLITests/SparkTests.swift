import Foundation
import Testing

/// Whether PySpark and Java are there, which nothing but the example needs.
private let sparkIsThere: Bool = {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/sh")
  process.arguments = ["-c", "java -version && python3 -c 'import pyspark'"]
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}()

@Suite(
  "The Spark example",
  .enabled(if: sparkIsThere, "Java and PySpark are not installed: the example is not run"))
struct SparkTests {
  private static let example = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples/spark").path

  /// Runs a script of the example with a program that is killed at its first start.
  private func run(
    _ script: String, _ command: Command, _ arguments: [String], isKilled: Bool = false
  ) throws {
    let calque = Command.products.appendingPathComponent("calque").path
    var program = calque
    if isKilled {
      // The first worker answers one line and dies; every later one works.
      program = command.folder.file("calque.sh").path
      try command.folder.write(
        """
        #!/bin/sh
        if mkdir "\(command.folder.file("killed").path)" 2>/dev/null; then
          head -n 1 | "\(calque)" "$@"
          exit 137
        fi
        exec "\(calque)" "$@"
        """, to: "calque.sh")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["python3", Self.example + "/" + script, "--calque", program] + arguments
    process.currentDirectoryURL = command.folder.file(".")
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  private func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    }
    return files
  }

  @Test("aligns a folder to the bytes of one process, also when a worker is killed")
  func align() throws {
    let command = try Command()
    try FileManager.default.createDirectory(
      atPath: command.folder.file("stories").path, withIntermediateDirectories: true)
    for number in 0..<9 {
      try command.folder.write(
        "Le sommet \(number) est fini. On part à \(number) h & demie.",
        to: "stories/d\(number).fr.txt")
      try command.folder.write(
        "Summit \(number) is over. We leave at half past \(number).",
        to: "stories/d\(number).en.txt")
    }
    let common = ["--pair", "fr-en", "--partitions", "3", "stories"]
    try run("align_folder.py", command, common + ["one"])
    try run(
      "align_folder.py", command, common + ["spark", "--master", "local[2,4]"], isKilled: true)
    let one = try files(command.folder.file("one").path)
    #expect(one.keys.sorted() == ["part-00000.tmx", "part-00001.tmx", "part-00002.tmx"])
    #expect(try files(command.folder.file("spark").path) == one)
    #expect(FileManager.default.fileExists(atPath: command.folder.file("killed").path))
    #expect(try command("init", "--pair", "fr-en").status == 0)
    let imported = try command("import", "--json", "one/part-00000.tmx", "--into", "news")
    #expect(imported.status == 0 && imported.output.contains(#""refused":0"#))
    let match = try command("lookup", "Le sommet 1 est fini.").output
    #expect(match.contains("aligned ."), "\(match)")
  }

  @Test("looks a folder of texts up to the bytes of one process, also when a worker is killed")
  func lookup() throws {
    let command = try Command()
    try command.folder.write("Le sommet est fini.\tThe summit is over.\n", to: "m.fr-en.tsv")
    #expect(try command("init", "--pair", "fr-en").status == 0)
    #expect(try command("import", "m.fr-en.tsv", "--as", "memory").status == 0)
    try FileManager.default.createDirectory(
      atPath: command.folder.file("texts").path, withIntermediateDirectories: true)
    for number in 0..<4 {
      try command.folder.write(
        "Le sommet est fini.\n\nLe sommet numéro \(number) est fini.\n", to: "texts/t\(number).txt")
    }
    let common = ["--store", command.folder.file("calque.db").path, "--pair", "fr-en", "texts"]
    try run("lookup_folder.py", command, common + ["one"])
    try run(
      "lookup_folder.py", command, common + ["spark", "--master", "local[2,4]"], isKilled: true)
    let one = try files(command.folder.file("one").path)
    #expect(one.count == 4)
    #expect(try files(command.folder.file("spark").path) == one)
  }
}
