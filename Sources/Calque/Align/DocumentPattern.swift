public import CalqueModel
import CalqueSystem
import CalqueText

/// A pattern of the names of a folder's files: `{name}.{lang}.txt`.
///
/// `{lang}` matches one of the two languages of a pair, and `{name}` the rest. Files that do not
/// fit the pattern are ignored.
public struct DocumentPattern: Sendable {
  /// The text before, between and behind the two placeholders.
  private let fixed: [String]
  private let nameComesFirst: Bool

  /// The pattern as it was written.
  public let text: String

  /// The default pattern.
  public static let usual = "{name}.{lang}.txt"

  /// Reads a pattern.
  ///
  /// - Throws: `WorkspaceError` of the kind `request` if a placeholder is missing or the pattern
  ///   contains folders.
  public init(_ text: String) throws(WorkspaceError) {
    let byName = Self.cut(text, at: "{name}")
    guard byName.count == 2 else { throw Self.wrong(text) }
    let before = Self.cut(byName[0], at: "{lang}")
    let behind = Self.cut(byName[1], at: "{lang}")
    guard before.count + behind.count == 3, !text.utf8.contains(UInt8(ascii: "/")) else {
      throw Self.wrong(text)
    }
    self.text = text
    nameComesFirst = behind.count == 2
    fixed = before + behind
    // With `{name}{lang}`, the end of any name would count as a language.
    guard !fixed[1].isEmpty else { throw Self.wrong(text) }
  }

  private static func wrong(_ text: String) -> WorkspaceError {
    .usage(
      "the pattern '\(text)' does not say where name and language stand; write one as \(usual)")
  }

  /// The pieces of a text between the occurrences of a separator; names are compared as bytes.
  private static func cut(_ text: String, at separator: String) -> [String] {
    let (bytes, mark) = (Array(text.utf8), Array(separator.utf8))
    var parts: [String] = []
    var (start, place) = (0, 0)
    while place < bytes.count {
      if bytes[place...].starts(with: mark) {
        parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
        place += mark.count
        start = place
      } else {
        place += 1
      }
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  /// The name of the file that holds a document in a language.
  func file(_ name: String, _ language: LanguageTag) -> String {
    let (first, second) = nameComesFirst ? (name, language.written) : (language.written, name)
    return fixed[0] + first + fixed[1] + second + fixed[2]
  }

  /// The document and the language that a file's name means; nil if the name does not fit.
  func name(of file: String, isLanguage: (LanguageTag) -> Bool) -> (String, LanguageTag)? {
    let bytes = Array(file.utf8)
    let (first, last) = (Array(fixed[0].utf8), Array(fixed[2].utf8))
    guard bytes.count > first.count + last.count, bytes.starts(with: first),
      bytes.suffix(last.count).elementsEqual(last)
    else { return nil }
    let middle = bytes.dropFirst(first.count).dropLast(last.count)
    let parts = Self.cut(String(decoding: middle, as: UTF8.self), at: fixed[1])
    guard parts.count > 1 else { return nil }
    let language = LanguageTag(nameComesFirst ? parts[parts.count - 1] : parts[0])
    let name = (nameComesFirst ? parts.dropLast() : parts.dropFirst()).joined(separator: fixed[1])
    return !name.isEmpty && isLanguage(language) ? (name, language) : nil
  }
}

/// The documents of a folder.
public struct DocumentFolder: Sendable {
  /// The two languages.
  public let pair: LanguagePair
  /// The documents with at least one file, by name.
  public let documents: [DocumentPair]
  /// Whether the pair was found in the files' names.
  public let isPairFound: Bool

  /// Finds the documents of a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder; folders inside it are ignored.
  ///   - pattern: the pattern of the files' names.
  ///   - pair: the two languages; nil to find them in the names.
  ///   - preferred: the configured pair, which decides which of two languages is the source.
  /// - Throws: `WorkspaceError` of the kind `request` if the folder does not exist, no file fits,
  ///   or the names leave a choice of languages.
  public init(
    _ folder: String, pattern: DocumentPattern, pair: LanguagePair?, preferred: LanguagePair?
  ) throws(WorkspaceError) {
    guard let files = Files.names(in: folder) else {
      throw .usage("\(folder): no such folder, or it cannot be read")
    }
    isPairFound = pair == nil
    let chosen: LanguagePair
    if let pair {
      chosen = pair
    } else {
      chosen = try Self.pair(of: files, in: folder, pattern, preferred: preferred)
    }
    self.pair = chosen
    let (source, target) = (chosen.source, chosen.target)
    var sides: [String: (source: String?, target: String?)] = [:]
    for file in files {
      guard
        let (name, language) = pattern.name(
          of: file, isLanguage: { $0 == source || $0 == target })
      else { continue }
      if language == source {
        sides[name, default: (nil, nil)].source = Paths.join(folder, file)
      } else {
        sides[name, default: (nil, nil)].target = Paths.join(folder, file)
      }
    }
    guard !sides.isEmpty else {
      throw .usage(
        "\(folder): no file is named \(pattern.file("{name}", source)) or "
          + "\(pattern.file("{name}", target))", remedy: .namePattern)
    }
    documents = sides.map { name, files in
      DocumentPair(name: name, source: files.source, target: files.target)
    }
    .sorted { Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The pair in the files' names.
  ///
  /// The configured pair comes first if the names have both its languages, or one of them and no
  /// other. Otherwise the pair is the only two languages, with the usual target as target if it is
  /// one of them.
  private static func pair(
    of files: [String], in folder: String, _ pattern: DocumentPattern, preferred: LanguagePair?
  ) throws(WorkspaceError) -> LanguagePair {
    var languages: [LanguageTag] = []
    for file in files {
      if let (_, language) = pattern.name(of: file, isLanguage: DocumentPair.isLanguage),
        !languages.contains(language)
      {
        languages.append(language)
      }
    }
    if let preferred, !languages.isEmpty,
      languages.allSatisfy({ $0 == preferred.source || $0 == preferred.target })
        || languages.contains(preferred.source) && languages.contains(preferred.target)
    {
      return preferred
    }
    let usual = LanguageTag(Language.usualTarget.primary)
    if languages.count == 2, let other = languages.first(where: { $0 != usual }),
      languages.contains(usual)
    {
      return LanguagePair(source: other, target: usual)
    }
    languages.sort { $0.key < $1.key }
    let found =
      languages.isEmpty
      ? "no file's name tells its language as in \(pattern.text)"
      : "its files are in \(languages.map(\.written).joined(separator: ", "))"
    throw .usage("\(folder): \(found)", remedy: languages.isEmpty ? .namePattern : .namePair)
  }
}
