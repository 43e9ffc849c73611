import CalqueModel

/// What came out of the alignment of many documents, in numbers.
public struct AlignmentSummary: Hashable, Sendable {
  /// The documents that were aligned.
  public internal(set) var documents = 0
  /// The documents that could not be aligned.
  public internal(set) var refused = 0
  /// The documents that an earlier run had done.
  public internal(set) var doneBefore = 0
  /// The number of beads with texts on both sides, by kind: `1-1`, `2-1`.
  public private(set) var beads: [String: Int] = [:]
  /// The source sentences without a counterpart.
  public private(set) var sourceAlone = 0
  /// The target sentences without a counterpart.
  public private(set) var targetAlone = 0
  /// The beads with texts on both sides and a confidence below .9.
  public private(set) var doubtful = 0
  /// The sum of the confidences of all beads with texts on both sides.
  private var confidence = 0.0

  /// A summary of nothing.
  public init() {}

  /// The number of documents that were looked at in this run.
  public var seen: Int { documents + refused }

  /// The number of beads with texts on both sides.
  public var joined: Int { beads.values.reduce(0, +) }

  /// The mean confidence of the beads with texts on both sides; nil if there are none.
  public var meanConfidence: Double? { joined == 0 ? nil : confidence / Double(joined) }

  /// Counts an aligned document.
  public mutating func add(_ document: AlignedDocument) {
    documents += 1
    for link in document.links {
      let source = link.source.filter { !isBlank(document.source[$0]) }.count
      let target = link.target.filter { !isBlank(document.target[$0]) }.count
      if source > 0, target > 0 {
        beads["\(source)-\(target)", default: 0] += 1
        confidence += link.confidence
        if link.confidence < AlignedOrigin.sure { doubtful += 1 }
      } else {
        sourceAlone += source
        targetAlone += target
      }
    }
  }

  /// The beads by kind, the most frequent kind first.
  public var kinds: [(kind: String, count: Int)] {
    beads.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// The summary as JSON.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("documents", documents)
      json.member("refused", refused)
      json.member("done_before", doneBefore)
      json.name("beads")
      json.object { json in for (kind, count) in kinds { json.member(given: kind, count) } }
      json.member("source_alone", sourceAlone)
      json.member("target_alone", targetAlone)
      json.member("doubtful", doubtful)
      json.member("mean_confidence", meanConfidence, digits: 4)
    }
    return json.text
  }
}
