extension Workspace {
  /// Names the folders that hold the lexicons and the taggers, for the whole process.
  ///
  ///     try Workspace.useLexicons(in: "/usr/local/share/calque/lexicon")
  ///
  /// A lexicon tells the forms of a language's words (`fr.lexicon`), a tagger their parts of speech
  /// (`fr.tagger`, `en.tagger`). The installed command finds both beside itself, and any program
  /// those in `$CALQUE_LEXICON`. A program elsewhere finds none: the words of terms are then
  /// inflected by rules alone, and `Stats.languagesWithoutLexicon` names the languages. In a
  /// checkout, `make release` puts the lexicon into `.build-release/lexicon`, and the taggers stand
  /// in `lexicon`.
  ///
  /// Call this before the first workspace is opened: answers that are being prepared keep the
  /// lexicon that they have.
  ///
  /// - Parameter folders: the folders, which are looked into in this order, and before the usual
  ///   ones.
  /// - Throws: `WorkspaceError` of the kind `request` if a folder holds neither a lexicon nor a
  ///   tagger; nothing is changed then.
  public static func useLexicons(in folders: String...) throws(WorkspaceError) {
    try Morphologies.ofProcess.use(folders)
  }
}
