import TestSupport

@testable import Calque

extension TemporaryFolder {
  /// A workspace with a new, empty store in the folder, opened for writing.
  func workspace(_ name: String = "calque.db") throws -> Workspace {
    let store = try Workspace.initialise(store: file(name)).store
    return try Workspace(opening: StoreLocation(path: store), for: .writing)
  }
}
