/// Work on a list by several threads, with the results in the order of the list.
///
///     try OrderedWork(jobs: 4).run(files) { _, file in
///       read(file)
///     } each: { file, result in
///       try print(file, result)
///     }
///
/// The calling thread takes part in the work, and hands over each result as soon as the results
/// before it are handed over. So a system that gives no threads makes the work slower and has no
/// other effect. The window bounds the number of results that wait. The results do not depend on
/// the number of threads.
package struct OrderedWork: Sendable {
  /// The number of threads that work, the calling one included.
  package let jobs: Int
  /// The number of items that a thread takes at once.
  package let chunk: Int
  /// The maximum number of items begun beyond the results that were handed over.
  package let window: Int

  /// Describes the work.
  ///
  /// - Parameters:
  ///   - jobs: the number of threads that work at the same time.
  ///   - chunk: the number of items that a thread takes at once; a small item is not worth a lock.
  ///   - window: the maximum number of items begun beyond the results that were handed over; by
  ///     default 8 chunks a thread.
  package init(jobs: Int, chunk: Int = 1, window: Int? = nil) {
    self.jobs = max(1, jobs)
    self.chunk = max(1, chunk)
    self.window = max(self.chunk, window ?? 8 * self.jobs * self.chunk)
  }

  /// Works on all items.
  ///
  /// - Parameters:
  ///   - items: the items.
  ///   - work: the work on an item; the number, from 0 to `jobs - 1`, identifies the thread.
  ///   - each: takes the results one after the other on the calling thread. An error of `each` ends
  ///     the work: no further item is begun, and the items that were begun are completed.
  /// - Throws: the error of `each`.
  package func run<Item: Sendable, Value: Sendable, Failure: Error, Stop: Error>(
    _ items: [Item], work: @escaping @Sendable (Int, Item) throws(Failure) -> Value,
    each: (Item, Result<Value, Failure>) throws(Stop) -> Void
  ) throws(Stop) {
    // A thread is started only for a chunk of its own.
    let threads = min(jobs, (items.count + chunk - 1) / chunk)
    if threads <= 1 {
      for item in items {
        try each(item, Result { () throws(Failure) -> Value in try work(0, item) })
      }
      return
    }
    let run = OrderedRun(items, of: self, work)
    let others = (1..<threads).compactMap { number in
      WorkerThread { run.work(as: number) }
    }
    defer {
      run.cancel()
      for thread in others { thread.join() }
    }
    for item in items { try each(item, run.next()) }
  }
}

/// The state of work in progress.
private final class OrderedRun<Item: Sendable, Value: Sendable, Failure: Error>: Sendable {
  private struct State {
    /// The first item that is not begun.
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

  /// Prevents the beginning of further items.
  func cancel() { state.change { $0.isCancelled = true } }

  /// Works until no item is left.
  func work(as number: Int) {
    while let range = state.wait(for: claimOrEnd) { perform(range, as: number) }
  }

  /// The next result in the order of the items; until it is ready, the calling thread works on
  /// items.
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

  /// The next step of a working thread: items, `.some(nil)` for the end, or nil for waiting.
  private func claimOrEnd(_ state: inout State) -> Range<Int>?? {
    if state.isCancelled || state.next >= items.count { return .some(nil) }
    return claim(&state).map(Optional.some)
  }

  /// The next step of the calling thread; nil for waiting.
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
