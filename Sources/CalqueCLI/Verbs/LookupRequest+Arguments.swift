import Calque
import CalqueModel

extension LookupRequest {
  /// Reads the arguments of a lookup as `LookupVerb` does; nil if an argument is irregular.
  ///
  /// ArgumentParser finds options by reflection: 19 million instructions, more than the lookup
  /// itself. Therefore the option names are repeated here. Any irregular argument (an unknown
  /// option, an invalid value, `--help`) is left to ArgumentParser, which has the messages. A test
  /// compares the two readings.
  init?(arguments: [String]) {
    self.init()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.utf8.first == UInt8(ascii: "-"), argument.utf8.count > 1 else {
        text.append(argument)
        continue
      }
      if argument == "--" {
        text += rest
        return
      }
      guard take(flag: argument) || take(option: argument, &rest) else { return nil }
    }
  }

  private mutating func take(flag: String) -> Bool {
    switch flag {
    case "--exact": isExact = true
    case "--explain": isExplained = true
    case "--closest": seeksClosest = true
    case "--fragments": seeksFragments = true
    case "--context": isInOrder = true
    case "--scan": usesScan = true
    case "--timing": isTimed = true
    case "--ids": showsIDs = true
    case "--json": isJSON = true
    default: return false
    }
    return true
  }

  private mutating func take(option: String, _ rest: inout ArraySlice<String>) -> Bool {
    let equals = option.utf8.firstIndex(of: UInt8(ascii: "="))
    let name = equals.map { String(option[..<$0]) } ?? option
    let value: String
    if let equals {
      value = String(option[option.utf8.index(after: equals)...])
      if value.isEmpty { return false }
    } else {
      guard let next = rest.first, next.utf8.first != UInt8(ascii: "-") else { return false }
      value = next
      rest.removeFirst()
    }
    return take(name, value)
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--min-score":
      guard let number = try? Bounded.score(value) else { return false }
      minScore = number
    case "--limit":
      guard let number = try? Bounded.number(value, in: 1...1_000_000) else { return false }
      limit = number
    case "--jobs":
      guard let number = try? Bounded.number(value, in: 1...1_024) else { return false }
      jobs = number
    case "--pair":
      guard let pair = LanguagePair(value) else { return false }
      self.pair = pair
    case "--memory":
      guard let choice = ResourceChoice(value) else { return false }
      memories.append(choice)
    case "--penalty":
      guard let choice = PenaltyChoice(value) else { return false }
      penalties.append(choice)
    case "--color":
      guard let choice = ColourChoice(rawValue: value) else { return false }
      colour = choice
    case "--glossary": glossaries.append(value)
    case "--store": store = value
    case "--previous": context.previous = value
    case "--next": context.next = value
    case "--key": context.key = value
    default: return false
    }
    return true
  }
}
