import CalqueModel
import CalqueStore
import TestSupport
import Testing

@Suite("The units of a memory, read batch by batch,")
struct UnitBatchTests {
  @Test(
    "are those that are read one by one, whatever stands between their ids",
    arguments: UInt64(0)..<12)
  func twin(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let store = try Store.create(at: folder.file("calque.db")).store
    var random = SplitMix64(seed: seed)
    var number = 0
    func unit() -> TranslationUnit {
      number += 1
      var unit = pair("phrase \(number)", "sentence \(number % 7)", id: "\(number)")
      for _ in 0..<random.number(below: 3) {
        unit.variants.append(Variant(language: "de", text: "Satz \(random.number(below: 99))"))
      }
      unit.origin = "origin \(random.number(below: 90))"
      unit.meta.notes = (0..<random.number(below: 2)).map { _ in Meta.Note("\(number % 5)") }
      return unit
    }
    let names = ["news", "law", "ui"]
    for _ in 0..<14 {
      // One memory is sparse: its ids are far from one another.
      let name = names[random.number(below: 3)]
      let count = name == "ui" ? 1 : 1 + random.number(below: 9)
      try store.load((0..<count).map { _ in unit() }, into: name)
      let last = try #require(try store.lastUnit(of: store.resource(.memory, named: name).id))
      if random.number(below: 3) == 0 {
        try store.edit(unit: last, at: testMoment) { $0.variants[0].text += " !" }
      } else if random.number(below: 4) == 0 {
        try store.remove(units: [last], at: testMoment)
      }
    }
    let snapshot = try store.snapshot()
    for stored in try store.resources() {
      let all = try snapshot.units(of: stored.id, after: nil, count: 1_000)
      let live = try store.units((1...2_000).map { UnitID($0) }).filter { $0.resource == stored.id }
      #expect(all == live, "seed \(seed)")
      var (read, last) = ([StoredUnit](), UnitID?.none)
      while true {
        let some = try snapshot.units(of: stored.id, after: last, count: 3)
        read += some
        last = some.last?.id
        if some.count < 3 { break }
      }
      #expect(read == live, "seed \(seed)")
    }
  }
}
