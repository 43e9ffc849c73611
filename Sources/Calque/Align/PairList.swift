import CalqueDocuments
import CalqueFormats
import CalqueModel
import CalqueSystem
import CalqueText

/// A list of documents and their translations, a pair a line: source, tab, target.
///
/// Paths are relative to the current folder, or else to that of the list. Blank lines and lines that
/// begin with `#` are passed over; further columns are ignored.
public struct PairList: Sendable {
  /// The documents, in the order of the list, each with a name of its own.
  public let documents: [DocumentPair]

  /// Reads a list.
  ///
  /// - Throws: `WorkspaceError` of the kind `file` if the list cannot be read, a line has no two
  ///   paths, or the list names no document.
  public init(_ path: String) throws(WorkspaceError) {
    let text = try DocumentText.read(path).text
    let folder = Paths.folder(of: path)
    var pairs: [(String, String)] = []
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = String(trimmed(String(Substring(line))))
      if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { continue }
      let cells = line.utf8.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(trimmed(String(Substring($0)))) }
      guard cells.count > 1, !cells[0].isEmpty, !cells[1].isEmpty else {
        throw Self.wrong(path, number, "a document and its translation, with a tab between them")
      }
      pairs.append((Self.found(cells[0], folder), Self.found(cells[1], folder)))
    }
    if pairs.isEmpty { throw Self.wrong(path, 0, "at least one pair of documents") }
    documents = DocumentPair.named(pairs)
  }

  private static func found(_ path: String, _ folder: String) -> String {
    if path.utf8.first == UInt8(ascii: "/") || FileStatus(path) != nil { return path }
    return Paths.join(folder, path)
  }

  private static func wrong(_ path: String, _ line: Int, _ expected: String) -> WorkspaceError {
    .file(
      FormatError(
        place: SourcePlace(file: path, line: line), message: "expected \(expected)"),
      readable: nil)
  }
}

extension DocumentPair {
  /// Pairs of files, each with a name that no other has: the source's name, or with a number.
  static func named(_ pairs: [(String, String)]) -> [DocumentPair] {
    var used: Set<String> = []
    return pairs.map { source, target in
      let pair = DocumentPair(source: source, target: target)
      var name = pair.name
      var number = 2
      while !used.insert(name).inserted {
        name = "\(pair.name)-\(number)"
        number += 1
      }
      return DocumentPair(name: name, source: source, target: target)
    }
  }
}
