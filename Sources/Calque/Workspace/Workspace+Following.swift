import CalqueModel

extension Workspace {
  /// Lets what is derived from the store follow a change that has been committed.
  ///
  /// - Parameters:
  ///   - kind: whether memories or glossaries changed.
  ///   - languages: the languages of what came in, the source side first.
  /// - Throws: `WorkspaceError` where what follows cannot be brought up to date.
  func storeChanged(kind: Resource.Kind, languages: [LanguageTag]) throws(WorkspaceError) {
  }
}
