import Calque
import CalqueModel

/// What an alignment says to people.
enum AlignPage {
  /// What became of a folder.
  struct Summary {
    var documents = 0
    var refused = 0
    var passedOver = 0
    private(set) var joined = 0
    private(set) var alone = 0

    /// How many documents were looked at.
    var seen: Int { documents + refused }

    mutating func add(_ document: AlignedDocument) {
      documents += 1
      joined += document.links.count { !$0.source.isEmpty && !$0.target.isEmpty }
      alone += document.links.count { $0.source.isEmpty || $0.target.isEmpty }
    }
  }

  /// The line that ends a folder: `12 documents aligned: 340 beads, 8 sentences alone; 1 refused`.
  static func line(of summary: Summary) -> String {
    var text = Wording.count(summary.documents, "document") + " aligned: "
    text += Wording.count(summary.joined, "bead") + ", "
    text += Wording.count(summary.alone, "sentence") + " without a counterpart"
    if summary.refused > 0 { text += "; \(Wording.number(summary.refused)) refused" }
    if summary.passedOver > 0 { text += "; \(Wording.number(summary.passedOver)) done before" }
    return text
  }

  /// What came into a memory: `news: 340 stored, 12 known`.
  static func stored(_ counts: ImportCounts, into name: String) -> String {
    var text = "\(name): \(Wording.number(counts.stored)) stored"
    if counts.known > 0 { text += ", \(Wording.number(counts.known)) known" }
    if counts.refused > 0 { text += ", \(Wording.number(counts.refused)) refused" }
    return text
  }
}
