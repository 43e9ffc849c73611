/// What a language says of names: those that ICU lacks, and the words that only look like names.
package struct NameRules: Sendable {
  /// The words before a person's name, folded: *Mme*, "Mr".
  package var titles: Set<String> = []
  /// The given names that are common words as well, folded: *Pierre*, "Grant".
  package var givenNames: Set<String> = []
  /// Countries, regions, cities and waters.
  package var places = NameTable.none
  /// Adjectives of nationalities.
  package var peoples = NameTable.none
  /// Currencies in one word, and those that the press calls otherwise than ICU.
  package var currencies = NameTable.none
  /// Whether nationalities and languages are written with a capital.
  package var capitalisesPeoples = true

  /// The folded words behind which a name is a place, whatever follows: *en Chine Li Qiang*.
  package var introductions: Set<String> = []
  /// Whether any place before a capital or a number is part of another name: *France Gall*.
  package var placesNeedIntroduction = false
  /// The keys of places that are first names if a capital follows: *Jordan Peele*.
  package var firstNames: Set<String> = []
  /// The keys of places that are names of people or saints, unless a preposition is before them.
  package var placesBehindPrepositions: Set<String> = []
  /// The folded prepositions of those: *à Maurice*.
  package var prepositions: Set<String> = []
  /// The keys of places that are other things behind an article: *la Vienne*, a département.
  package var placesWithoutArticle: Set<String> = []
  /// The folded articles of places.
  package var articles: Set<String> = []
  /// The keys of places that are other words without an introduction: *Grenade lacrymogène*.
  package var placesWithArticle: Set<String> = []
  /// The folded words behind which those places are other things: *La Réunion des musées*.
  package var endsOfCommonNouns: Set<String> = []
  /// The folded words before which a place belongs to a street or a river: *fleuve Niger*.
  package var signsOfStreets: Set<String> = []
  /// The folded prepositions behind which a city is a place, not its government: *à Londres*.
  package var prepositionsOfPlace: Set<String> = []
  /// The folded words between such a word and the place: *rue de Londres*.
  package var links: Set<String> = []
  /// The folded capitalised words that may stand before a place: *West Germany*.
  package var qualifiers: Set<String> = []
  /// The phrases in which a name means something else: *encre de Chine*.
  package var phrases: [String] = []

  /// The keys of currencies that are other words without an amount: *livre*.
  package var currenciesWithAmount: Set<String> = []
  /// The folded words that make an amount: *millions*.
  package var amounts: Set<String> = []

  /// The rules of a language that says nothing.
  static let none = NameRules()
}
