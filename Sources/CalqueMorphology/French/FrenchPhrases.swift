extension FrenchInflection {
  static let phraseWords = PhraseWords(
    articles: ["le la les l'", "un une des", "de d'", "du des", "au aux"],
    determiners: """
      le la les l' un une des ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre \
      vos leur leurs
      """,
    contractions: ["de": ["d'", "du", "des"], "a": ["au", "aux"]],
    pronouns: [
      "a": PhraseWords.Pronoun(folded: "y", standsAlone: true),
      "de": PhraseWords.Pronoun(folded: "en", standsAlone: false),
    ], elidedArticles: "l' la",
    reflexives: "se s' me m' te t' nous vous", citedReflexives: 2,
    clitics: "se s' me m' te t' nous vous le la l' les lui leur en y ne n'",
    subjects: "je il elle on nous vous ils elles t ce",
    auxiliaries: """
      suis es est sommes etes sont etais etait etions etiez etaient fus fut furent serai sera \
      serons serez seront serais serait seraient sois soit soient ete etre etant ai as a avons \
      avez ont avais avait avions aviez avaient aurai aura aurons aurez auront aurait auraient ait \
      aient ayant eut eurent avoir
      """, modals: "pouvoir devoir vouloir falloir",
    nounsOfPrepositions: """
      cours cadre sein part matiere raison terme termes faveur egard suite lieu titre mesure vue \
      cause aide profit but cas fonction dehors depit vertu travers long insu encontre instar issue \
      vigueur voie quete
      """,
    adverbs: """
      ne n' pas plus jamais rien guere aussi alors donc deja encore toujours bien mal tres trop \
      peu presque meme enfin ensuite ainsi vite surtout tout
      """, negations: "pas jamais rien guere", signsOfNegation: "ne n'",
    adverbials: [
      "en effet", "a nouveau", "de nouveau", "par ailleurs", "en outre", "d' ailleurs",
      "tout d' abord", "une nouvelle fois", "une fois de plus", "une fois encore", "pour l' heure",
      "en partie", "sans doute", "peut etre", "bien sur", "au moins", "de facto",
    ],
    adverbEnding: "ment",
    prepositions: """
      de d' du des a au aux en dans par pour sur sous avec sans contre entre vers chez devant \
      derriere hors apres avant
      """, conjunctions: "et ou", joiners: "de d'",
    quantifiers: "tout toute tous toutes autre autres aucun aucune",
    participlePrepositions: "concernant durant moyennant nonobstant suivant touchant",
    shortTitles: "mm mme mmes mlle mlles dr dre pr pre mgr", freePrefixes: "ex",
    pointing: """
      present presente presents presentes meme memes autre autres tel telle tels telles actuel \
      actuelle actuels actuelles ancien ancienne anciens anciennes premier premiere premiers \
      premieres dernier derniere derniers dernieres suivant suivante suivants suivantes
      """)
}
