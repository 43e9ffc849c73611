import CalqueModel
package import CalqueStore

/// A store and its settings: the entry point for all questions and changes.
///
///     let workspace = try Workspace(opening: .find(), for: .writing)
///     let report = try workspace.importFile("archive.fr-en.tmx")
///     print(report.counts.stored)
///
/// `Workspace.initialise(store:pair:)` makes a store. A program that is not installed beside Calque
/// names its lexicons first, with `Workspace.useLexicons(in:)`.
///
/// Any number of workspaces, in any number of processes, can use one store. A writer waits for
/// another writer. A reader sees the last committed state.
public final class Workspace: Sendable {
  /// The purpose for which a workspace is opened.
  public enum Access: Sendable {
    /// Questions only.
    case reading
    /// Questions and changes.
    case writing
  }

  /// The location of the store, with the settings.
  public let location: StoreLocation
  package let store: Store
  /// The terms of the glossaries, kept for all lookups of this workspace.
  let terms = SharedTerms()
  /// The aligners of hits, kept for all searches of this workspace.
  let hitAligners = HitAligners()
  /// The finders of renderings, kept for all questions of this workspace.
  let finders = RenderingFinders()
  /// The texts of the glossaries' terms, kept for all searches of this workspace.
  let searchTerms = SearchTerms()
  /// The indexes that searches ask, kept for all questions of this workspace.
  let searchIndexes = SearchIndexes()

  /// Opens the store at a location.
  ///
  /// - Parameters:
  ///   - location: the location.
  ///   - access: the purpose.
  /// - Throws: `WorkspaceError` of the kind `store` if the store does not exist or cannot be used.
  public convenience init(
    opening location: StoreLocation, for access: Access = .reading
  ) throws(WorkspaceError) {
    do {
      let store = try Store(
        opening: location.path, for: access == .reading ? .reading : .writing,
        author: access == .reading ? nil : Surroundings.userName)
      self.init(store, at: location)
    } catch { throw WorkspaceError(error) }
  }

  init(_ store: Store, at location: StoreLocation) {
    self.store = store
    self.location = location
  }

  /// The settings of the nearest `calque.toml`.
  public var configuration: Configuration { location.configuration }
}
