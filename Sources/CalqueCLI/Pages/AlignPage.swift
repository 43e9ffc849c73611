import Calque
import CalqueModel

/// The messages of an alignment.
enum AlignPage {
  /// The totals of a folder.
  struct Summary {
    var documents = 0
    var refused = 0
    var passedOver = 0
    private(set) var joined = 0
    private(set) var alone = 0

    /// The number of documents examined.
    var seen: Int { documents + refused }

    mutating func add(_ document: AlignedDocument) {
      documents += 1
      joined += document.links.count { !$0.source.isEmpty && !$0.target.isEmpty }
      alone += document.links.count { $0.source.isEmpty || $0.target.isEmpty }
    }
  }

  /// The last line of a folder's output:
  /// `12 documents aligned: 340 beads, 8 sentences alone; 1 refused`.
  static func line(of summary: Summary) -> String {
    var text = Wording.count(summary.documents, "document") + " aligned: "
    text += Wording.count(summary.joined, "bead") + ", "
    text += Wording.count(summary.alone, "sentence") + " without a counterpart"
    if summary.refused > 0 { text += "; \(Wording.number(summary.refused)) refused" }
    if summary.passedOver > 0 { text += "; \(Wording.number(summary.passedOver)) done before" }
    return text
  }

  /// The decisions of a sheet: `12 accepted, 3 rejected, 40 left`.
  static func judged(_ report: ReviewReport) -> String {
    "\(Wording.number(report.accepted)) accepted, \(Wording.number(report.rejected)) rejected, "
      + "\(Wording.number(report.left)) left"
  }

  /// A new sheet, and what to do with it.
  static func written(_ sheet: ReviewSheet, to path: String) -> String {
    let file = ShellWord.argument(path)
    return
      "\(path): \(Wording.count(sheet.count, "pair")) to judge. Write accept, reject, merge or "
      + "split in the first column, then: calque align --review \(file) --into NAME"
  }

  /// The units stored in a memory: `news: 340 stored, 12 known`.
  static func stored(_ counts: ImportCounts, into name: String) -> String {
    var text = "\(name): \(Wording.number(counts.stored)) stored"
    if counts.known > 0 { text += ", \(Wording.number(counts.known)) known" }
    if counts.refused > 0 { text += ", \(Wording.number(counts.refused)) refused" }
    return text
  }
}
