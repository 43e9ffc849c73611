import CalqueAlign
import CalqueDocuments
import CalqueFormats
import CalqueModel
import CalqueText

extension Workspace {
  /// Checks a translation against its source: terms, numbers, dates, names, what is left over.
  ///
  ///     var options = CheckOptions()
  ///     options.pair = LanguagePair("fr-en")
  ///     let report = try workspace.check("story.fr.txt", against: "story.en.txt", options)
  ///     for finding in report.findings { print(finding.target.line, finding.message) }
  ///
  /// The two texts are cut into sentences and aligned, unless they are segmented.
  ///
  /// - Parameters:
  ///   - source: the file of the source, in any format that `align` reads.
  ///   - target: the file of the translation.
  ///   - options: the options.
  /// - Returns: the findings, in the order of the source.
  /// - Throws: `WorkspaceError` if a file or the store cannot be read, if a text is surely in another
  ///   language than the pair's, or if segmented texts have unequal numbers of lines.
  public func check(
    _ source: String, against target: String, _ options: CheckOptions = CheckOptions()
  ) throws(WorkspaceError) -> CheckReport {
    let files = DocumentPair(source: source, target: target)
    var options = options
    if options.pair == nil { options.pair = files.namedPair }
    let first = try DocumentText.contents(of: source, encoding: options.encoding)
    let second = try DocumentText.contents(of: target, encoding: options.encoding)
    var report = try check(
      text: first.text, against: second.text, named: (source, target), options)
    report.warnings = first.warnings + second.warnings
    return report
  }

  /// Checks a translation against its source, given as texts.
  ///
  ///     let report = try workspace.check(text: french, against: english)
  ///
  /// - Parameters:
  ///   - text: the source.
  ///   - translation: the translation.
  ///   - names: the names of the two texts in the findings.
  ///   - options: the options.
  /// - Returns: the findings, in the order of the source; offsets are UTF-8 bytes of the texts.
  /// - Throws: `WorkspaceError`, as for files.
  public func check(
    text: String, against translation: String, named names: (String, String) = ("source", "target"),
    _ options: CheckOptions = CheckOptions()
  ) throws(WorkspaceError) -> CheckReport {
    let pair = try pair(named: options.pair)
    let source = CheckedText(
      text, file: names.0, language: pair.source, isPresegmented: options.isPresegmented)
    let target = CheckedText(
      translation, file: names.1, language: pair.target, isPresegmented: options.isPresegmented)
    let pairs = try checkedPairs(source, target, pair, options)
    return try WorkspaceError.carrying {
      try CheckRun(
        workspace: self, pair: pair, source: source, target: target, pairs: pairs, options: options
      ).carryOut()
    }
  }

  /// The pairs of segments: line by line, or as the aligner joins the sentences.
  private func checkedPairs(
    _ source: CheckedText, _ target: CheckedText, _ pair: LanguagePair, _ options: CheckOptions
  ) throws(WorkspaceError) -> [CheckedPair] {
    if options.isPresegmented {
      guard source.segments.count == target.segments.count else {
        throw .file(
          FormatError(
            place: SourcePlace(file: target.file),
            message: "has \(target.segments.count) lines, and \(source.file) has "
              + "\(source.segments.count)",
            remedy: "give a line of the translation to each line of the source"),
          readable: nil)
      }
      return zip(source.segments, target.segments).enumerated().map {
        CheckedPair(number: $0.offset, source: $0.element.0, target: $0.element.1)
      }
    }
    let aligner = try documentAligner(pair: pair)
    let aligned = try aligner.align(
      source: source.text, target: target.text,
      of: DocumentPair(name: source.file, source: source.file, target: target.file))
    var before = (source: 0, target: 0)
    return aligned.links.enumerated().map { number, link in
      let first = stretch(link.source, of: source, behind: &before.source)
      let second = stretch(link.target, of: target, behind: &before.target)
      return CheckedPair(number: number, source: first, target: second)
    }
  }

  /// The stretch of some segments; where there are none, the empty one behind the last.
  private func stretch(
    _ segments: [Int], of text: CheckedText, behind last: inout Int
  ) -> Range<Int> {
    guard let first = segments.first, let end = segments.last else { return last..<last }
    let range = text.segments[first].lowerBound..<text.segments[end].upperBound
    last = range.upperBound
    return range
  }
}
