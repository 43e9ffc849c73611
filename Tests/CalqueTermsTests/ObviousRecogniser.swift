import CalqueModel
import CalqueMorphology
import CalqueTerms
import CalqueText

@testable import CalqueTerms

/// The twin: every term tried at every token, nothing looked up, nothing shared.
///
/// It says in the plainest way what an occurrence is; the recogniser must find the same. Glued
/// words are left to the cases.
struct ObviousRecogniser {
  let terms: [RecogniserTerm]
  let language: LanguageTag

  func terms(in text: String) -> [RecognisedTerm] {
    let language = Language(language)
    let bytes = Array(text.utf8)
    func written(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    // The tokens without hyphens between words.
    var words = [Token]()
    var joined = Set<Int>()
    var hyphenEnd = -1
    for token in tokens(of: text, in: language) where token.kind != .tag {
      if token.folded == "-", token.kind == .punctuation, token.start == words.last?.end {
        hyphenEnd = token.end
        continue
      }
      if token.start == hyphenEnd { joined.insert(words.count) }
      words.append(token)
    }

    var found = [RecognisedTerm]()
    var reader = WordReader(language)
    for term in terms {
      let parts = TermWords(term, &reader)
      guard !parts.words.isEmpty, parts.words.count <= words.count else { continue }
      for start in 0...(words.count - parts.words.count) {
        var isInflected = false
        var isFound = true
        for (offset, word) in parts.words.enumerated() {
          let token = words[start + offset]
          if offset > 0 {
            let gap = bytes[words[start + offset - 1].end..<token.start]
            if gap.filter({ $0 == UInt8(ascii: "\n") }).count > 1 { isFound = false }
          }
          let text = written(token.start..<token.end)
          var agrees = false
          func agree(_ stable: Int) -> Bool {
            WordAgreement.agrees(
              term: word, text: text, stable: stable, amongOthers: parts.words.count > 1,
              &reader)
          }
          if token.folded == word.folded {
            agrees = agree(word.folded.utf8.count)
          }
          if !agrees, word.isWord {
            let forms = Morphology(language).forms(
              of: word.folded, endsInAcute: word.written.last == "é",
              word.inflections.subtracting(.stem))
            for form in forms where form.text == token.folded && agree(form.stable) {
              agrees = true
              isInflected = true
            }
            if !agrees, word.inflections.contains(.stem), token.kind == .word,
              token.stem == word.stem
            {
              agrees = agree(0)
              isInflected = true
            }
          }
          if !agrees { isFound = false }
        }
        guard isFound else { continue }
        let end = start + parts.words.count - 1
        if parts.words.count == 1, !parts.words[0].isExact {
          let particles: Set = ["la", "ci", "t", "il", "elle", "on"]
          let behind =
            joined.contains(end + 1) && !particles.contains(words[end + 1].folded)
          let token = words[start]
          let bothCapital =
            TermWords.isCapitalised(parts.words[0].written)
            && TermWords.isCapitalised(written(token.start..<token.end))
          if joined.contains(start) || behind, !bothCapital { continue }
        }
        let cues = language == .french ? ["il", "se"] : ["to", "will"]
        if parts.isLoneNoun, start > 0, cues.contains(words[start - 1].folded) {
          continue
        }
        var first = words[start].start
        if parts.article != .none {
          if start > 0, language.rules.articles.contains(words[start - 1].folded) {
            first = words[start - 1].start
          } else if parts.article == .required {
            continue
          }
        }
        found.append(
          RecognisedTerm(
            start: first, end: words[end].end, term: term.number, isInflected: isInflected))
      }
    }
    // In its own form a term keeps others away from the same stretch.
    return found.filter { one in
      !one.isInflected
        || !found.contains { !$0.isInflected && $0.start == one.start && $0.end == one.end }
    }.sorted()
  }
}
