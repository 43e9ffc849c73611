import CalqueAlign
import CalqueSystem

/// Makes the bilingual lexicon that comes with Calque from a memory.
///
///     calque-bilingual-lexicon MEMORY.tsv OUT.tsv ORIGINS [FILE...]
///
/// `MEMORY.tsv` has source, target and origin in its columns. `ORIGINS` lists the origins to learn
/// from, with commas between them. No pair whose source text is a line of one of the files is used:
/// those are the texts on which the aligner is measured.
@main
enum Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 3 else {
      print("usage: calque-bilingual-lexicon MEMORY.tsv OUT.tsv ORIGINS [FILE...]")
      ProcessControl.exit(2)
    }
    do {
      try makeLexicon(arguments)
    } catch {
      print("calque-bilingual-lexicon: \(error)")
      ProcessControl.exit(1)
    }
  }

  private static func makeLexicon(_ arguments: [String]) throws {
    let origins = Set(arguments[2].split(separator: ",").map(String.init))
    var measured: Set<String> = []
    for file in arguments.dropFirst(3) { measured.formUnion(try lines(of: file)) }

    var pairs: [(source: String, target: String)] = []
    var excluded = 0
    for line in try lines(of: arguments[0]) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3, origins.contains(cells[2]) else { continue }
      if measured.contains(cells[0]) {
        excluded += 1
      } else {
        pairs.append((cells[0], cells[1]))
      }
    }
    var selection = BilingualLexicon.Selection()
    selection.maxPairs = 7_400
    selection.reducesRareWords = false
    let lexicon = BilingualLexicon.learned(from: pairs, keeping: selection, maxTies: 200_000_000)
    let file = try AtomicFile(arguments[1])
    try file.write(lexicon.table)
    try file.commit()
    print("\(pairs.count) sentence pairs, \(excluded) excluded; \(lexicon.count) word pairs")
  }

  private struct Missing: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path): there is no such file" }
  }

  private static func lines(of path: String) throws -> [String] {
    guard let bytes = try Files.read(path) else { throw Missing(path: path) }
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }
}
