/// Where a URL, an e-mail address, a tag or a placeholder ends, if one starts here.
struct TwinProtected {
  let scalars: [Unicode.Scalar]

  func token(at start: Int) -> (kind: TwinKind, end: Int)? {
    if let end = url(at: start) { return (.url, end) }
    if let end = email(at: start) { return (.email, end) }
    if let end = tag(at: start) { return (.tag, end) }
    if let end = placeholder(at: start) { return (.placeholder, end) }
    return nil
  }

  /// `http://`, `https://`, `ftp://` or `www.`, to the last character that is not a sentence's.
  private func url(at start: Int) -> Int? {
    for prefix in ["http://", "https://", "ftp://", "www."] {
      guard let body = after(prefix, at: start) else { continue }
      var end = run(from: body) {
        !TwinScalars.isSpace($0) && !"<>\"«»".unicodeScalars.contains($0)
      }
      while end > body, ".,;:!?)]'\u{2019}".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
      if end > body { return end }
    }
    return nil
  }

  /// A name, `@`, and a domain of two labels or more.
  private func email(at start: Int) -> Int? {
    let name = run(from: start) { isWordScalar($0) || ".+-".unicodeScalars.contains($0) }
    guard name > start, at(name) == "@" else { return nil }
    let label: (Unicode.Scalar) -> Bool = { isWordScalar($0) || $0 == "-" }
    var end = run(from: name + 1, while: label)
    guard end > name + 1 else { return nil }
    var dots = 0
    while at(end) == ".", let next = at(end + 1), label(next) {
      end = run(from: end + 1, while: label)
      dots += 1
    }
    return dots > 0 ? end : nil
  }

  /// `<b>`, `</b>`, `<br/>`.
  private func tag(at start: Int) -> Int? {
    guard at(start) == "<" else { return nil }
    let name = at(start + 1) == "/" ? start + 2 : start + 1
    guard let letter = at(name), isLatinLetter(letter) else { return nil }
    let end = run(from: name) { $0 != "<" && $0 != ">" }
    return at(end) == ">" ? end + 1 : nil
  }

  private func placeholder(at start: Int) -> Int? {
    switch at(start) {
    case "{": braces(at: start)
    case "$": at(start + 1) == "{" ? singleBraces(at: start + 1) : nil
    case "%": start > 0 && isDecimal(scalars[start - 1]) ? nil : percent(at: start)
    case "&": entity(at: start)
    default: nil
    }
  }

  private func braces(at start: Int) -> Int? {
    if at(start + 1) == "{" {
      let end = run(from: start + 2) { $0 != "{" && $0 != "}" }
      if at(end) == "}", at(end + 1) == "}" { return end + 2 }
    }
    return singleBraces(at: start)
  }

  private func singleBraces(at start: Int) -> Int? {
    let end = run(from: start + 1) { $0 != "{" && $0 != "}" }
    return at(end) == "}" ? end + 1 : nil
  }

  /// `%(x)s`, `%1$d`, `%5.2f`, `%@`.
  private func percent(at start: Int) -> Int? {
    if at(start + 1) == "(" {
      let close = run(from: start + 2) { $0 != "(" && $0 != ")" && !TwinScalars.isSpace($0) }
      if at(close) == ")", let letter = at(close + 1), ("a"..."z").contains(letter) {
        return close + 2
      }
      return nil
    }
    for afterPosition in [position(from: start + 1), start + 1] {
      var end = run(from: afterPosition) { "-+0#".unicodeScalars.contains($0) }
      end = run(from: end, while: isDecimal)
      if at(end) == ".", let digit = at(end + 1), isDecimal(digit) {
        end = run(from: end + 1, while: isDecimal)
      }
      for size in ["hh", "h", "ll", "l", "z", ""] {
        guard let letter = after(size, at: end), let conversion = at(letter),
          "@sdiuxXfgc".unicodeScalars.contains(conversion)
        else { continue }
        if let next = at(letter + 1), isWordScalar(next) { continue }
        return letter + 1
      }
    }
    return nil
  }

  /// Past the `1$` of `%1$d`, or where it started.
  private func position(from start: Int) -> Int {
    let end = run(from: start, while: isDecimal)
    return end > start && at(end) == "$" ? end + 1 : start
  }

  /// `&amp;`, `&#160;`, `&#xA0;`.
  private func entity(at start: Int) -> Int? {
    let end: Int
    if let digits = after("#x", at: start + 1) {
      end = run(from: digits) { $0.isASCII && $0.properties.isASCIIHexDigit }
      guard end > digits else { return nil }
    } else if let digits = after("#", at: start + 1) {
      end = run(from: digits, while: isDecimal)
      guard end > digits else { return nil }
    } else {
      guard let first = at(start + 1), isLatinLetter(first) else { return nil }
      end = run(from: start + 1) { isLatinLetter($0) || ("0"..."9").contains($0) }
      guard end > start + 2 else { return nil }
    }
    return at(end) == ";" ? end + 1 : nil
  }

  private func at(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  private func after(_ prefix: String, at start: Int) -> Int? {
    let end = start + prefix.unicodeScalars.count
    guard end <= scalars.count else { return nil }
    return scalars[start..<end].elementsEqual(prefix.unicodeScalars) ? end : nil
  }

  private func run(from start: Int, while condition: (Unicode.Scalar) -> Bool) -> Int {
    var end = start
    while let scalar = at(end), condition(scalar) { end += 1 }
    return end
  }

  private func isDecimal(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  private func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }

  /// A letter, a number of any kind, or `_`.
  private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || TwinScalars.isLetter(scalar) || isDecimal(scalar)
      || TwinScalars.isOtherNumber(scalar)
  }
}
