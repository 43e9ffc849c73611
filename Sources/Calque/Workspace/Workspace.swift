import CalqueModel
package import CalqueStore

/// A store and its settings: the door through which everything in it is asked and changed.
///
///     let workspace = try Workspace(opening: .find(), for: .writing)
///     let report = try workspace.importFile("archive.fr-en.tmx")
///     print(report.counts.stored)
///
/// Any number of workspaces, in any number of processes, can stand over one store: a writer waits
/// for the other, and a reader sees what was committed last.
public final class Workspace: Sendable {
  /// What a workspace is opened for.
  public enum Access: Sendable {
    /// Questions only.
    case reading
    /// Questions and changes.
    case writing
  }

  /// Where the store is and what is configured.
  public let location: StoreLocation
  package let store: Store
  /// The terms of the glossaries, kept for all lookups of this workspace.
  let terms = SharedTerms()

  /// Opens the store at a location.
  ///
  /// - Parameters:
  ///   - location: where it is.
  ///   - access: what for.
  /// - Throws: `WorkspaceError.store` where there is none or it cannot be used.
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
