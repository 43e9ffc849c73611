internal import CalqueModel
package import CalqueSystem
package import CalqueText

/// A file of one language in the index's folder that is derived from the store as a whole.
///
/// The file is written whole and replaced by a rename, so a reader sees the file before a change or
/// after it. One process builds at a time, behind the lock of the kind of file; readers take no
/// lock. The file may be deleted at any time.
package struct DerivedFile: Sendable {
  /// The path of the file.
  package let path: String
  private let folder: String
  private let kind: String

  /// A file, which need not exist.
  ///
  /// - Parameters:
  ///   - folder: the index's folder.
  ///   - language: the language.
  ///   - kind: the kind of file, which is the suffix of its name.
  package init(folder: String, language: Language, kind: String) {
    self.folder = folder
    self.kind = kind
    path = Paths.join(folder, "\(LanguageFileName.name(of: language.primary)).\(kind)")
  }

  /// The languages that have a file of a kind in a folder.
  package static func languages(in folder: String, kind: String) -> [Language] {
    let suffix = ".\(kind)"
    return (Files.names(in: folder) ?? []).filter { $0.hasSuffix(suffix) }.sorted().compactMap {
      LanguageFileName.language(named: String($0.dropLast(suffix.utf8.count)))
        .map { Language(LanguageTag($0)) }
    }
  }

  /// Maps the file as it is.
  ///
  /// - Throws: `IndexError` if there is no file or the file cannot be read.
  package func map() throws(IndexError) -> MappedFile {
    try IndexError.carrying { () throws(FileFailure) in try MappedFile(path) }
  }

  /// Runs a body while no other thread or process builds files of this kind in the folder.
  ///
  /// - Parameters:
  ///   - patience: the time to wait for another builder.
  ///   - body: looks whether another builder has made the file meanwhile, and builds it if not.
  /// - Returns: the result of the body.
  /// - Throws: `IndexError` if another builder holds the lock or the folder cannot be written; the
  ///   errors of the body.
  package func building<Value>(
    patience: IndexPatience, _ body: () throws -> Value
  ) throws -> Value {
    let lock = try IndexLock(folder: folder, name: "\(kind).lock", patience: patience)
    return try withExtendedLifetime(lock, body)
  }

  /// Puts a new file in place; the caller holds the lock.
  ///
  /// - Throws: `IndexError` if the file cannot be written.
  package func replace(with bytes: [UInt8]) throws(IndexError) {
    try IndexError.carrying { () throws(FileFailure) in
      let file = try AtomicFile(path)
      try file.write(bytes)
      // The file is derived: a rename that a power cut undoes costs a rebuilt file.
      try file.commit(synchronizesFolder: false)
    }
  }
}
