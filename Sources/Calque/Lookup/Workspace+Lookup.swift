internal import CalqueStore

extension Workspace {
  /// Prepares lookups of segments.
  ///
  ///     let lookup = try workspace.lookup(LookupOptions(pair: pair))
  ///     for match in try lookup.matches("La France accueillera le sommet.") {
  ///       print(match.score, match.target)
  ///     }
  ///
  /// A lookup may live as long as the program, and sees the additions of every process. One lookup
  /// is used by one thread. Several threads take a lookup each, and share the glossaries' terms
  /// through the workspace.
  ///
  /// - Parameters:
  ///   - options: the options.
  ///   - isSeparate: whether the lookup opens the store again, so that it never waits for the
  ///     question of another lookup.
  /// - Returns: the lookup.
  /// - Throws: `WorkspaceError` if the store cannot be read, if a memory or glossary in the options
  ///   does not exist, or if the minimum is no score.
  public func lookup(
    _ options: LookupOptions, isSeparate: Bool = false
  ) throws(WorkspaceError) -> Lookup {
    try WorkspaceError.carrying {
      let store = isSeparate ? try Workspace(opening: location).store : store
      for name in (options.memories ?? [:]).keys.sorted() {
        _ = try store.resource(.memory, named: name)
      }
      return try Lookup(store: store, options: options, shared: terms)
    }
  }
}
