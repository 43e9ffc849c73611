import CalqueModel

extension AddedTerm {
  /// The result as one JSON object, without a line end.
  ///
  /// `new` says whether the pair is new. `changed` lists the changes of its entry.
  public var json: String {
    var json = JSONText()
    json.object { json in
      json.member("concept", id.description)
      json.member("glossary", glossary)
      json.member("new", isNew)
      if case .changed(let changes) = outcome {
        json.member("changed", changes.map(\.name))
      } else {
        json.member("changed", [String]())
      }
    }
    return json.text
  }
}

extension AddedTerm.Change {
  fileprivate var name: String {
    switch self {
    case .status: "status"
    case .note: "note"
    case .validity: "valid"
    case .domain: "domain"
    case .partOfSpeech: "pos"
    case .gender: "gender"
    }
  }
}
