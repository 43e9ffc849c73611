import Foundation
import Testing

@Suite("The home of languages")
struct HomeOfLanguagesTests {
  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .appending(path: "Sources")

  private static let homes = [
    "CalqueText/Languages/", "CalqueMorphology/French/", "CalqueMorphology/English/",
  ]

  @Test("no other room names French or English by its code")
  func codes() throws {
    let walk = try #require(FileManager.default.enumerator(atPath: Self.sources.path))
    var (files, findings) = (0, [String]())
    for case let path as String in walk where path.hasSuffix(".swift") {
      files += 1
      if Self.homes.contains(where: path.hasPrefix) { continue }
      let text = try String(contentsOf: Self.sources.appending(path: path), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated()
      where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for code in ["fr", "en", "fra", "fre", "eng"] where line.contains("\"\(code)\"") {
          findings.append("\(path):\(number + 1): \(line)")
        }
      }
    }
    #expect(files > 200)
    #expect(
      findings.isEmpty,
      "put it into Sources/CalqueText/Languages: \(findings.joined(separator: "\n"))")
  }
}
