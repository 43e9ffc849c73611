import CalqueModel
import CalqueText

/// The columns of a table with a row a term, as IATE exports one.
struct TermRows: Hashable, Sendable {
  let entry: Int
  let language: Int
  let term: Int
  private let names: [String]
  private let domain: Int?
  private let type: Int?
  private let status: Int?

  /// Reads a header; nil if it does not name an entry, a language and a term as IATE does.
  init?(header: [String]) {
    let names = header.map { folded($0) }
    guard let entry = names.firstIndex(of: "e_id"), let language = names.firstIndex(of: "l_code"),
      let term = names.firstIndex(of: "t_term")
    else { return nil }
    (self.entry, self.language, self.term) = (entry, language, term)
    self.names = header
    domain = names.firstIndex(of: "e_domains") ?? names.firstIndex(of: "e_domain")
    type = names.firstIndex(of: "t_type")
    status = names.firstIndex(of: "t_evaluation")
  }

  /// The concept of the rows of an entry; nil if fewer than two languages have a term.
  ///
  /// - Parameters:
  ///   - rows: the cells of the rows.
  ///   - standard: the subject field of an entry that names none.
  ///   - warn: takes what is said of a value.
  /// - Returns: the concept.
  func concept(
    _ rows: [[String]], domain standard: String?, warn: (String) -> Void = { _ in }
  ) -> Concept? {
    var concept = Concept(terms: [])
    var hasPreferred: Set<LanguageTag> = []
    for row in rows {
      func cell(_ column: Int?) -> String? {
        guard let column, column < row.count, !row[column].isBlank else { return nil }
        return row[column].trimmingBlanks
      }
      concept.externalID = concept.externalID ?? cell(entry)
      if let domain = cell(domain), concept.domains.isEmpty { concept.domains = [domain] }
      guard let language = cell(language), let text = cell(term) else { continue }
      var term = Term(language: LanguageTag(language), text: text)
      let written = cell(status)
      let stated = written.map { StatusWords.status($0) ?? .admitted }
      if let written, stated?.name != written { term.rawStatus = written }
      if let written, StatusWords.isUnknown(written) { warn(StatusWords.unknown(written)) }
      switch stated {
      case .forbidden?: term.status = .forbidden
      case .admitted?: term.status = .admitted
      default:
        term.status = hasPreferred.insert(term.language).inserted ? .preferred : .admitted
        if term.status == .admitted { term.rawStatus = nil }
      }
      term.type = cell(type).flatMap(Self.type)
      for (column, name) in names.enumerated()
      where ![entry, self.language, self.term, domain, status].contains(column) {
        guard let value = cell(column), column != type || term.type == nil else { continue }
        term.meta.properties.append(Meta.Property(type: name, value: value))
      }
      concept.terms.append(term)
    }
    guard Set(concept.terms.map(\.language)).count >= 2 else { return nil }
    if concept.domains.isEmpty, let standard { concept.domains = [standard] }
    return concept
  }

  private static func type(_ text: String) -> TermType? {
    switch folded(text) {
    case "term": .full
    case "abbreviation": .acronym
    case "short form": .short
    case "phrase": .phrase
    default: nil
    }
  }
}
