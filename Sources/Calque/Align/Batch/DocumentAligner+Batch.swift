import CalqueAlign
import CalqueSystem

extension DocumentAligner {
  /// The number of documents that are aligned at the same time, unless another one is chosen: that
  /// of the processors.
  public static var usualJobs: Int { ProcessControl.processors }

  /// Aligns many documents; a document that fails does not stop the others.
  ///
  /// The documents are cut into batches, and those of a batch share one lexical model. The beads do
  /// not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - documents: the documents.
  ///   - jobs: the number of documents that are aligned at the same time.
  ///   - each: takes the results one after the other, in the documents' order; its error ends the
  ///     work.
  /// - Throws: the error of `each`.
  public func align<E: Error>(
    _ documents: [DocumentPair], jobs: Int = Self.usualJobs,
    each: (DocumentPair, Result<AlignedDocument, WorkspaceError>) throws(E) -> Void
  ) throws(E) {
    for batch in AlignmentBatch.batches(documents) {
      let results = aligned(read(batch, WorkerMap(jobs: jobs)), WorkerMap(jobs: jobs))
      for (document, result) in zip(batch.documents, results) { try each(document, result) }
    }
  }

  /// Reads the documents of a batch.
  func read(
    _ batch: AlignmentBatch, _ parallel: any ParallelMap
  ) -> [Result<Segmented, WorkspaceError>] {
    parallel.map(batch.documents) { document in
      Result { () throws(WorkspaceError) in try read(document) }
    }
  }

  /// Aligns those documents of a batch that could be read.
  func aligned(
    _ read: [Result<Segmented, WorkspaceError>], _ parallel: any ParallelMap
  ) -> [Result<AlignedDocument, WorkspaceError>] {
    var aligned = aligned(read.compactMap { try? $0.get() }, parallel).makeIterator()
    return read.map { result in
      result.map { document in
        aligned.next()
          ?? AlignedDocument(name: document.name, pair: pair, source: [], target: [], links: [])
      }
    }
  }
}

/// The map of a batch's documents by threads of the system.
struct WorkerMap: ParallelMap {
  /// The number of threads.
  let jobs: Int
  /// Is called on the calling thread after each item.
  var step: (@Sendable () -> Void)?

  func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) -> Value
  ) -> [Value] {
    var values: [Value] = []
    OrderedWork(jobs: jobs).run(items) { _, item in
      body(item)
    } each: { (_, result: Result<Value, Never>) in
      values.append(result.get())
      step?()
    }
    return values
  }
}
