/// Protected tokens: URLs, e-mail addresses, tags and placeholders.
///
/// The kinds are tried in this order where a token starts. Every matcher is linear in the token. The
/// end of a long run without `@` is remembered, so that a hostile line is not read again from each
/// of its places.
package struct ProtectedText {
  private let scalars: [UInt32]
  private let classes: [ScalarProperties.Classes]
  /// The end of the last run without an e-mail address; none starts inside the run.
  private var noAddressBefore = 0

  package init(_ text: borrowing ScalarText) {
    scalars = text.scalars
    classes = text.classes
    // Nearly no text has the sign without which there is no address.
    if !scalars.contains(0x40) { noAddressBefore = scalars.count }
  }

  /// Whether a protected token may start at a scalar, which hardly any does.
  @inline(__always)
  func mayBegin(with scalar: UInt32) -> Bool {
    switch scalar {
    case 0x68, 0x66, 0x77, 0x3C, 0x7B, 0x24, 0x25, 0x26: true
    default: noAddressBefore < scalars.count
    }
  }

  /// The protected token that starts at a scalar; nil if there is none.
  mutating func token(at start: Int) -> TokenSpan? {
    let scalar = scalars[start]
    switch scalar {
    case 0x68, 0x66, 0x77:  // h f w
      if let end = url(at: start) { return TokenSpan(kind: .url, start: start, end: end) }
    default: break
    }
    if let end = address(at: start) { return TokenSpan(kind: .email, start: start, end: end) }
    switch scalar {
    case 0x3C:  // <
      if let end = tag(at: start) { return TokenSpan(kind: .tag, start: start, end: end) }
    case 0x7B, 0x24, 0x25, 0x26:  // { $ % &
      if let end = placeholder(at: start) {
        return TokenSpan(kind: .placeholder, start: start, end: end)
      }
    default: break
    }
    return nil
  }

  private func scalar(_ place: Int) -> UInt32 { place < scalars.count ? scalars[place] : 0 }

  private func matches(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= scalars.count else { return false }
    for place in 0..<text.utf8CodeUnitCount
    where unsafe scalars[start + place] != UInt32(text.utf8Start[place]) {
      return false
    }
    return true
  }

  /// The end of the run of accepted scalars from `start` on.
  private func run(from start: Int, while accepts: (Int) -> Bool) -> Int {
    var end = start
    while end < scalars.count, accepts(end) { end += 1 }
    return end
  }

  private func isASCIILetter(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
  }

  private func isASCIIDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// Whether a scalar is a letter, a number of any kind or an underscore, as `\w` is in a pattern.
  private func isWordy(_ place: Int) -> Bool {
    let wordy = ScalarProperties.letter | ScalarProperties.decimal | ScalarProperties.otherNumber
    return classes[place] & wordy != 0 || scalars[place] == 0x5F
  }

  // MARK: URLs

  /// The end of the URL that starts at a scalar; nil if there is none.
  package func url(at start: Int) -> Int? {
    let body: Int
    if matches("https://", at: start) {
      body = start + 8
    } else if matches("http://", at: start) {
      body = start + 7
    } else if matches("ftp://", at: start) {
      body = start + 6
    } else if matches("www.", at: start) {
      body = start + 4
    } else {
      return nil
    }
    var end = run(from: body) { place in
      switch scalars[place] {
      case 0x3C, 0x3E, 0x22, 0xAB, 0xBB: false
      default: classes[place] & ScalarProperties.space == 0
      }
    }
    while end > body, Self.isTrailing(scalars[end - 1]) { end -= 1 }
    return end > body ? end : nil
  }

  /// Whether a scalar at the end of a URL belongs to the sentence around the URL.
  private static func isTrailing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x27, 0x2019: true
    default: false
    }
  }

  // MARK: E-mail addresses

  private mutating func address(at start: Int) -> Int? {
    if start < noAddressBefore { return nil }
    func isLocal(_ place: Int) -> Bool {
      isWordy(place) || scalars[place] == 0x2E || scalars[place] == 0x2B || scalars[place] == 0x2D
    }
    let at = run(from: start, while: isLocal)
    guard at > start else { return nil }
    if at < scalars.count, scalars[at] == 0x40 {
      func isHost(_ place: Int) -> Bool { isWordy(place) || scalars[place] == 0x2D }
      var end = run(from: at + 1, while: isHost)
      if end > at + 1 {
        var labels = 1
        while scalar(end) == 0x2E {
          let next = run(from: end + 1, while: isHost)
          if next == end + 1 { break }
          end = next
          labels += 1
        }
        if labels > 1 { return end }
      }
    }
    noAddressBefore = at
    return nil
  }

  // MARK: Tags and placeholders

  private func tag(at start: Int) -> Int? {
    var name = start + 1
    if scalar(name) == 0x2F { name += 1 }
    guard isASCIILetter(scalar(name)) else { return nil }
    let end = run(from: name + 1) { scalars[$0] != 0x3C && scalars[$0] != 0x3E }
    return scalar(end) == 0x3E ? end + 1 : nil
  }

  private func placeholder(at start: Int) -> Int? {
    switch scalars[start] {
    case 0x7B:
      if scalar(start + 1) == 0x7B, let end = braces(from: start + 2), scalar(end + 1) == 0x7D {
        return end + 2
      }
      return braces(from: start + 1).map { $0 + 1 }
    case 0x24:
      guard scalar(start + 1) == 0x7B else { return nil }
      return braces(from: start + 2).map { $0 + 1 }
    case 0x25:
      if start > 0, classes[start - 1] & ScalarProperties.decimal != 0 { return nil }
      return namedFormat(at: start) ?? format(at: start)
    default: return entity(at: start)
    }
  }

  /// The place of the next `}`; nil if another brace comes first.
  private func braces(from start: Int) -> Int? {
    let end = run(from: start) { scalars[$0] != 0x7B && scalars[$0] != 0x7D }
    return scalar(end) == 0x7D ? end : nil
  }

  /// The end of a named format: `%(name)s`.
  private func namedFormat(at start: Int) -> Int? {
    guard scalar(start + 1) == 0x28 else { return nil }
    let end = run(from: start + 2) {
      scalars[$0] != 0x28 && scalars[$0] != 0x29 && classes[$0] & ScalarProperties.space == 0
    }
    return scalar(end) == 0x29 && (0x61...0x7A).contains(scalar(end + 1)) ? end + 2 : nil
  }

  /// The end of a format: `%s`, `%1$d`, `%-08.3lf`, `%@`.
  private func format(at start: Int) -> Int? {
    func isDigit(_ place: Int) -> Bool { classes[place] & ScalarProperties.decimal != 0 }
    var place = start + 1
    let argument = run(from: place, while: isDigit)
    if argument > place, scalar(argument) == 0x24 { place = argument + 1 }
    place = run(from: place) {
      scalars[$0] == 0x2D || scalars[$0] == 0x2B || scalars[$0] == 0x30 || scalars[$0] == 0x23
    }
    place = run(from: place, while: isDigit)
    if scalar(place) == 0x2E {
      let end = run(from: place + 1, while: isDigit)
      if end > place + 1 { place = end }
    }
    switch scalar(place) {
    case 0x68, 0x6C: place += scalar(place + 1) == scalar(place) ? 2 : 1  // h hh l ll
    case 0x7A: place += 1  // z
    default: break
    }
    switch scalar(place) {
    case 0x40, 0x73, 0x64, 0x69, 0x75, 0x78, 0x58, 0x66, 0x67, 0x63:  // @ s d i u x X f g c
      return place + 1 < scalars.count && isWordy(place + 1) ? nil : place + 1
    default: return nil
    }
  }

  /// The end of a character reference: `&amp;`, `&#39;`, `&#x27;`.
  private func entity(at start: Int) -> Int? {
    var end = start + 1
    if scalar(end) == 0x23 {
      end += 1
      if scalar(end) == 0x78 {
        let digits = run(from: end + 1) {
          isASCIIDigit(scalars[$0]) || (0x41...0x46).contains(scalars[$0])
            || (0x61...0x66).contains(scalars[$0])
        }
        return digits > end + 1 && scalar(digits) == 0x3B ? digits + 1 : nil
      }
      let digits = run(from: end) { classes[$0] & ScalarProperties.decimal != 0 }
      return digits > end && scalar(digits) == 0x3B ? digits + 1 : nil
    }
    guard isASCIILetter(scalar(end)) else { return nil }
    let name = run(from: end + 1) { isASCIILetter(scalars[$0]) || isASCIIDigit(scalars[$0]) }
    return name > end + 1 && scalar(name) == 0x3B ? name + 1 : nil
  }
}
