import CalqueSystem

/// Which store a command uses, who said so, and what is configured beside it.
public struct StoreLocation: Hashable, Sendable {
  /// Who named the store.
  public enum Origin: String, Sendable {
    /// `--store`.
    case option
    /// `$CALQUE_STORE`.
    case environment
    /// `store =` in a `calque.toml`.
    case configuration
    /// The user's own, `calque/calque.db` in `$XDG_DATA_HOME`.
    case user
  }

  /// The store's file; it need not be there.
  public let path: String
  /// Who named it.
  public let origin: Origin
  /// What the nearest `calque.toml` says.
  public let configuration: Configuration

  /// A store at a path, with nothing configured.
  public init(path: String) {
    self.path = path
    origin = .option
    configuration = Configuration()
  }

  private init(path: String, origin: Origin, configuration: Configuration) {
    self.path = path
    self.origin = origin
    self.configuration = configuration
  }

  /// Finds the store: the first that answers of `--store`, `$CALQUE_STORE`, `calque.toml` from the
  /// current folder upward, and the user's data folder.
  ///
  /// - Parameters:
  ///   - named: the value of `--store`.
  ///   - surroundings: where the command stands.
  /// - Returns: where the store is or would be.
  /// - Throws: `WorkspaceError` where `calque.toml` is wrong or nobody names a store.
  public static func find(
    named: String? = nil, in surroundings: Surroundings = .ofProcess
  ) throws(WorkspaceError) -> StoreLocation {
    let configuration = try Configuration.nearest(from: surroundings.folder)
    if let named {
      return StoreLocation(path: named, origin: .option, configuration: configuration)
    }
    if let path = surroundings.store {
      return StoreLocation(path: path, origin: .environment, configuration: configuration)
    }
    if let path = configuration.storePath {
      return StoreLocation(path: path, origin: .configuration, configuration: configuration)
    }
    guard let home = surroundings.dataHome else {
      throw .store("no store is named", remedy: .makeStore)
    }
    return StoreLocation(
      path: Paths.join(home, "calque/calque.db"), origin: .user, configuration: configuration)
  }
}
