import CalqueAlign
import CalqueDocuments
public import CalqueModel
import CalqueSystem

/// Two folders of documents in two languages, paired by what stands in the documents.
///
///     let folders = try PairedFolders("FR", with: "EN", pair: LanguagePair("fr-en"))
///     for document in folders.documents { print(document.source, document.target) }
public struct PairedFolders: Sendable {
  /// A document with its counterpart, or a document that has none.
  public struct Entry: Hashable, Sendable {
    /// The file of the source; nil for a target document without a counterpart.
    public let source: String?
    /// The file of the target; nil for a source document without a counterpart.
    public let target: String?
    /// The confidence in the pair, from 0.5 to 1; nil for a document without a counterpart.
    public let confidence: Double?
  }

  /// The two languages.
  public let pair: LanguagePair
  /// The pairs in the order of their source files, then the documents without a counterpart.
  public let entries: [Entry]
  /// The errors of the files that could not be read, or that are in neither language.
  public let refused: [WorkspaceError]
  /// Whether the documents of the first folder are the target's, against what was said.
  public let isTurned: Bool

  /// Reads and pairs the documents of two folders; folders inside them are read as well.
  ///
  /// - Parameters:
  ///   - folder: the folder of the source documents.
  ///   - other: the folder of the target documents.
  ///   - pair: the two languages.
  ///   - encoding: the encoding of the files; nil to find it.
  ///   - jobs: the number of documents that are read at the same time.
  /// - Throws: `WorkspaceError` of the kind `request` if a folder does not exist or has no document,
  ///   or if both folders are in one language.
  public init(
    _ folder: String, with other: String, pair: LanguagePair, encoding: String? = nil,
    jobs: Int = 1
  ) throws(WorkspaceError) {
    let first = try FolderTexts(folder, pair: pair, encoding: encoding, jobs: jobs)
    let second = try FolderTexts(other, pair: pair, encoding: encoding, jobs: jobs)
    // Short texts may show no language: one folder that does is enough.
    isTurned =
      second.leansToSource && !first.leansToSource
      || first.leansToTarget && !second.leansToTarget
    if first.leansToTarget, !isTurned {
      throw Self.oneLanguage(folder, other, pair.target, missing: pair.source)
    }
    if second.leansToSource, !isTurned {
      throw Self.oneLanguage(folder, other, pair.source, missing: pair.target)
    }
    let (source, target) = isTurned ? (second, first) : (first, second)
    var pairing = DocumentPairing(lexicon: BilingualLexicon.shipped(for: pair))
    let (sources, sourceErrors) = source.documents(.source)
    let (targets, targetErrors) = target.documents(.target)
    for document in sources { pairing.addSource(document.text) }
    for document in targets { pairing.addTarget(document.text) }
    self.pair = pair
    refused = sourceErrors + targetErrors
    var matches = pairing.matches()
    if min(sources.count, targets.count) <= Self.fewDocuments {
      let aligner = DocumentAligner(pair: pair)
      matches.removeAll {
        !Self.isTranslated(sources[$0.source].text, targets[$0.target].text, aligner)
      }
    }
    entries = Self.entries(
      matches, sources: sources.map(\.path), targets: targets.map(\.path))
  }

  /// The number of documents of a side up to which pairs are aligned before they are believed.
  ///
  /// A resemblance tells little where there are few others to compare it with.
  private static let fewDocuments = 8

  /// Whether a good part of the sentences of two texts are each other's translations.
  private static func isTranslated(
    _ source: String, _ target: String, _ aligner: DocumentAligner
  ) -> Bool {
    // Texts that cannot be aligned stay a pair, of which the alignment tells what is wrong.
    guard let aligned = try? aligner.align(source: source, target: target) else { return true }
    let sure = aligned.links.filter {
      !$0.source.isEmpty && !$0.target.isEmpty && $0.confidence >= 0.5
    }
    let shorter = min(aligned.source.count, aligned.target.count)
    let linked = min(
      sure.reduce(0) { $0 + $1.source.count }, sure.reduce(0) { $0 + $1.target.count })
    return linked * 4 >= shorter
  }

