import CalqueFormats
import CalqueModel

extension ImportReport {
  /// The report as one JSON object, without a line end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("file", file)
      json.member("format", detected.format.rawValue)
      json.member("kind", detected.kind.rawValue)
      json.member("into", into)
      json.member("read", counts.read)
      json.member("stored", counts.stored)
      json.member("known", counts.known)
      json.name("skipped")
      json.object { json in
        for (reason, count) in counts.skipped.sorted(by: { $0.key < $1.key }) {
          json.member(given: reason, count)
        }
      }
      json.member("refused", counts.refused)
      if isReplacing { json.member("removed", counts.removed) }
      json.name("doubtful")
      json.object { json in
        for (reason, count) in doubtful.sorted(by: { $0.key < $1.key }) {
          json.member(given: reason, count)
        }
      }
      json.name("warnings")
      json.array { json in
        for warning in warnings {
          json.object { json in
            json.member("line", warning.line)
            json.member("column", warning.column)
            json.member("message", warning.message)
          }
        }
      }
    }
    return json.text
  }
}
