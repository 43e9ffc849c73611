import GRDB

extension Store {
  /// Opens the store at a path, brings an older one up to date, and refuses what is not ours.
  ///
  /// A store made by a newer Calque, or a file that is no store, is left untouched.
  package convenience init(
    opening path: String, for access: Access
  ) throws(StoreError) {
    let file = StoreFile(path: path)
    switch try file.content() {
    case .nothing: throw .missing(path: path)
    case .empty, .foreign: throw .foreign(path: path)
    case .store(let schema):
      guard schema <= Schema.version else {
        throw .newer(path: path, found: schema, known: Schema.version)
      }
    }
    let (queue, schema) = try Self.connect(file, for: access)
    guard schema <= Schema.version else {
      throw .newer(path: path, found: schema, known: Schema.version)
    }
    if schema < Schema.version { try Self.migrate(file) }
    self.init(path: path, access: access, queue: queue)
  }

  /// Makes a store at a path; one that stands there is opened, anything else refused.
  ///
  /// - Returns: the store, and whether it was made.
  package static func create(
    at path: String
  ) throws(StoreError) -> (store: Store, isNew: Bool) {
    let file = StoreFile(path: path)
    switch try file.content() {
    case .store: return (try Store(opening: path, for: .writing), false)
    case .foreign: throw .foreign(path: path)
    case .nothing, .empty: break
    }
    do {
      // The header goes into the file itself, before there is a write-ahead log: a store that was
      // just made is known as one, whatever happens next.
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { db in
        try db.execute(
          sql: "PRAGMA synchronous = FULL; PRAGMA application_id = \(Schema.applicationID)")
      }
      try Schema.migrator.migrate(queue)
      try queue.close()
    } catch { throw StoreError(error, path: path) }
    return (try Store(opening: path, for: .writing), true)
  }

  private static func connect(
    _ file: StoreFile, for access: Access
  ) throws(StoreError) -> (queue: DatabaseQueue, schema: Int) {
    do {
      return try connect(to: file.path, for: access)
    } catch {
      // On read-only media the log's shared memory cannot be made. Without a log the file is all
      // there is, and nothing can change it.
      guard Self.saysReadOnly(error) else { throw StoreError(error, path: file.path) }
      guard access == .reading, !file.hasLog else { throw .readOnly(path: file.path) }
    }
    do {
      return try connect(to: Self.immutableAddress(of: file.path), for: access)
    } catch { throw StoreError(error, path: file.path) }
  }

  private static func connect(
    to address: String, for access: Access
  ) throws -> (queue: DatabaseQueue, schema: Int) {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.foreignKeysEnabled = access == .writing
    configuration.prepareDatabase { db in
      // GRDB's own WAL mode would set synchronous to NORMAL after this closure.
      switch access {
      case .reading:
        try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON")
      case .writing:
        try db.execute(
          sql: """
            PRAGMA trusted_schema = OFF; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL
            """)
      }
    }
    let queue = try DatabaseQueue(path: address, configuration: configuration)
    let schema = try queue.inDatabase { db in try Int.fetchOne(db, sql: "PRAGMA user_version") }
    return (queue, schema ?? 0)
  }

  private static func migrate(_ file: StoreFile) throws(StoreError) {
    do {
      let queue = try connect(to: file.path, for: .writing).queue
      let migrator = Schema.migrator
      if try queue.read(migrator.hasBeenSuperseded) {
        throw StoreError.newer(path: file.path, found: Schema.version + 1, known: Schema.version)
      }
      try migrator.migrate(queue)
    } catch {
      let error = StoreError(error, path: file.path)
      throw error == .readOnly(path: file.path) ? .outdated(path: file.path) : error
    }
  }

  private static func saysReadOnly(_ error: any Error) -> Bool {
    guard let code = (error as? DatabaseError)?.resultCode else { return false }
    return code == .SQLITE_CANTOPEN || code == .SQLITE_READONLY
  }

  /// A URI that tells SQLite that nothing will change the file.
  static func immutableAddress(of path: String) -> String {
    var address = "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        address += "%" + (hex.utf8.count == 1 ? "0" : "") + hex
      }
    }
    return address + "?immutable=1"
  }
}
