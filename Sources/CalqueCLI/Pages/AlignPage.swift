import Calque
import CalqueModel

/// The messages of an alignment.
enum AlignPage {
  /// The last lines of a folder's output.
  ///
  ///     12 documents aligned: 340 beads, 8 sentences without a counterpart; 1 refused
  ///     1-1 310 · 2-1 18 · 1-2 12; mean confidence .94, 31 doubtful (below .9)
  static func line(of summary: AlignmentSummary) -> String {
    let alone = summary.sourceAlone + summary.targetAlone
    var text = Wording.count(summary.documents, "document") + " aligned: "
    text += Wording.count(summary.joined, "bead") + ", "
    text += Wording.count(alone, "sentence") + " without a counterpart"
    if summary.refused > 0 { text += "; \(Wording.number(summary.refused)) refused" }
    if summary.doneBefore > 0 { text += "; \(Wording.number(summary.doneBefore)) done before" }
    guard let mean = summary.meanConfidence else { return text }
    text +=
      "\n"
      + summary.kinds.map { "\($0.kind) \(Wording.number($0.count))" }.joined(
        separator: " · ")
    text += "; mean confidence \(Wording.share(mean)), \(Wording.number(summary.doubtful)) doubtful"
    return text + " (below .9)"
  }

  /// What stands beside a folder's progress bar.
  static func progress(of summary: AlignmentSummary) -> String {
    Wording.count(summary.seen + summary.doneBefore, "document") + ", "
      + Wording.count(summary.joined, "bead")
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
      "\(path): \(Wording.count(sheet.count, "row")) to judge. Write accept, reject, merge or "
      + "split in the first column, then: calque align --review \(file) --into NAME"
  }

  /// What an alignment stored: `news: 340 stored, 12 known; 9 below .6 left out`.
  static func stored(_ intake: AlignmentIntake, into name: String) -> String {
    var left: [String] = []
    if intake.doubtful > 0 {
      left.append(
        "\(Wording.number(intake.doubtful)) below \(Wording.share(intake.minConfidence))")
    }
    if intake.untranslated > 0 {
      left.append("\(Wording.number(intake.untranslated)) not translated")
    }
    let text = stored(intake.counts, into: name)
    return left.isEmpty ? text : text + "; " + left.joined(separator: " and ") + " left out"
  }

  /// The maximum number of documents of a kind that are named.
  private static let named = 20

  /// The confidence below which a pair of documents is named.
  private static let doubt = 0.8

  /// How the documents of two folders were paired, and below it the files without a counterpart:
  /// `84 pairs of documents; without a counterpart: 1 source document, 35 target documents`.
  static func paired(_ entries: [PairedFolders.Entry]) -> [String] {
    let alone = entries.filter { $0.confidence == nil }.compactMap { $0.source ?? $0.target }
    let sources = entries.count { $0.target == nil }
    var text = Wording.count(entries.count - alone.count, "pair") + " of documents"
    let counts = [
      sources > 0 ? Wording.count(sources, "source document") : nil,
      alone.count > sources ? Wording.count(alone.count - sources, "target document") : nil,
    ].compactMap(\.self)
    if !counts.isEmpty { text += "; without a counterpart: " + counts.joined(separator: ", ") }
    return [text] + first(alone.map { "  \($0)" }) + first(doubtful(entries))
  }

  /// The first of some lines, and how many more there are.
  private static func first(_ lines: [String]) -> [String] {
    if lines.count <= named { return lines }
    return lines.prefix(named)
      + ["  and \(Wording.number(lines.count - named)) more; --json lists all"]
  }

  /// The pairs of documents that are perhaps none: `  FR/a.txt with EN/b.txt only perhaps: .57`.
  private static func doubtful(_ entries: [PairedFolders.Entry]) -> [String] {
    entries.compactMap { entry in
      guard let confidence = entry.confidence, confidence < doubt, let source = entry.source,
        let target = entry.target
      else { return nil }
      return "  \(source) with \(target) only perhaps: \(Wording.share(confidence))"
    }
  }

  /// The units stored in a memory: `news: 340 stored, 12 known`.
  static func stored(_ counts: ImportCounts, into name: String) -> String {
    var text = "\(name): \(Wording.number(counts.stored)) stored"
    if counts.known > 0 { text += ", \(Wording.number(counts.known)) known" }
    if counts.refused > 0 { text += ", \(Wording.number(counts.refused)) refused" }
    return text
  }
}
