/// The short quotations and brackets of a block, each part of one sentence.
enum Quotations {
  /// The maximum length; longer quotations hold sentences of their own.
  private static let longest = 80

  /// The ranges from opening to closing mark, both included, ordered by their beginning.
  static func short(in text: [UInt16]) -> [Range<Int>] {
    var open: [(place: Int, mark: UInt16)] = []
    var found: [Range<Int>] = []
    for (place, unit) in text.enumerated() {
      // A mark that has been open for longer opens no short quotation.
      while let first = open.first, place - first.place > longest { open.removeFirst() }
      if unit == 0x22 {
        if let last = open.lastIndex(where: { $0.mark == 0x22 }) {
          close(from: last, at: place)
        } else if place == 0 || Marks.isSpace(text[place - 1]) || Marks.isOpener(text[place - 1]) {
          open.append((place, unit))
        }
      } else if let mark = opening(of: unit) {
        if let last = open.lastIndex(where: { $0.mark == mark }) { close(from: last, at: place) }
      } else if Marks.isOpener(unit) {
        open.append((place, unit))
      }
    }
    func close(from index: Int, at place: Int) {
      if place - open[index].place <= longest { found.append(open[index].place..<(place + 1)) }
      open.removeSubrange(index...)
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The places of straight quotes that close a quotation behind a space, as in `" Oui ! " dit-il`.
  ///
  /// A quote with a space on either side shows no direction, so it closes what is open.
  static func detachedClosers(in text: [UInt16]) -> Set<Int> {
    var found: Set<Int> = []
    var isOpen = false
    for (place, unit) in text.enumerated() where unit == 0x22 {
      let isSpaced =
        place == 0 || Marks.isSpace(text[place - 1]) || Marks.isOpener(text[place - 1])
      let isLoose = place + 1 == text.count || Marks.isSpace(text[place + 1])
      if isSpaced, isLoose, isOpen { found.insert(place) }
      // Where one side alone has a space, the space tells the direction.
      isOpen = isSpaced == isLoose ? !isOpen : isSpaced
    }
    return found
  }

  /// The outermost quotation around a place.
  static func containing(_ place: Int, among quotations: [Range<Int>]) -> Range<Int>? {
    var (low, high) = (0, quotations.count)
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].lowerBound < place - longest - 1 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return quotations[low...].prefix { $0.lowerBound < place }.first { place < $0.upperBound }
  }

  private static func opening(of closer: UInt16) -> UInt16? {
    switch closer {
    case 0x29: 0x28
    case 0x5D: 0x5B
    case 0x7D: 0x7B
    case 0xBB: 0xAB
    case 0x201D: 0x201C
    case 0x203A: 0x2039
    default: nil
    }
  }
}
