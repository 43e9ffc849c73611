import CalqueSystem
package import CalqueText

/// The places where lexicons of full forms and the weights of taggers are looked for.
///
/// The folder is `$CALQUE_LEXICON`. Otherwise it is `../share/calque/lexicon` beside an installed
/// program, or `lexicon/` in a folder above the program: a build's own, or the checkout's.
package struct LexiconFiles: Sendable {
  /// The kind of a file, which is its suffix.
  package enum Kind: String, Sendable {
    case lexicon, tagger
  }

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

  /// The same places behind some folders that are looked into first.
  package func behind(_ first: [String]) -> LexiconFiles { LexiconFiles(folders: first + folders) }

  private init(folders: [String]) { self.folders = folders }

  /// The places for this process.
  package static var ofProcess: LexiconFiles {
    LexiconFiles(folder: Environment["CALQUE_LEXICON"], executable: ProcessControl.executable)
  }

  /// The file of a language; nil if there is none.
  package func path(of language: Language, _ kind: Kind) -> String? {
    folders.lazy.map { Paths.join($0, "\(language.primary).\(kind.rawValue)") }
      .first { FileStatus($0)?.kind == .file }
  }
}
