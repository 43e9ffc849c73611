extension EnglishInflection {
  /// The words that end in one of the verbs' endings less, and the verbs of irregular forms.
  static func bases(of word: String) -> [String] {
    if closed.contains(word) { return [word] }
    var bases = [word] + EnglishNoun.singulars(of: word)
    func add(_ base: String) {
      let isWord = base.utf8.count >= 3 || EnglishIrregularVerbs.forms[base] != nil
      if isWord, !bases.contains(base) { bases.append(base) }
    }
    for (ending, others) in endings where word.hasSuffix(ending) {
      let stem = word.cut(ending.utf8.count)
      for other in others { add(stem + other) }
      // stopped, stopping: the last letter is doubled.
      let last = Array(stem.utf8.suffix(2))
      if last.count == 2, last[0] == last[1] { add(stem.cut(1)) }
    }
    return bases + (EnglishIrregularVerbs.verbs[word] ?? []).filter { !bases.contains($0) }
  }

  private static let endings: [(String, [String])] = [
    ("ied", ["y"]), ("ies", ["y"]), ("es", ["", "e"]), ("s", [""]), ("ed", ["", "e"]),
    ("d", [""]), ("ing", ["", "e"]), ("ying", ["ie"]), ("king", [""]), ("ked", [""]),
  ]
}

extension EnglishIrregularVerbs {
  /// The infinitives by their irregular forms.
  static let verbs: [String: [String]] = {
    var verbs: [String: [String]] = [:]
    for (verb, forms) in forms {
      for form in forms { verbs[form, default: []].append(verb) }
    }
    return verbs.mapValues { $0.sorted() }
  }()
}
