extension French {
  package static var numberSigns: NumberSigns { .comma }

  /// The number words of French.
  ///
  /// *Second* is left out, which is a part of a minute, too.
  package static let numberWords = NumberWords(
    units: [
      ("zero", 0), ("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5),
      ("six", 6), ("sept", 7), ("huit", 8), ("neuf", 9), ("dix", 10), ("onze", 11),
      ("douze", 12), ("treize", 13), ("quatorze", 14), ("quinze", 15), ("seize", 16),
      ("vingt", 20), ("vingts", 20), ("trente", 30), ("quarante", 40), ("cinquante", 50),
      ("soixante", 60), ("septante", 70), ("huitante", 80), ("nonante", 90),
    ],
    hundreds: ["cent", "cents"],
    scales: [
      ("mille", 3), ("million", 6), ("millions", 6), ("milliard", 9), ("milliards", 9), ("md", 9),
      ("mds", 9), ("billion", 12), ("billions", 12),
    ],
    groups: [
      ("dizaine", 10), ("dizaines", 10), ("douzaine", 12), ("douzaines", 12), ("quinzaine", 15),
      ("vingtaine", 20), ("trentaine", 30), ("quarantaine", 40), ("cinquantaine", 50),
      ("soixantaine", 60), ("centaine", 100), ("centaines", 100), ("millier", 1_000),
      ("milliers", 1_000),
    ],
    ordinals: [
      ("deuxieme", 2), ("troisieme", 3), ("quatrieme", 4), ("cinquieme", 5), ("sixieme", 6),
      ("septieme", 7), ("huitieme", 8), ("neuvieme", 9), ("dixieme", 10), ("onzieme", 11),
      ("douzieme", 12), ("quinzieme", 15), ("vingtieme", 20), ("centieme", 100),
    ],
    joiners: ["et"], besideOthers: ["un", "une"], beforePlurals: ["neuf"],
    beforeShares: ["pour"], countsByTwenties: true)

  package static func mayBePlural(_ word: String) -> Bool {
    word.utf8.count > 2 && ["s", "x", "z"].contains(word.suffix(1))
  }

  /// The words of shares: *3 pour cent*, *deux points*.
  package static let shareWords = ShareWords(
    percent: [["pour", "cent"]], points: ["point", "points"], behindPercentage: [])
}
