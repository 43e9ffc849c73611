/// The part of speech of a term, as a glossary states it.
enum TermSpeech {
  case noun, properNoun, adjective, verb, other, unknown

  init(_ written: String?) {
    switch written {
    case nil, "": self = .unknown
    case "noun": self = .noun
    case "proper noun": self = .properNoun
    case "phrase", "verb": self = .verb
    case let written?:
      switch written.lowercased() {
      case "noun", "n", "nom", "n.": self = .noun
      case "proper noun", "nom propre": self = .properNoun
      case "adjective", "adj", "adj.", "adjectif": self = .adjective
      case "verb", "v", "v.", "verbe", "phrase", "expression": self = .verb
      default: self = .other
      }
    }
  }
}
