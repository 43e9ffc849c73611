import CalqueAlign
import CalqueDocuments
public import CalqueModel
import CalqueStore
import CalqueText

/// Links the words of two texts whose lines translate each other.
///
///     let aligner = try workspace.wordAligner(pair: pair)
///     try aligner.links(source: ["le sommet de l' IA"], target: ["the AI summit"])
///     // ["0-0 1-2 4-1"]: places of words between spaces, source first
public struct LineWordAligner {
  private let pair: LanguagePair
  private let links: LinkFile?
  private let isReversed: Bool

  /// An aligner that knows the lexicon that comes with Calque alone.
  public init(pair: LanguagePair) {
    self.init(pair: pair, links: nil, isReversed: false)
  }

  init(pair: LanguagePair, links: LinkFile?, isReversed: Bool) {
    (self.pair, self.links, self.isReversed) = (pair, links, isReversed)
  }

  /// Links the words of lines.
  ///
  /// - Parameters:
  ///   - source: the lines in the source language; words stand between spaces.
  ///   - target: their translations, line by line.
  /// - Returns: for each line the links in the form of Pharaoh: `0-0 1-2`, places from 0, source
  ///   first.
  public func links(source: [String], target: [String]) -> [String] {
    var near = numbers(pair.source, isReversed ? links?.target : links?.source)
    var far = numbers(pair.target, isReversed ? links?.source : links?.target)
    var pairs = SentencePairs()
    for (source, target) in zip(source, target) {
      pairs.append(source: Self.words(source, &near), target: Self.words(target, &far))
    }
    var aligner: WordAligner
    var schedule = WordAligner.Schedule(words: 3, order: 6, fertility: 24, settling: 12)
    if let links {
      aligner = WordAligner(
        forward: links.model(forward: !isReversed, words: near.count + 1),
        backward: links.model(forward: isReversed, words: far.count + 1))
      schedule = .init(words: 0, order: 2, fertility: 20, settling: 12)
    } else {
      aligner = WordAligner(
        near, far, lexicons: [BilingualLexicon.shipped(for: pair)].compactMap(\.self))
    }
    return aligner.align(pairs, schedule: schedule, learns: false, chains: 4).map { links in
      links.map { "\($0.source)-\($0.target)" }.joined(separator: " ")
    }
  }

  /// The lines of a text file.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` if the file cannot be read.
  public static func lines(of path: String) throws(WorkspaceError) -> [String] {
    var lines = try DocumentText.contents(of: path).text
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private func numbers(_ language: LanguageTag, _ side: LinkFile.Side?) -> WordNumbers {
    side?.numbers(Language(language)) ?? WordNumbers(Language(language))
  }

  /// The words between spaces, each by its first token.
  private static func words(_ line: String, _ numbers: inout WordNumbers) -> [UInt32] {
    line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map {
      numbers.read(String($0)).first ?? 0
    }
  }
}

extension Workspace {
  /// An aligner of words that the memories have taught, and that links their words first where that
  /// was not done.
  ///
  /// - Parameters:
  ///   - pair: the two languages.
  ///   - progress: takes the share that is done, from 0 to 1.
  /// - Returns: the aligner.
  /// - Throws: `WorkspaceError` of the kind `store` if the store cannot be read.
  public func wordAligner(
    pair: LanguagePair, progress: @escaping (Double) -> Void = { _ in }
  ) throws(WorkspaceError) -> LineWordAligner {
    try WorkspaceError.carrying {
      let links = try WordLinkFolder(store, pair: pair).built(progress: progress)
      return LineWordAligner(pair: pair, links: links?.base, isReversed: pair.hasReversedLinks)
    }
  }
}
