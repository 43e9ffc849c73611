import Calque
import CalqueModel
import CalqueSystem

extension AlignVerb {
  /// Stores what a person has decided in a sheet.
  func readBack(_ path: String, into memory: String) throws {
    guard files.isEmpty, dir == nil else {
      throw UsageError(
        "\(path) is there already: it is read back, and names its documents itself",
        remedy: "Leave out the documents, or name a new sheet.")
    }
    let workspace = try store.open(for: .writing)
    let sheet = try ReviewSheet(reading: path, pair: try workspace.pair(named: pair.pair))
    let report = try workspace.store(sheet, from: path, into: memory)
    Talk.line(AlignPage.judged(report))
    Talk.line(AlignPage.stored(report.counts, into: memory))
  }

  /// Aligns the documents anew around what a person has accepted, and writes the sheet again.
  func realign(_ documents: [DocumentPair], in path: String, _ pair: LanguagePair) throws {
    var sheet = try ReviewSheet(reading: path, pair: pair)
    let aligner = try aligner(pair)
    for document in documents { try aligner.realign(document, in: &sheet, from: path) }
    try write(sheet, to: path)
  }

  /// Checks that a sheet can be written.
  func checkReview() throws {
    guard let review else {
      if doubtfulFirst || realign {
        throw UsageError("--doubtful-first and --realign are for a sheet: --review")
      }
      return
    }
    if realign {
      if with != nil || list != nil {
        throw UsageError(
          "--realign does not go with --with and --list: the sheet stays as it is",
          remedy: "Name the two files of a document, or a folder alone with --dir.")
      }
      guard FileStatus(review) != nil, into == nil else {
        throw UsageError(
          "--realign reads a sheet that is judged, and writes it again",
          remedy: "For example: calque align a.fr.txt a.en.txt --review sheet.tsv --realign")
      }
      return
    }
    if FileStatus(review) != nil {
      throw UsageError(
        "\(review) is there already",
        remedy: "To read it back, say --into and leave out the documents; else name a new sheet.")
    }
    if into != nil {
      throw UsageError(
        "there is no sheet \(review) to read back",
        remedy: "Leave out --into to write the sheet first.")
    }
  }

  /// Writes a sheet for review.
  func write(_ sheet: ReviewSheet, to path: String) throws {
    var sheet = sheet
    if doubtfulFirst { sheet.sortByDoubt() }
    try sheet.write(to: path)
    Talk.line(AlignPage.written(sheet, to: path))
  }
}