  private static func oneLanguage(
    _ folder: String, _ other: String, _ found: LanguageTag, missing: LanguageTag
  ) -> WorkspaceError {
    .usage(
      "\(folder) and \(other) both hold texts in \(found.englishName)",
      remedy: "name a folder of texts in \(missing.englishName)")
  }

  private static func entries(
    _ matches: [DocumentPairing.Match], sources: [String], targets: [String]
  ) -> [Entry] {
    var entries: [Entry] = []
    for match in matches.sorted(by: { $0.source < $1.source }) {
      entries.append(
        Entry(
          source: sources[match.source], target: targets[match.target],
          confidence: match.confidence))
    }
    let paired = (Set(matches.map(\.source)), Set(matches.map(\.target)))
    for (number, path) in sources.enumerated() where !paired.0.contains(number) {
      entries.append(Entry(source: path, target: nil, confidence: nil))
    }
    for (number, path) in targets.enumerated() where !paired.1.contains(number) {
      entries.append(Entry(source: nil, target: path, confidence: nil))
    }
    return entries
  }

  /// The pairs as documents to align, each with a name of its own.
  public var documents: [DocumentPair] {
    let paired = entries.compactMap { entry -> (files: (String, String), confidence: Double)? in
      guard let source = entry.source, let target = entry.target else { return nil }
      return ((source, target), entry.confidence ?? 1)
    }
    return zip(DocumentPair.named(paired.map(\.files)), paired).map { document, paired in
      var document = document
      document.confidence = paired.confidence
      return document
    }
  }
}

extension PairedFolders.Entry {
  /// The entry as one line of JSON, without the line's end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("source", source)
      json.member("target", target)
      if let confidence { json.member("confidence", confidence, digits: 4) }
    }
    return json.text
  }
}

/// The texts of a folder's documents, and the languages that they are in.
private struct FolderTexts {
  /// A document that was read, or the error of its file.
  private struct Read: Sendable {
    let path: String
    let result: Result<String, WorkspaceError>
    let direction: TextDirection
  }

  private let reads: [Read]
  private let pair: LanguagePair

  /// Whether most of the texts that show a language are in the target's.
  let leansToTarget: Bool
  /// Whether most of the texts that show a language are in the source's.
  let leansToSource: Bool

  init(
    _ folder: String, pair: LanguagePair, encoding: String?, jobs: Int
  ) throws(WorkspaceError) {
    let files = try DocumentWalk.files(in: folder)
    self.pair = pair
    var reads: [Read] = []
    var sure = 0
    OrderedWork(jobs: jobs).run(files) { _, path throws(WorkspaceError) in
      try DocumentText.read(path, encoding: encoding).text
    } each: { path, result in
      var direction = TextDirection.source
      if case .success(let text) = result {
        direction = TextDirection(of: text, in: pair)
        // A text that nothing contradicts is only perhaps in the source language.
        if TextDirection(of: text, in: pair.reversed) == .target { sure += 1 }
      }
      reads.append(Read(path: path, result: result, direction: direction))
    }
    self.reads = reads
    let others = reads.count { $0.direction == .target }
    (leansToSource, leansToTarget) = (sure > others, others > sure)
  }

  /// The documents in the language of a side, and the errors of the others.
  func documents(
    _ side: TextDirection
  ) -> (texts: [(path: String, text: String)], errors: [WorkspaceError]) {
    var texts: [(path: String, text: String)] = []
    var errors: [WorkspaceError] = []
    let asked = side == .source ? pair : pair.reversed
    for read in reads {
      switch read.result {
      case .failure(let error): errors.append(error)
      case .success(let text):
        if let error = DocumentAligner.contradiction(
          TextDirection(of: text, in: asked), of: read.path, in: asked,
          remedy: "put it into the folder of its language")
        {
          errors.append(error)
        } else {
          texts.append((read.path, text))
        }
      }
    }
    return (texts, errors)
  }
}
