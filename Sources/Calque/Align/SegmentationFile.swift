import CalqueDocuments
import CalqueFormats
import CalqueInput
public import CalqueModel
import CalqueText

/// Rules of segmentation from a file in SRX 2.0, in the place of Calque's own.
///
///     var aligner = try workspace.documentAligner(pair: pair)
///     aligner.segmentation = try SegmentationFile("house.srx", for: pair)
public struct SegmentationFile: Sendable {
  private let path: String
  private let source: [SegmentationRule]
  private let target: [SegmentationRule]

  /// The mark of the file's content, by which an interrupted alignment knows the same rules again.
  var mark: String { SHA256.ofFile(path) ?? path }

  /// Reads the rules for the two languages of a pair.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` if the file cannot be read, is no SRX, has a wrong
  ///   expression, or has no rules for one of the languages.
  public init(_ path: String, for pair: LanguagePair) throws(WorkspaceError) {
    self.path = path
    do throws(InputError) {
      let rules = try SRXRules(path: path)
      source = try rules.rules(for: pair.source)
      target = try rules.rules(for: pair.target)
    } catch {
      throw .file(FormatError(error, file: path), readable: nil)
    }
    for rules in [source, target] { _ = try splitter(rules) }
  }

  /// The sentences of a text.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - isSource: whether the text is in the source language.
  /// - Returns: the sentences, in order.
  /// - Throws: `WorkspaceError` of the kind `file` if a rule takes too long.
  func sentences(in text: String, isSource: Bool) throws(WorkspaceError) -> [Sentence] {
    let splitter = try splitter(isSource ? source : target)
    do throws(SegmentationFailure) {
      return try splitter.sentences(in: text)
    } catch {
      throw wrong(error)
    }
  }

  private func splitter(_ rules: [SegmentationRule]) throws(WorkspaceError) -> RuleSplitter {
    do throws(SegmentationFailure) {
      return try RuleSplitter(rules)
    } catch {
      throw wrong(error)
    }
  }

  private func wrong(_ failure: SegmentationFailure) -> WorkspaceError {
    .file(
      FormatError(
        place: SourcePlace(file: path, line: failure.line), message: failure.message),
      readable: nil)
  }
}
