import TestSupport
import Testing

@testable import CalqueSystem

/// The operating system has one home.
@Suite("The sources")
struct SystemImportTests {
  /// The modules that may import the C library: the system's own, and the aligner for `exp` and `log`.
  private static let allowed: Set<String> = ["CalqueSystem", "CalqueAlign"]

  @Test("import the C library and swift-system in CalqueSystem only")
  func imports() throws {
    let sources = Paths.join(
      Paths.folder(of: Paths.folder(of: Paths.folder(of: #filePath))), "Sources")
    var found = [String]()
    for module in try #require(Files.names(in: sources)) where !Self.allowed.contains(module) {
      try search(Paths.join(sources, module), &found)
    }
    #expect(found.isEmpty)
  }

  private func search(_ path: String, _ found: inout [String]) throws {
    if let names = Files.names(in: path) {
      for name in names { try search(Paths.join(path, name), &found) }
      return
    }
    guard path.hasSuffix(".swift"), let bytes = try Files.read(path) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { continue }
      if ["Glibc", "Darwin", "Musl", "SystemPackage"].contains(words[place + 1]) {
        found.append("\(path): \(line)")
      }
    }
  }
}
