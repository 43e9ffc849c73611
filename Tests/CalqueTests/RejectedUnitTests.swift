import Calque
import CalqueModel
import TestSupport
import Testing

@Suite("A rejected unit")
struct RejectedUnitTests {
  @Test("is found by a search for rejected units alone, so that it can be used again")
  func search() throws {
    let folder = try TemporaryFolder()
    let workspace = try folder.workspace()
    let pair = try #require(LanguagePair("fr-en"))
    let kept = try workspace.add("Le sommet est fini.", "The summit is over.", pair: pair)
    let wrong = try workspace.add("Le sommet.", "The peak.", pair: pair)
    try workspace.edit(unit: wrong.id, status: .rejected)
    var rejected = SearchOptions()
    rejected.ofRejected = true
    func found(_ options: SearchOptions = SearchOptions()) throws -> [UnitID] {
      try workspace.search("sommet", pair: pair, options: options).hits.map(\.unit)
    }
    #expect(try found() == [kept.id])
    #expect(try found(rejected) == [wrong.id])
    try workspace.edit(unit: wrong.id, status: .draft)
    #expect(try found(rejected).isEmpty)
    #expect(try found() == [wrong.id, kept.id])
  }
}
