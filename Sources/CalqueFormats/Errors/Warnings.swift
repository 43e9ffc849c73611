/// A limit on the warnings of a file: the first few of each kind are reported, then their number.
struct Warnings {
  private let most = 20
  private var counts: [String: Int] = [:]
  private var kinds: [String] = []

  /// Whether the next warning of a kind is to be reported.
  mutating func admits(_ kind: String) -> Bool {
    if counts[kind] == nil { kinds.append(kind) }
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    return count <= most
  }

  /// The number of warnings that were left out, as one warning a kind.
  var rest: [FormatWarning] {
    kinds.compactMap { kind in
      let left = counts[kind, default: 0] - most
      guard left > 0 else { return nil }
      return FormatWarning(line: 0, column: 0, message: "\(left) more of this kind: \(kind)")
    }
  }
}
