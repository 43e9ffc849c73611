/// The UTF-16 units of one block of text, with the walks that the rules of sentences share.
struct BlockText {
  /// The units.
  let units: [UInt16]
  /// For each place the next letter or digit; the number of units if there is none.
  private let nextOfWord: [Int]

  init(_ units: [UInt16]) {
    self.units = units
    // A table, since a search at each dot of a page of dots would be quadratic.
    var next = units.count
    var nextOfWord = [Int](repeating: next, count: units.count + 1)
    for place in units.indices.reversed() {
      if Marks.isLetter(units[place]) || Marks.isDigit(units[place]) { next = place }
      nextOfWord[place] = next
    }
    self.nextOfWord = nextOfWord
  }

  var count: Int { units.count }

  subscript(_ place: Int) -> UInt16 { units[place] }

  subscript(_ range: Range<Int>) -> ArraySlice<UInt16> { units[range] }

  /// Whether a stretch of the text holds a letter or a digit.
  func hasWord(_ range: Range<Int>) -> Bool {
    nextOfWord[range.lowerBound] < range.upperBound
  }

  /// The first letter or digit from a place on, past opening marks, dashes and dots; nil if there
  /// is none.
  func firstOfWord(from place: Int) -> Int? {
    let first = nextOfWord[place]
    return first < units.count ? first : nil
  }

  /// The end of the letters that begin at a place.
  func endOfLetters(_ place: Int) -> Int {
    var at = place
    while at < units.count, Marks.isLetter(units[at]) { at += 1 }
    return at
  }

  /// The first place from a place on that is not white space.
  func skipSpaces(_ place: Int) -> Int {
    var at = place
    while at < units.count, Marks.isSpace(units[at]) { at += 1 }
    return at
  }

  /// The end of the text before a place, without white space.
  func skipSpacesBack(_ place: Int) -> Int {
    var at = place
    while at > 0, Marks.isSpace(units[at - 1]) { at -= 1 }
    return at
  }

  /// The text of a range.
  func string(_ range: Range<Int>) -> String {
    String(decoding: units[range], as: UTF16.self)
  }
}
