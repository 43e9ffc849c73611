import CalqueSystem
package import CalqueText

/// The places where lexicons of full forms are looked for.
///
/// The folder is `$CALQUE_LEXICON`. Otherwise it is `../share/calque/lexicon` beside an installed
/// program, or `lexicon/` in a folder above the program, such as a build's own.
package struct LexiconFiles: Sendable {
  private let folders: [String]

  /// The places for a process.
  ///
  /// - Parameters:
  ///   - folder: `$CALQUE_LEXICON`, the only place if it is given.
  ///   - executable: the running program, with links followed.
  package init(folder: String?, executable: String?) {
    if let folder {
      folders = [folder]
      return
    }
    guard let executable else {
      folders = []
      return
    }
    var folder = Paths.folder(of: executable)
    var folders = [Paths.join(Paths.folder(of: folder), "share/calque/lexicon")]
    while Paths.folder(of: folder) != folder, folder != "." {
      folders.append(Paths.join(folder, "lexicon"))
      folder = Paths.folder(of: folder)
    }
    self.folders = folders
  }

  /// The places for this process.
  package static var ofProcess: LexiconFiles {
    LexiconFiles(folder: Environment["CALQUE_LEXICON"], executable: ProcessControl.executable)
  }

  /// The lexicon of a language; nil if none was built.
  package func path(of language: Language) -> String? {
    folders.lazy.map { Paths.join($0, "\(language.primary).lexicon") }
      .first { FileStatus($0)?.kind == .file }
  }
}
