import CalqueMatch
import CalqueModel

extension Difference {
  /// Writes `{"kind","query":{"start","end"},"match":{"start","end"}}`.
  func write(to json: inout JSONText) {
    json.object { json in
      json.member("kind", kind.rawValue)
      json.member("query", query)
      json.member("match", match)
    }
  }
}
