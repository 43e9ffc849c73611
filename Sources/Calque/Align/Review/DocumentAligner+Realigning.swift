import CalqueAlign
import CalqueFormats
import CalqueModel

extension DocumentAligner {
  /// Aligns a document anew around the beads that a person has accepted in a sheet.
  ///
  /// The rows that a person has accepted, merged or split stay as they are. The sentences between
  /// them are aligned again, and teach each other their words. A row that a person has rejected
  /// stays rejected if it comes out again.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - sheet: the sheet, whose rows of the document are replaced.
  ///   - path: the sheet's file, for errors.
  /// - Throws: `WorkspaceError` of the kind `file` if a file cannot be read, or if the document has
  ///   changed since the sheet was written.
  public func realign(
    _ document: DocumentPair, in sheet: inout ReviewSheet, from path: String
  ) throws(WorkspaceError) {
    let texts = try read(document)
    let own = sheet.rows.filter { $0.document == document.name }
    try checkUnchanged(own, texts, path)
    let fixed = FixedBeads(try accepted(own, path))
    let gaps = fixed.gaps(source: texts.source.numbers, target: texts.target.numbers)
    let beads = sentences.align(gaps.map { pair(of: $0, texts) })
    var rows = own.filter { isLeftOut($0, texts) }
    for (gap, beads) in zip(gaps, beads) {
      for bead in beads.map({ $0.inDocument(ofConfidence: texts.confidence) }) {
        let link = AlignedLink(
          source: bead.source.map { gap.source[$0] }, target: bead.target.map { gap.target[$0] },
          confidence: bead.confidence)
        rows.append(row(link, of: document.name, texts, rejected: own))
      }
      for bead in gap.moved + (gap.next.map { [$0] } ?? []) { rows += bead.rows.map { own[$0] } }
    }
    for place in rows.indices { rows[place].bead = place + 1 }
    sheet.replace(rowsOf: document.name, by: rows)
  }

  /// Whether a row is of sentences that are not aligned, such as a dateline: it stays as it is.
  private func isLeftOut(_ row: ReviewRow, _ texts: Segmented) -> Bool {
    guard row.decision == nil else { return false }
    let (source, target) = (Set(texts.source.numbers), Set(texts.target.numbers))
    let (own, other) = (row.sourceSpan ?? 0..<0, row.targetSpan ?? 0..<0)
    return !own.isEmpty != !other.isEmpty
      && own.allSatisfy { !source.contains($0) } && other.allSatisfy { !target.contains($0) }
  }

  /// Compares the rows with the sentences of the document, by which they are numbered.
  ///
  /// A person may edit the texts of a row that is judged; the others stand there as they were
  /// written, unless the document has changed.
  private func checkUnchanged(
    _ rows: [ReviewRow], _ texts: Segmented, _ path: String
  ) throws(WorkspaceError) {
    func changed(_ row: ReviewRow, _ message: String) -> WorkspaceError {
      .file(
        FormatError(
          place: SourcePlace(file: path, line: row.line, column: 1),
          message: "the document \(row.document) has \(message)",
          remedy: "the document has changed: write a new sheet"),
        readable: nil)
    }
    let sides = [texts.source.all, texts.target.all]
    var other: [ReviewRow] = []
    for row in rows {
      for (span, sentences) in zip([row.sourceSpan, row.targetSpan], sides)
      where span.map({ $0.upperBound > sentences.count }) == true {
        throw changed(row, "fewer sentences than the row says")
      }
      let spans = zip(zip([row.source, row.target], [row.sourceSpan, row.targetSpan]), sides)
      if spans.contains(where: { part, sentences in
        part.1.map { Self.words(part.0) != Self.words(Array(sentences[$0])) } ?? false
      }) {
        other.append(row)
      }
    }
    let first = other.first { $0.decision == nil || $0.decision == .reject }
    if let first { throw changed(first, "another sentence where the row is") }
    if other.count * 2 > rows.count {
      throw changed(other[0], "other sentences where the rows are")
    }
  }

  /// The words of some parts, whatever white space stands between them.
  private static func words(_ parts: [String]) -> [Substring] {
    parts.flatMap { $0.split(whereSeparator: \.isWhitespace) }
  }

  /// The accepted beads of a document's rows; merged rows are one bead.
  private func accepted(
    _ rows: [ReviewRow], _ path: String
  ) throws(WorkspaceError) -> [FixedBeads.Bead] {
    var beads: [FixedBeads.Bead] = []
    let groups = try ReviewSheet.mergedGroups(of: rows, in: path)
    for (place, row) in rows.enumerated() {
      let members: [Int]
      switch row.decision {
      case .accept, .split: members = [place]
      case .merge: members = groups[place] ?? []
      case .reject, nil: continue
      }
      let spans = (
        members.compactMap { rows[$0].sourceSpan }, members.compactMap { rows[$0].targetSpan }
      )
      guard let source = Self.union(spans.0), let target = Self.union(spans.1) else { continue }
      beads.append(FixedBeads.Bead(rows: members, source: source, target: target))
    }
    return beads
  }

  private static func union(_ spans: [Range<Int>]) -> Range<Int>? {
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
      return nil
    }
    return first..<last
  }

  /// The sentences of a stretch, with the paragraphs that they have in the whole document.
  private func pair(of gap: FixedBeads.Gap, _ texts: Segmented) -> AlignmentPair {
    func text(_ numbers: [Int], _ segments: Segments) -> AlignmentText {
      let wanted = Set(numbers)
      let paragraphs = zip(segments.numbers, segments.paragraphs)
        .filter { wanted.contains($0.0) }.map(\.1)
      return AlignmentText(numbers.map { segments.all[$0] }, paragraphs: paragraphs)
    }
    return AlignmentPair(text(gap.source, texts.source), text(gap.target, texts.target))
  }

  private func row(
    _ link: AlignedLink, of document: String, _ texts: Segmented, rejected own: [ReviewRow]
  ) -> ReviewRow {
    var row = ReviewRow(
      confidence: link.confidence, source: link.source.map { texts.source.all[$0] },
      target: link.target.map { texts.target.all[$0] }, document: document, bead: 0,
      sourceSpan: ReviewSheet.span(link.source), targetSpan: ReviewSheet.span(link.target),
      paragraph: link.source.first.map { texts.source.allParagraphs[$0] + 1 })
    let wasRejected = own.contains {
      $0.decision == .reject && $0.sourceSpan == row.sourceSpan && $0.targetSpan == row.targetSpan
    }
    if wasRejected { row.decision = .reject }
    return row
  }
}
