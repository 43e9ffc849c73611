extension QuantityWalk {
  /// Gives a number the unit behind it: *5 millions **d'euros***, "12**C**", *45 **livres sterling***.
  func applyUnit(to part: inout QuantityPart) {
    var place = part.end
    if text.isDash(place), text.isGlued(place), text.isGlued(place + 1) { place += 1 }
    var skipped = 0
    while true {
      if let (unit, end) = unit(at: place) {
        // Behind a word like *de*, only money is counted: *trois mois*, *un million de mois*.
        guard skipped == 0 || unit.isMoney || part.isGroup else { return }
        part.readings = part.readings.map { .init($0.kind, $0.value, $0.unit ?? unit) }
        part.end = end
        if unit.isHours { addTimes(to: &part) }
        return
      }
      guard skipped < 2, words.linksToUnit.contains(text.folded(place)) else { return }
      skipped += 1
      place += 1
    }
  }

  func unit(at place: Int) -> (unit: QuantityUnit, end: Int)? {
    guard place < text.tokens.count else { return nil }
    let (first, second) = (text.folded(place), text.folded(place + 1))
    let both = first + " " + second
    if let unit = words.units[both] ?? QuantityUnit.signs[both] { return (unit, place + 2) }
    if first == "°", text.isGlued(place + 1), ["c", "f"].contains(second) {
      return (.measure("°"), place + 2)
    }
    if first == "km", second == "/", text.folded(place + 2) == "h" {
      return (.measure("km/h"), place + 3)
    }
    // A lone letter is a unit only behind its number: 12C, 40 m.
    if first == "c", !text.isGlued(place) { return nil }
    guard let unit = words.units[first] ?? QuantityUnit.signs[first] else { return nil }
    return (unit, place + 1)
  }

  /// A number of hours may also be an hour of the day: *20 heures*.
  private func addTimes(to part: inout QuantityPart) {
    guard words.hourWords.contains(text.folded(part.end - 1)),
      let value = part.readings.first?.value,
      value >= 0, value <= 24, value == value.rounded()
    else { return }
    let minutes = value * 60
    part.readings.append(.init(.time, minutes == 1_440 ? 0 : minutes))
  }
}

extension QuantityUnit {
  fileprivate var isMoney: Bool { if case .currency = self { true } else { false } }
  fileprivate var isHours: Bool { self == .hour }
}
