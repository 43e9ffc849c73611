import Calque
import CalqueModel

/// Documents that are paired by their content, or by a list.
extension AlignVerb {
  /// Pairs the documents of two folders by content, and aligns the pairs.
  func alignFolder(_ dir: String, with other: String) throws {
    guard let pair = try pair.pair ?? configuration().pair else {
      throw UsageError("--with needs the languages of the folders", remedy: "Say --pair fr-en.")
    }
    // Pairing takes a while; a store that cannot be used is told before.
    if into != nil { _ = try store.open(for: .writing) }
    let folders = try PairedFolders(
      dir, with: other, pair: pair, encoding: encoding.name, jobs: jobs)
    if folders.isTurned {
      Talk.warning("\(other) holds the texts in \(pair.source), so it is the source")
    }
    for error in folders.refused { Talk.error("\(error)") }
    if json.isOn { for entry in folders.entries { try Output.standard.line(entry.json) } }
    for line in AlignPage.paired(folders.entries) { Talk.line(line) }
    let documents = folders.documents
    let isAsked = !json.isOn || output != nil || into != nil || review != nil
    if isAsked, !documents.isEmpty {
      return try alignAll(documents, in: pair, title: dir, wasRefused: !folders.refused.isEmpty)
    }
    if !folders.refused.isEmpty { throw ExitStatus.refused }
    if documents.isEmpty { throw ExitStatus.nothingFound }
  }

  /// Aligns the pairs of a list.
  func alignList(_ list: String) throws {
    guard let pair = try pair.pair ?? configuration().pair else {
      throw UsageError("--list needs the languages of the documents", remedy: "Say --pair fr-en.")
    }
    let documents = try PairList(list).documents.map { named in
      let files = try named.inOrder(of: pair)
      if files != named, let source = files.source {
        Talk.warning("\(source) is the source by the files' names: the pair is \(pair)")
      }
      return files
    }
    try alignAll(documents, in: pair, title: list)
  }
}
