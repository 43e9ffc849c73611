import CalqueModel

/// The size of an answer, which a model must read whole.
enum MCPAnswerBound {
  /// The maximum size of an answer in bytes.
  static let maximum = 64 << 10
  /// The size to which a text is cut where leaving out items is not enough.
  private static let longestText = 2_000

  /// An answer that is not larger than the maximum.
  ///
  /// Items are left out of the end of its longest list until it fits, then texts are cut. The member
  /// `cut` says what was left out.
  static func bounded(_ answer: JSONValue, maximum: Int = maximum) -> JSONValue {
    guard let members = answer.members, answer.json.utf8.count > maximum else { return answer }
    // Room for the sentence that says what was cut.
    let room = maximum - 1_000
    var (cut, lists) = shortened(members, to: room)
    var said = lists
    var length = longestText
    while size(of: cut) > room, length > 0 {
      // The lists are filled again, since their texts are shorter now.
      (cut, lists) = shortened(
        members.map { (name: $0.name, value: clipped($0.value, to: length)) }, to: room)
      said = lists + ["texts are cut after \(length) bytes"]
      length /= 2
    }
    let sentence =
      "The answer was longer than \(maximum) bytes: \(said.joined(separator: ", ")). "
      + "Ask for less: a shorter text, a smaller limit, fewer kinds."
    return .object(cut + [(name: "cut", value: .string(sentence))])
  }

  private typealias Members = [(name: String, value: JSONValue)]

  private static func size(of members: Members) -> Int { JSONValue.object(members).json.utf8.count }

  /// Leaves items out of the longest lists; says how many of each are left.
  private static func shortened(_ members: Members, to room: Int) -> (Members, [String]) {
    var kept = members
    var sizes = members.map { member in
      (member.value.items ?? []).map { $0.json.utf8.count + 1 }
    }
    var total = size(of: members)
    while total > room {
      let place = sizes.indices.max { sum(sizes[$0]) < sum(sizes[$1]) }
      guard let place, let last = sizes[place].popLast() else { break }
      total -= last
    }
    var said: [String] = []
    for (place, member) in members.enumerated() {
      guard let items = member.value.items, items.count > sizes[place].count else { continue }
      kept[place].value = .array(Array(items.prefix(sizes[place].count)))
      said.append("\(sizes[place].count) of \(items.count) \(member.name) are shown")
    }
    return (kept, said)
  }

  private static func sum(_ sizes: [Int]) -> Int { sizes.reduce(0, +) }

  /// The value with its long texts cut.
  private static func clipped(_ value: JSONValue, to length: Int) -> JSONValue {
    switch value {
    case .string(let text) where text.utf8.count > length:
      var end = text.utf8.index(text.startIndex, offsetBy: length)
      while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
        end = text.utf8.index(before: end)
      }
      return .string(String(text[..<end]) + "…")
    case .array(let items): return .array(items.map { clipped($0, to: length) })
    case .object(let members):
      return .object(members.map { (name: $0.name, value: clipped($0.value, to: length)) })
    default: return value
    }
  }
}
