import Testing

@Suite("The life of a workspace")
struct WorkspaceLifeTests {
  @Test(
    "holds and answers after every change what an obvious model does",
    arguments: 0..<8 as Range<UInt64>)
  func life(seed: UInt64) throws {
    var life = try WorkspaceLife(seed: seed)
    for _ in 0..<30 {
      switch life.number(below: 20) {
      case 0: try life.copyStore()
      case 1: try life.restoreStore()
      case 2...11: try life.changeMemory()
      default: try life.changeGlossary()
      }
      try life.compare()
    }
  }
}
