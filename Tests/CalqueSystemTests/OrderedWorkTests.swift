import Synchronization
import Testing

@testable import CalqueSystem

@Suite("Work on several threads")
struct OrderedWorkTests {
  private struct Refusal: Error, Equatable { let item: Int }
  private struct Stop: Error {}

  /// Repeatable numbers: Knuth's linear congruential generator.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  @Test(
    "hands every result over once, in order, whatever the sizes", arguments: 0..<60 as Range<UInt64>
  )
  func ordered(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let count = Int.random(in: 0...300, using: &random)
    let work = OrderedWork(
      jobs: .random(in: 1...8, using: &random), chunk: .random(in: 1...9, using: &random),
      window: .random(in: 1...40, using: &random))
    let refused = Int.random(in: 2...20, using: &random)
    let begun = Atomic(0)
    var seen = [Int]()
    work.run(Array(0..<count)) { number, item throws(Refusal) -> Int in
      begun.wrappingAdd(1, ordering: .relaxed)
      #expect((0..<work.jobs).contains(number))
      if item.isMultiple(of: refused) { throw Refusal(item: item) }
      return item * 2
    } each: { item, result in
      seen.append(item)
      switch result {
      case .success(let value): #expect(value == item * 2)
      case .failure(let refusal):
        #expect(refusal == Refusal(item: item) && item.isMultiple(of: refused))
      }
    }
    #expect(seen == Array(0..<count))
    #expect(begun.load(ordering: .relaxed) == count)
  }

  @Test(
    "begins nothing more once a result is not taken", arguments: [1, 2, 4, 8], [0, 7, 99, 499])
  func stopped(jobs: Int, place: Int) {
    let work = OrderedWork(jobs: jobs, chunk: 3, window: 24)
    let begun = Atomic(0)
    var taken = 0
    #expect(throws: Stop.self) {
      try work.run(Array(0..<500)) { _, item in
        begun.wrappingAdd(1, ordering: .relaxed)
        return item
      } each: { item, _ throws(Stop) in
        if item == place { throw Stop() }
        taken += 1
      }
    }
    #expect(taken == place)
    let count = begun.load(ordering: .relaxed)
    #expect(count <= place + 1 + work.window + work.chunk, "what is begun stays within the window")
  }

  @Test("never runs further ahead than the window", arguments: [1, 5, 16])
  func bounded(window: Int) {
    let taken = Atomic(0)
    let furthest = Atomic(0)
    OrderedWork(jobs: 4, window: window).run(Array(0..<400)) { _, item in
      furthest.max(item - taken.load(ordering: .sequentiallyConsistent), ordering: .relaxed)
      return item
    } each: { item, _ in
      taken.store(item + 1, ordering: .sequentiallyConsistent)
    }
    // The result that is being taken counts as handed over.
    #expect(furthest.load(ordering: .relaxed) <= window + 1)
  }

  @Test("uses no more threads than it is told to", arguments: [1, 3])
  func threads(jobs: Int) {
    let numbers = Mutex<Set<Int>>([])
    let running = Atomic(0)
    let most = Atomic(0)
    OrderedWork(jobs: jobs).run(Array(0..<200)) { number, _ in
      most.max(running.wrappingAdd(1, ordering: .relaxed).newValue, ordering: .relaxed)
      numbers.withLock { _ = $0.insert(number) }
      running.wrappingSubtract(1, ordering: .relaxed)
    } each: { _, _ in
    }
    #expect(most.load(ordering: .relaxed) <= jobs)
    #expect(numbers.withLock { $0 }.isSubset(of: Set(0..<jobs)))
  }
}
