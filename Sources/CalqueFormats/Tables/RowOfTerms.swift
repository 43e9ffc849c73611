import CalqueModel
import CalqueText

/// The data that the terms of a row share.
struct RowOfTerms {
  struct Key: Hashable {
    let owner: Int
    let field: ColumnRole.TermField
  }

  /// The column of each term; nil for terms of a list.
  var owners: [Int?] = []
  var fields: [Key: String] = [:]
  var properties: [(owner: Int, property: Meta.Property)] = []
  var partOfSpeech: String?
  var gender: String?
  var example: String?
  var status: String?
  var flags = RowFlags("", languages: [])
  /// The places of the languages whose terms are in no column of their own.
  var places: [LanguageTag: Int] = [:]
  var isForbidden = false
  var validity = Validity()

  func complete(_ terms: inout [Term], columns: Columns) {
    var isSeen: Set<Int> = []
    var hasPreferred: Set<Int> = []
    for index in terms.indices {
      let language = terms[index].language
      guard let place = columns.languages.firstIndex(of: language) ?? places[language] else {
        continue
      }
      terms[index].partOfSpeech = terms[index].partOfSpeech ?? partOfSpeech
      terms[index].validity = validity
      terms[index].flags = flags.flags(of: place)
      if place == 0, terms[index].gender == nil {
        terms[index].gender = gender.map(GenderWords.gender)
      }
      guard let owner = owners[index] else { continue }
      let isFirst = isSeen.insert(owner).inserted
      settleStatus(&terms[index], place, owner, &hasPreferred)
      if let text = value(.gender, owner) { terms[index].gender = GenderWords.gender(text) }
      if let text = value(.partOfSpeech, owner) { terms[index].partOfSpeech = text }
      guard isFirst else { continue }
      terms[index].example = value(.example, owner) ?? (index == 0 ? example : nil)
      terms[index].note = value(.note, owner)
      terms[index].meta.properties += properties.filter { $0.owner == owner }.map(\.property)
    }
  }

  private func value(_ field: ColumnRole.TermField, _ owner: Int) -> String? {
    fields[Key(owner: owner, field: field)]
  }

  /// The first term of a language that is not forbidden is the preferred one.
  ///
  /// A word that is no status says something all the same: such a term is admitted, because nobody has
  /// called it preferred.
  private func settleStatus(
    _ term: inout Term, _ place: Int, _ owner: Int, _ hasPreferred: inout Set<Int>
  ) {
    let written = value(.status, owner) ?? (place > 0 ? status : nil)
    var stated = written.flatMap(StatusWords.status)
    if let mark = value(.forbidden, owner) {
      if StatusWords.isYes(mark) { stated = .forbidden }
    } else if place > 0, isForbidden {
      stated = .forbidden
    }
    if let written, stated != nil, written != stated?.name { term.rawStatus = written }
    if written != nil, stated == nil { stated = .admitted }
    switch stated {
    case .forbidden?: term.status = .forbidden
    case .admitted?: term.status = .admitted
    default:
      term.status = hasPreferred.insert(place).inserted ? .preferred : .admitted
      if term.status == .admitted { term.rawStatus = nil }
    }
  }
}
