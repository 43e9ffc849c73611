import Calque
import CalqueModel

/// The terms of one stretch of an article: one number, one surface, one concept or several.
struct SuggestMark {
  /// The bytes in the article.
  let range: Range<Int>
  /// The number of the concept that comes first, in the order of first mentions.
  let number: Int
  /// Whether the article has not named that concept before.
  let isFirst: Bool
  /// The terms, best first.
  let answers: [TermAnswer]
  /// The terms whose concepts the article has not named before.
  let unexplained: [TermAnswer]
  /// The acronym that the article gives in brackets behind the term, and its translation:
  /// `intelligence artificielle (IA)`.
  var introduced: (concept: ConceptID, acronym: String)?

  /// The acronym to print behind the first translation of a term at its first mention.
  func acronym(in answer: TermAnswer) -> String? {
    guard isFirst, let introduced, introduced.concept == answer.concept,
      answer.translations.first?.text != introduced.acronym
    else { return nil }
    return introduced.acronym
  }
}

extension Suggestions {
  /// The independent terms outside the lines of a web page, numbered by first mention.
  func marks() -> [SuggestMark] {
    let skipped = sentences.filter(\.isBoilerplate).map(\.range)
    let winners = terms.filter { term in
      term.within == nil && !term.isNameAsIs && !skipped.contains { $0.contains(term.start) }
    }
    var marks = [SuggestMark]()
    var numbers: [ConceptID: Int] = [:]
    var explained: Set<ConceptID> = []
    var place = 0
    while place < winners.count {
      let range = winners[place].range
      let answers = winners[place...].prefix { $0.range == range }
      place += answers.count
      guard let main = answers.first?.concept else { break }
      let known = numbers[main]
      let number = known ?? numbers.count + 1
      numbers[main] = number
      marks.append(
        SuggestMark(
          range: range, number: number, isFirst: known == nil, answers: Array(answers),
          // A number has a row, also where an earlier one has named its concept among others.
          unexplained: answers.filter {
            explained.insert($0.concept).inserted || known == nil && $0.concept == main
          }))
    }
    introduceAcronyms(in: &marks)
    return marks
  }

  private func introduceAcronyms(in marks: inout [SuggestMark]) {
    for place in marks.indices.dropLast() {
      let (mark, next) = (marks[place], marks[place + 1])
      // " (" stands between the two.
      guard mark.number == next.number, next.range.lowerBound - mark.range.upperBound == 2,
        let acronym = next.answers.first, acronym.surface.isInCapitals,
        let translation = acronym.translations.first, translation.text.isInCapitals
      else { continue }
      marks[place].introduced = (acronym.concept, translation.text)
    }
  }
}

extension String {
  fileprivate var isInCapitals: Bool {
    unicodeScalars.count > 1 && !unicodeScalars.contains(where: \.properties.isLowercase)
  }
}
