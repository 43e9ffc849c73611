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

  /// The units stored in a memory: `news: 340 stored, 12 known`.
  static func stored(_ counts: ImportCounts, into name: String) -> String {
    var text = "\(name): \(Wording.number(counts.stored)) stored"
    if counts.known > 0 { text += ", \(Wording.number(counts.known)) known" }
    if counts.refused > 0 { text += ", \(Wording.number(counts.refused)) refused" }
    return text
  }
}
