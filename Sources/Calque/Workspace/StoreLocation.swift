public import CalqueModel
import CalqueSystem

/// The location of the store that a command uses, its origin, and the settings beside it.
public struct StoreLocation: Hashable, Sendable {
  /// The origin of the store's name.
  public enum Origin: String, Sendable {
    /// `--store`.
    case option
    /// `$CALQUE_STORE`.
    case environment
    /// `store =` in a `calque.toml`.
    case configuration
    /// The user's own store, `calque/calque.db` in `$XDG_DATA_HOME`.
    case user
  }

  /// The store's file, which need not exist.
  public let path: String
  /// The origin of the path.
  public let origin: Origin
  /// The settings of the nearest `calque.toml`.
  public let configuration: Configuration

  /// A store at a path, without settings other than the pair of questions that name none.
  ///
  ///     let workspace = try Workspace(
  ///       opening: StoreLocation(path: "desk.db", pair: LanguagePair("fr-en")), for: .writing)
  public init(path: String, pair: LanguagePair? = nil) {
    var configuration = Configuration()
    configuration.pair = pair
    self.init(path: path, origin: .option, configuration: configuration)
  }

  /// The location of a store that was made, with the settings that were read or written beside it.
  init(path: String, pair: LanguagePair?, configuration: Configuration?) {
    if let configuration {
      self.init(path: path, origin: .configuration, configuration: configuration)
    } else {
      self.init(path: path, pair: pair)
    }
  }

  private init(path: String, origin: Origin, configuration: Configuration) {
    self.path = path
    self.origin = origin
    self.configuration = configuration
  }

  /// Finds the store.
  ///
  /// The first of these decides: `--store`, `$CALQUE_STORE`, `calque.toml` from the current folder
  /// upward, the user's data folder.
  ///
  /// - Parameters:
  ///   - named: the value of `--store`.
  ///   - surroundings: the surroundings of the command.
  /// - Returns: the location of the store, which need not exist.
  /// - Throws: `WorkspaceError` if `calque.toml` has an error or nothing names a store.
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
