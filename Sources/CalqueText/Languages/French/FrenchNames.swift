extension French {
  package static let names: NameRules = {
    var rules = NameRules()
    rules.places = places
    rules.titles = ["mme", "mmes", "mlle", "mm", "dr", "pr", "sir", "lord", "lady"]
    rules.givenNames = [
      "pierre", "rose", "olivier", "blanche", "constant", "prosper", "modeste", "parfait", "juste",
      "ange", "violette", "colombe", "victoire", "aurore", "prudence", "clemence", "marguerite",
      "jean", "martin", "max",
    ]
    rules.peoples = peoples
    rules.currencies = currencies
    rules.capitalisesPeoples = false
    rules.introductions = [
      "en", "au", "aux", "la", "le", "les", "l'", "du", "des", "vers", "contre",
    ]
    rules.placesNeedIntroduction = true
    rules.firstNames = ["IL"]
    rules.placesBehindPrepositions = ["MU", "LC", "MF", "SH"]
    rules.prepositions = ["a", "ile"]
    rules.articles = articles
    rules.placesWithArticle = ["RE", "GD", "DM", "W-MAN", "US-VA"]
    rules.placesWithoutArticle = ["ATVIE"]
    rules.endsOfCommonNouns = ["d'", "de", "des", "du"]
    rules.signsOfStreets = [
      "rue", "avenue", "boulevard", "quai", "impasse", "faubourg", "allee", "square", "gare",
      "fleuve", "riviere", "roi", "reine", "sainte", "saint", "villa", "bassin", "lycee",
    ]
    rules.prepositionsOfPlace = [
      "a", "de", "d'", "depuis", "vers", "en", "dans", "pres", "entre", "hors", "jusqu'a",
    ]
    rules.links = ["de", "d'", "du", "des", "la", "l'", "le", "les"]
    rules.qualifiers = ["nord", "sud", "est", "ouest", "haute", "basse", "grande"]
    rules.phrases = [
      "encre de Chine", "cochon d'Inde", "œillet d'Inde", "rose d'Inde", "marron d'Inde",
      "eau de Cologne", "tête de Turc", "querelle d'Allemand", "blanc d'Espagne",
      "mouche d'Espagne", "clé anglaise", "clef anglaise", "crème anglaise", "capote anglaise",
      "assiette anglaise", "semaine anglaise", "à l'anglaise", "cuisine américaine",
      "nuit américaine", "bar américain", "montagnes russes", "casse-tête chinois",
      "ombres chinoises", "téléphone arabe", "quartier latin", "petit suisse", "auberge espagnole",
      "vache espagnole", "châteaux en Espagne", "château en Espagne", "pas le Pérou",
      "oncle d'Amérique", "douche écossaise", "sauce hollandaise", "armée mexicaine",
      "portrait chinois", "supplice chinois", "Le Parisien", "France insoumise",
      "Debout la France", "Tour de France", "Stade de France", "Électricité de France",
      "Gaz de France",
      "Comédie-Française", "Air France", "Radio France",
    ]
    rules.currenciesWithAmount = [
      "GBP-", "SEK-", "SEK", "NOK", "DKK", "ISK", "CHF-", "BRL", "KRW-", "ZAR", "PEN", "CRC",
    ]
    rules.amounts = [
      "million", "millions", "milliard", "milliards", "millier", "milliers", "billion", "billions",
      "centaine", "centaines", "dizaine", "dizaines", "mille", "cent", "cents", "deux", "trois",
      "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "vingt", "trente", "quarante",
      "cinquante", "soixante",
    ]
    return rules
  }()
}
