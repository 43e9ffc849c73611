import TestSupport
import Testing

@testable import CalqueModel

@Suite("A place in a file")
struct SourcePlaceTests {
  @Test(
    "names as much as is known",
    arguments: [
      (SourcePlace(file: "a.tmx"), "a.tmx"), (SourcePlace(file: "-", line: 3), "-:3"),
      (SourcePlace(file: "a.tmx", line: 3, column: 7), "a.tmx:3:7"),
      (SourcePlace(file: "a.tmx", column: 7), "a.tmx"),
    ])
  func description(place: SourcePlace, written: String) {
    #expect(place.description == written)
  }
}
