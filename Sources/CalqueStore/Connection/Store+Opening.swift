import GRDB
import GRDBSQLite

extension Store {
  /// Opens the store at a path; an older store is brought up to date.
  ///
  /// A store of a newer Calque, and a file that is not a store, are refused and left untouched.
  package convenience init(
    opening path: String, for access: Access, author: String? = nil
  ) throws(StoreError) {
    let file = StoreFile(path: path)
    switch try file.content() {
    case .nothing: throw .missing(path: path)
    case .empty, .foreign: throw .foreign(path: path)
    case .store(let schema):
      if let schema, schema > Schema.version {
        throw .newer(path: path, found: schema, known: Schema.version)
      }
    }
    guard let hold = HeldFiles.hold(path) else { throw .missing(path: path) }
    let (queue, schema) = try Self.connect(file, for: access)
    guard schema <= Schema.version else {
      hold.end { try? queue.close() }
      throw .newer(path: path, found: schema, known: Schema.version)
    }
    if schema < Schema.version { try Self.migrate(file) }
    self.init(path: path, access: access, author: author, queue: queue, hold: hold)
  }

  /// Makes a store at a path; an existing store is opened, any other file is refused.
  ///
  /// - Returns: the store, and whether it was made.
  package static func create(
    at path: String, author: String? = nil
  ) throws(StoreError) -> (store: Store, isNew: Bool) {
    let file = StoreFile(path: path)
    switch try file.content() {
    case .store: return (try Store(opening: path, for: .writing, author: author), false)
    case .foreign: throw .foreign(path: path)
    case .nothing, .empty: break
    }
    _ = try file.make()
    guard let hold = HeldFiles.hold(path) else { throw .missing(path: path) }
    let isNew = try withExtendedLifetime(hold) { () throws(StoreError) in try fill(file) }
    return (try Store(opening: path, for: .writing, author: author), isNew)
  }

  /// Turns an empty file into a store, unless another process has done so meanwhile.
  private static func fill(_ file: StoreFile) throws(StoreError) -> Bool {
    do {
      // The header is written into the file itself, before there is a write-ahead log. So the file
      // is known as a store from here on, whatever happens next.
      var configuration = Self.configuration
      configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
      let queue = try DatabaseQueue(path: file.plainName, configuration: configuration)
      var isNew = false
      try queue.inTransaction(.immediate) { db in
        let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(db, sql: "SELECT 1 FROM sqlite_master LIMIT 1") == nil
        isNew = id == 0 && isEmpty
        guard isNew || id == Schema.applicationID else {
          throw StoreError.foreign(path: file.path)
        }
        if isNew { try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)") }
        return .commit
      }
      if isNew { try Schema.migrator.migrate(queue) }
      try queue.close()
      return isNew
    } catch { throw StoreError(error, path: file.path, during: .changing) }
  }

  static func connect(
    _ file: StoreFile, for access: Access
  ) throws(StoreError) -> (queue: DatabaseQueue, schema: Int) {
    do {
      return try connect(to: file.plainName, for: access)
    } catch {
      // On read-only media the shared memory of the log cannot be made. If there is no log, the
      // file holds the whole store, and nothing can change the file.
      guard Self.saysReadOnly(error) else {
        throw StoreError(error, path: file.path, during: .reading)
      }
      guard access == .reading, !file.hasLog else { throw .readOnly(path: file.path) }
    }
    do {
      return try connect(to: file.immutableAddress, for: access)
    } catch { throw StoreError(error, path: file.path, during: .reading) }
  }

  /// The settings of every connection: how long to wait for another process.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Double(busySeconds))
    return configuration
  }

  private static func connect(
    to name: String, for access: Access
  ) throws -> (queue: DatabaseQueue, schema: Int) {
    var configuration = Self.configuration
    configuration.foreignKeysEnabled = access == .writing
    // An import's transaction and a snapshot's stay open from one access to the next.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      // GRDB's own WAL mode would set synchronous to NORMAL after this closure.
      switch access {
      case .reading:
        try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON")
        Self.stopAuthorizing(db)
      case .writing:
        try db.execute(
          sql: """
            PRAGMA trusted_schema = OFF; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL
            """)
      }
    }
    let queue = try DatabaseQueue(path: name, configuration: configuration)
    let schema = try queue.inDatabase { db in try Int.fetchOne(db, sql: "PRAGMA user_version") }
    return (queue, schema ?? 0)
  }

  /// Takes GRDB's authorizer off a connection that only reads.
  ///
  /// SQLite calls the authorizer for every column of every statement that is prepared. GRDB gathers
  /// there which tables a statement reads and writes, for observers, which a reading connection
  /// does not have. The calls were a tenth of the instructions of a lookup of one word.
  private static func stopAuthorizing(_ db: Database) {
    _ = unsafe sqlite3_set_authorizer(db.sqliteConnection, nil, nil)
  }

  private static func migrate(_ file: StoreFile) throws(StoreError) {
    do {
      let queue = try connect(to: file.plainName, for: .writing).queue
      let migrator = Schema.migrator
      if try queue.read(migrator.hasBeenSuperseded) {
        throw StoreError.newer(path: file.path, found: Schema.version + 1, known: Schema.version)
      }
      try migrator.migrate(queue)
    } catch {
      let error = StoreError(error, path: file.path, during: .changing)
      throw error == .readOnly(path: file.path) ? .outdated(path: file.path) : error
    }
  }

  private static func saysReadOnly(_ error: any Error) -> Bool {
    guard let code = (error as? DatabaseError)?.resultCode else { return false }
    return code == .SQLITE_CANTOPEN || code == .SQLITE_READONLY
  }
}
