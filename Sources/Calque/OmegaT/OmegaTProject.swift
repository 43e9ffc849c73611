public import CalqueModel
import CalqueSystem

/// A project folder of OmegaT: its memories and glossaries.
///
/// OmegaT applies what lies in `tm/auto` by itself, takes ten points off what lies in
/// `tm/penalty-10`, and reads every file in `glossary`.
public struct OmegaTProject: Sendable {
  /// The folder.
  public let folder: String
  /// The languages that `omegat.project` names; nil without that file.
  public let pair: LanguagePair?
  /// The memories: what the project has translated, and the files in `tm`.
  public let memories: [String]
  /// The files in `glossary`.
  public let glossaries: [String]

  /// Lists a project's files, sorted by their paths; nil if the folder is no project.
  ///
  /// - Throws: `WorkspaceError` of the kind `request` if the folder has too many files.
  public init?(_ folder: String) throws(WorkspaceError) {
    guard FileStatus(folder)?.kind == .folder else { return nil }
    let settings = Paths.join(folder, Self.settings)
    func isFolder(_ name: String) -> Bool {
      FileStatus(Paths.join(folder, name))?.kind == .folder
    }
    guard FileStatus(settings)?.kind == .file || isFolder("tm") || isFolder("glossary") else {
      return nil
    }
    self.folder = folder
    pair = Self.pair(in: (try? Files.read(settings)) ?? [])
    var memories = [String]()
    let own = Paths.join(folder, "omegat/project_save.tmx")
    if FileStatus(own)?.kind == .file { memories.append(own) }
    memories += try Self.files(in: Paths.join(folder, "tm"), ["tmx", "gz"])
    self.memories = memories
    glossaries = try Self.files(
      in: Paths.join(folder, "glossary"), ["txt", "utf8", "tab", "tsv", "csv", "tbx"])
  }

  private static let settings = "omegat.project"

  private static func files(
    in folder: String, _ suffixes: Set<String>
  ) throws(WorkspaceError) -> [String] {
    guard FileStatus(folder)?.kind == .folder, let names = Files.names(in: folder),
      !names.isEmpty
    else { return [] }
    do throws(WorkspaceError) {
      return try DocumentWalk.files(in: folder).filter {
        suffixes.contains(Paths.suffix(of: $0)) && (FileStatus($0)?.size ?? 0) > 0
      }
    } catch {
      // Folders without a file are usual.
      if error.message.hasSuffix("holds no file") { return [] }
      throw error
    }
  }

  /// The languages in the text of `omegat.project`.
  static func pair(in bytes: [UInt8]) -> LanguagePair? {
    let text = String(decoding: bytes.prefix(64 << 10), as: UTF8.self)
    func language(_ name: String) -> LanguageTag? {
      guard let start = text.firstRange(of: "<\(name)>")?.upperBound,
        let end = text[start...].firstRange(of: "</\(name)>")?.lowerBound
      else { return nil }
      let tag = LanguageTag(text[start..<end].trimmingPrefix { $0.isWhitespace }.lowercased())
      return tag.isWellFormed ? tag : nil
    }
    guard let source = language("source_lang"), let target = language("target_lang") else {
      return nil
    }
    return LanguagePair(source: source, target: target)
  }

  /// Makes the folders that OmegaT wants in a project, and the settings if there are none.
  static func make(_ folder: String, pair: LanguagePair) throws {
    for name in [
      "", "source", "target", "omegat", "dictionary", "glossary", "tm", "tm/auto", "tm/penalty-10",
    ] {
      try Files.makeFolder(name.isEmpty ? folder : Paths.join(folder, name))
    }
    let path = Paths.join(folder, settings)
    if FileStatus(path) != nil { return }
    let file = try AtomicFile(path)
    try file.write(Array(text(of: pair).utf8))
    try file.commit()
  }

  private static func text(of pair: LanguagePair) -> String {
    let folders = ["source_dir", "target_dir", "tm_dir", "glossary_dir", "dictionary_dir"]
      .map { "    <\($0)>__DEFAULT__</\($0)>\n" }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <omegat>
        <project version="1.0">
      \(folders)    <source_lang>\(pair.source.written)</source_lang>
          <target_lang>\(pair.target.written)</target_lang>
          <sentence_seg>true</sentence_seg>
          <support_default_translations>true</support_default_translations>
          <remove_tags>false</remove_tags>
        </project>
      </omegat>

      """
  }

  /// A file name for a memory or glossary: no folder, nothing hidden, each name once.
  static func fileName(_ name: String, among used: inout Set<String>) -> String {
    var safe = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map {
          $0.value < 0x20 || "/\\:*?\"<>|".unicodeScalars.contains($0) ? "_" : $0
        }))
    if safe.utf8.first == UInt8(ascii: ".") { safe = "_" + safe.dropFirst() }
    var (free, number) = (safe, 2)
    while !used.insert(free.lowercased()).inserted {
      free = "\(safe)-\(number)"
      number += 1
    }
    return free
  }
}
