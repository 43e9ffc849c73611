public import CalqueModel
import CalqueSystem
import CalqueText

/// Two files that hold a document and its translation.
public struct DocumentPair: Hashable, Sendable {
  /// The common part of the two files' names.
  public let name: String
  /// The file of the source; nil if it is missing.
  public let source: String?
  /// The file of the target; nil if it is missing.
  public let target: String?
  /// The confidence that the two files are a document and its translation, from 0 to 1.
  ///
  /// It is less than 1 where they were paired by their content. No sentences of theirs are surer.
  public internal(set) var confidence = 1.0

  /// Pairs two files.
  public init(source: String, target: String) {
    self.init(name: Self.stem(source), source: source, target: target)
  }

  init(name: String, source: String?, target: String?) {
    self.name = name
    self.source = source
    self.target = target
  }

  /// The languages in the two files' names: `story.fr.txt` and `story.en.txt`.
  public var namedPair: LanguagePair? {
    guard let source = source.flatMap(Self.language), let target = target.flatMap(Self.language),
      source != target
    else { return nil }
    return LanguagePair(source: source, target: target)
  }

  /// The two files in the order of a pair; exchanged if their names show the opposite order.
  ///
  /// - Throws: `WorkspaceError` of the kind `request` if the names show two languages that are not
  ///   the pair's.
  public func inOrder(of pair: LanguagePair) throws(WorkspaceError) -> DocumentPair {
    guard let first = source, let second = target else { return self }
    let named = [first, second].map(Self.language)
    func say(_ source: LanguageTag, _ target: LanguageTag) -> Bool {
      zip(named, [source, target]).allSatisfy { name, tag in
        name.map { $0.primary == tag.primary } ?? true
      }
    }
    if say(pair.source, pair.target) { return self }
    if say(pair.target, pair.source) {
      return DocumentPair(name: name, source: second, target: first)
    }
    // The end of a single name may only look like a language: `report.id.txt`.
    guard let one = named[0], let other = named[1] else { return self }
    let names = "\(Paths.name(of: first)) and \(Paths.name(of: second))"
    if one.primary == other.primary {
      throw .usage(
        "\(names) both say \(one) in their names, and the pair is \(pair)",
        remedy: "rename the file that is in another language")
    }
    throw .usage(
      "\(names) say \(one) and \(other) in their names, and the pair is \(pair)",
      remedy: .choosePair([LanguagePair(source: one, target: other)]))
  }

  /// The language in a file's name: before the last dot or behind it.
  private static func language(of path: String) -> LanguageTag? {
    let parts = parts(path)
    return parts[1...].suffix(2).map { LanguageTag($0) }.first(where: isLanguage)
  }

  private static func stem(_ path: String) -> String {
    let parts = parts(path)
    let named = (1..<parts.count).suffix(2).first { isLanguage(LanguageTag(parts[$0])) }
    return parts[..<(named ?? max(1, parts.count - 1))].joined(separator: ".")
  }

  private static func parts(_ path: String) -> [String] {
    Paths.name(of: path).utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  /// Whether a tag has two letters, and possibly a region or script: three letters are also file
  /// types.
  static func isLanguage(_ tag: LanguageTag) -> Bool {
    tag.primary.utf8.count == 2 && tag.isWellFormed && Language(tag).isKnown
  }
}
