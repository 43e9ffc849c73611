internal import CalqueSystem

/// The file of a part's phrase index, beside the part.
///
/// The file is derived from the part alone, and is made when fragments are looked for the first
/// time. It may be deleted at any time; with the part it goes. Its header names the sum of the part,
/// so a file of another part is not used.
enum PhraseFile {
  /// The suffix of the file's name.
  static let suffix = ".phrases"
  /// The number of tokens from which a part's index is kept in a file; a smaller one is built anew.
  static let minimumTokens = 200_000

  /// The path of the file of a part.
  static func path(ofPart path: String) -> String {
    let part = IndexFolder.partSuffix
    let plain = path.hasSuffix(part) ? String(path.dropLast(part.count)) : path
    return plain + suffix
  }

  /// The phrase index of a part: from its file, or built.
  ///
  /// A folder that cannot be written costs time: the index is built by each process.
  static func index(
    of part: IndexPart, minimumTokens: Int = PhraseFile.minimumTokens
  ) -> PhraseIndex {
    if part.tokenCount < minimumTokens { return PhraseIndexBuilder(part).index() }
    let path = path(ofPart: part.path)
    if let known = PhraseIndex(path: path, of: part) { return known }
    let built = PhraseIndexBuilder(part).index()
    guard FileStatus(part.path) != nil, (try? write(built, to: path)) != nil,
      let mapped = PhraseIndex(path: path, of: part)
    else { return built }
    return mapped
  }

  private static func write(_ index: PhraseIndex, to path: String) throws(FileFailure) {
    let file = try AtomicFile(path, inLargePages: true)
    let bytes = unsafe index.bytes
    let chunk = MappedFile.largePage
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      try file.write(unsafe Array(bytes[start..<min(start + chunk, bytes.count)]))
    }
    try file.commit(synchronizesFolder: false)
  }
}
