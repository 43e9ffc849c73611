import Calque
import CalqueModel
import CalqueSystem

/// Many documents: those of a folder, of two folders, or of a list.
extension AlignVerb {
  /// Aligns the documents of a folder, by the names of its files.
  func alignFolder(_ dir: String) throws {
    let folder = try DocumentFolder(
      dir, pattern: DocumentPattern(pattern), pair: pair.pair, preferred: configuration().pair)
    if folder.isPairFound { Talk.line("\(dir): \(folder.pair), as its files are named") }
    if realign, let review { return try realign(folder.documents, in: review, folder.pair) }
    try alignAll(folder.documents, in: folder.pair, title: dir)
  }

  /// Aligns documents, and goes on past those that cannot be aligned.
  ///
  /// - Parameters:
  ///   - documents: the documents.
  ///   - pair: the two languages.
  ///   - title: the words before the progress bar.
  ///   - wasRefused: whether files were refused before.
  /// - Throws: `ExitStatus.refused` at the end if documents were refused; any error of the output.
  func alignAll(
    _ documents: [DocumentPair], in pair: LanguagePair, title: String, wasRefused: Bool = false
  ) throws {
    var alignment = BatchAlignment(try aligner(pair), documents: documents)
    (alignment.jobs, alignment.batchSize, alignment.isResumed) = (jobs, batchSize, resume)
    alignment.intake = try into.map { try memory(named: $0) }
    if let output, output != "-" {
      alignment.outputs = (try AlignmentFolder(output, format: format), minConfidence ?? 0)
    }
    try carryOut(&alignment, of: title, in: pair, wasRefused: wasRefused)
  }

  private func carryOut(
    _ alignment: inout BatchAlignment, of dir: String, in pair: LanguagePair, wasRefused: Bool
  ) throws {
    let isPrinted = output == "-" || output == nil && into == nil && review == nil
    var writer = isPrinted ? self.writer(pair) : nil
    var sheet = review.map { _ in ReviewSheet(pair: pair) }
    let count = alignment.documents.count
    let progress = Progress(dir, total: count)
    if into != nil || alignment.outputs != nil {
      ProcessControl.setLastWords(
        "\ninterrupted: the batches that are whole stay; the same command with --resume goes on\n")
    }
    defer {
      progress.finish()
      ProcessControl.setLastWords(nil)
    }
    alignment.progress = { share, summary in
      progress.advance(to: Int(share * Double(count)), detail: AlignPage.progress(of: summary))
    }
    var isRefused = wasRefused
    let summary: AlignmentSummary
    do {
      summary = try alignment.run { event, _ in
        switch event {
        case .aligned(let document, _):
          for warning in document.warnings { Talk.warning(warning) }
          try writer?.write(document)
          sheet?.add(document)
        case .refused(_, let error):
          Talk.error("\(error)")
          isRefused = true
        }
      }
      try writer?.finish()
    } catch let error as OutputError where isRefused {
      throw error.keepingRefusal
    }
    progress.finish()
    if json.isOn, with == nil { try Output.standard.write(summary.json + "\n") }
    Talk.line(AlignPage.line(of: summary))
    if let review, let sheet { try write(sheet, to: review) }
    if let intake = alignment.intake, let into {
      Talk.line(AlignPage.stored(intake, into: into))
    }
    if isRefused { throw ExitStatus.refused }
  }
}
