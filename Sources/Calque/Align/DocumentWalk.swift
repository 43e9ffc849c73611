import CalqueModel
import CalqueSystem

/// The files of a folder and of the folders inside it.
enum DocumentWalk {
  /// The maximum depth of folders; a link can lead back to a folder above.
  private static let deepest = 16
  /// The maximum number of files.
  private static let most = 200_000

  /// The files, sorted by their paths; hidden files and folders are passed over.
  ///
  /// - Throws: `WorkspaceError` of the kind `request` if the folder does not exist, has no file, or
  ///   has too many.
  static func files(in folder: String) throws(WorkspaceError) -> [String] {
    guard FileStatus(folder)?.kind == .folder else {
      throw .usage("\(folder): no such folder, or it cannot be read")
    }
    var files: [String] = []
    var folders = [(path: folder, depth: 0)]
    while let (path, depth) = folders.popLast() {
      for name in Files.names(in: path) ?? [] where name.utf8.first != UInt8(ascii: ".") {
        let file = Paths.join(path, name)
        switch FileStatus(file)?.kind {
        // A link that leads nowhere is named when its file is read.
        case .file, nil: files.append(file)
        case .folder where depth < deepest: folders.append((file, depth + 1))
        default: break
        }
      }
      if files.count > most {
        throw .usage("\(folder) holds more than \(most) files", remedy: "align a part of them")
      }
    }
    if files.isEmpty { throw .usage("\(folder): holds no file") }
    return files.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }
}
