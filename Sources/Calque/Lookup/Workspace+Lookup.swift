extension Workspace {
  /// Gets ready to look segments up.
  ///
  ///     let lookup = try workspace.lookup(LookupOptions(pair: pair))
  ///     for match in try lookup.matches("La France accueillera le sommet.") {
  ///       print(match.score, match.target)
  ///     }
  ///
  /// A lookup may live as long as the program: it sees what is added meanwhile, by whatever
  /// process. It is used by one thread; several threads take a lookup each, and share the
  /// glossaries' terms through the workspace.
  ///
  /// - Parameters:
  ///   - options: what is asked for.
  ///   - isSeparate: whether the lookup opens the store anew, so that it never waits for another
  ///     lookup's question.
  /// - Returns: the lookup.
  /// - Throws: `WorkspaceError` where the store cannot be read, or a memory or glossary that the
  ///   options name is not there.
  public func lookup(
    _ options: LookupOptions, isSeparate: Bool = false
  ) throws(WorkspaceError) -> Lookup {
    try WorkspaceError.carrying {
      let store = isSeparate ? try Workspace(opening: location).store : store
      return try Lookup(store: store, options: options, shared: terms)
    }
  }
}
