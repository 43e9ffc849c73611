/// Work on a list by several threads, whose results are handed over in the order of the list.
///
///     try OrderedWork(jobs: 4).run(files) { _, file in
///       read(file)
///     } each: { file, result in
///       try print(file, result)
///     }
///
/// The calling thread takes part in the work and hands the results over as soon as they are next, so
/// that a system that gives no threads makes the work slower and nothing else. Results that wait are
/// bounded by the window. What is handed over does not depend on the number of threads.
package struct OrderedWork: Sendable {
  /// How many threads work, the calling one among them.
  package let jobs: Int
  /// How many items a thread takes at once.
  package let chunk: Int
  /// How many items can be begun before the first result that is not handed over.
  package let window: Int

  /// Describes the work.
  ///
  /// - Parameters:
  ///   - jobs: how many threads work at the same time.
  ///   - chunk: how many items a thread takes at once; small items are not worth a lock each.
  ///   - window: how many items can be ahead of what is handed over; 8 chunks a thread by default.
  package init(jobs: Int, chunk: Int = 1, window: Int? = nil) {
    self.jobs = max(1, jobs)
    self.chunk = max(1, chunk)
    self.window = max(self.chunk, window ?? 8 * self.jobs * self.chunk)
  }

  /// Works on all items.
  ///
  /// - Parameters:
  ///   - items: the items.
  ///   - work: the work on an item; the number, from 0 to `jobs - 1`, tells which thread asks.
  ///   - each: takes the results one after the other on the calling thread. What it throws ends the
  ///     work: no further item is begun, and those that are begun are waited for.
  /// - Throws: what `each` throws.
  package func run<Item: Sendable, Value: Sendable, Failure: Error, Stop: Error>(
    _ items: [Item], work: @escaping @Sendable (Int, Item) throws(Failure) -> Value,
    each: (Item, Result<Value, Failure>) throws(Stop) -> Void
  ) throws(Stop) {
    let run = OrderedRun(items, of: self, work)
    // A thread needs a chunk of its own to be worth starting.
    let threads = min(jobs, (items.count + chunk - 1) / chunk)
    let others =
      threads > 1
      ? (1..<threads).compactMap { number in
        WorkerThread { run.work(as: number) }
      } : []
    defer {
      run.cancel()
      for thread in others { thread.join() }
    }
    for item in items { try each(item, run.next()) }
  }
}

/// The state of work that is under way.
private final class OrderedRun<Item: Sendable, Value: Sendable, Failure: Error>: Sendable {
  private struct State {
    /// The first item that nobody has begun.
    var next = 0
    /// The number of results that were handed over.
    var delivered = 0
    /// The results that wait, by item.
    var results: [Int: Result<Value, Failure>] = [:]
    var isCancelled = false
  }

  private enum Step {
    case deliver(Result<Value, Failure>)
    case work(Range<Int>)
  }

  private let items: [Item]
  private let limits: OrderedWork
  private let body: @Sendable (Int, Item) throws(Failure) -> Value
  private let state = Monitor(State())

  init(
    _ items: [Item], of limits: OrderedWork,
    _ body: @escaping @Sendable (Int, Item) throws(Failure) -> Value
  ) {
    self.items = items
    self.limits = limits
    self.body = body
  }

  /// Begins no further item.
  func cancel() { state.change { $0.isCancelled = true } }

  /// Works until no item is left.
  func work(as number: Int) {
    while let range = state.wait(for: claimOrEnd) { perform(range, as: number) }
  }

  /// The next result in the order of the items; works meanwhile where there is something to do.
  func next() -> Result<Value, Failure> {
    while true {
      switch state.wait(for: nextStep) {
      case .deliver(let result):
        state.change { $0.delivered += 1 }
        return result
      case .work(let range): perform(range, as: 0)
      }
    }
  }

  private func perform(_ range: Range<Int>, as number: Int) {
    let results = items[range].map { item in
      Result { () throws(Failure) -> Value in try body(number, item) }
    }
    state.change { state in
      for (place, result) in zip(range, results) { state.results[place] = result }
    }
  }

  /// What a working thread does: `.some(nil)` for the end, nil for waiting.
  private func claimOrEnd(_ state: inout State) -> Range<Int>?? {
    if state.isCancelled || state.next >= items.count { return .some(nil) }
    return claim(&state).map(Optional.some)
  }

  /// What the calling thread does; nil for waiting.
  private func nextStep(_ state: inout State) -> Step? {
    if let result = state.results.removeValue(forKey: state.delivered) { return .deliver(result) }
    return claim(&state).map(Step.work)
  }

  private func claim(_ state: inout State) -> Range<Int>? {
    guard state.next < items.count, state.next < state.delivered + limits.window else {
      return nil
    }
    let range = state.next..<min(items.count, state.next + limits.chunk)
    state.next = range.upperBound
    return range
  }
}
