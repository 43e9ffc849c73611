public import CalqueFormats
import CalqueModel

extension FormatDescription {
  /// The format as one JSON object, without a line end.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("format", format.rawValue)
      json.member("title", title)
      json.member("suffixes", suffixes)
      json.member("kinds", kinds.map(\.rawValue))
      json.member("reads", reads)
      json.member("writes", writes)
      json.member("losses", losses)
    }
    return json.text
  }
}
