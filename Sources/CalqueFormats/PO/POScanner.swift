import CalqueInput
import CalqueModel

/// Reads the entries of a PO file line by line.
struct POScanner {
  private var entry: POEntry?
  private var key = Key.none
  private var line = 0
  private var written = ""
  /// Whether the broken entry is the one before the line that was read.
  private var isBrokenBefore = false
  /// Whether lines are passed over because the entry is broken.
  private var passesOver = false
  /// What is no entry since the last one, as written: comments that stand alone, domains.
  private(set) var loose = ""
  /// The entries that are complete.
  private(set) var entries: [POEntry] = []

  /// The string to which the next line in quotes belongs.
  private enum Key {
    case none, context, id, plural, translation(Int)
    case previous
  }

  /// Hands over the entries that are complete.
  mutating func takeEntries() -> [POEntry] {
    defer { entries.removeAll(keepingCapacity: true) }
    return entries
  }

  /// Hands over what is no entry since the last one.
  mutating func takeLoose() -> String {
    defer { loose = "" }
    return loose
  }

  /// The number of bytes that the open entry has as written.
  var size: Int { written.utf8.count + loose.utf8.count }

  /// Reads the next line, without its end.
  mutating func read(_ text: String) throws(InputError) {
    line += 1
    let trimmed = text.trimmingBlanks
    if passesOver {
      passesOver = !trimmed.isEmpty
      return
    }
    if trimmed.isEmpty {
      if let entry, entry.id != nil || entry.previous.isEmpty && entry.flags.isEmpty { try close() }
      key = .none
      return
    }
    let isObsolete = trimmed.opens(with: "#~")
    var body = isObsolete ? String(trimmed.behind(2)).trimmingBlanks : trimmed
    if isObsolete, body.opens(with: "|") { body = "#" + body }
    if body.opens(with: "#"), !body.opens(with: "#~") {
      if entry?.translations.isEmpty == false { try close() }
      begin(isObsolete)
      keep(text)
      return try comment(body)
    }
    if body.opens(with: "\"") {
      guard let string = POString.text(body[...]) else { throw Self.noString }
      keep(text)
      return try goOn(string)
    }
    guard let word = Word(body) else {
      if body.opens(with: "domain "), !isObsolete {
        try close()
        loose += text + "\n"
        return
      }
      throw InputError(message: "msgid, msgstr, a comment or a text in quotes was expected")
    }
    try read(word, text, isObsolete)
  }

  /// Gives up the entry in which a line is broken; the reading goes on behind the next blank line.
  ///
  /// - Parameter text: the broken line; nil if it could not be read. It is read again if the entry
  ///   before it was the broken one.
  /// - Returns: what is wrong with the line itself, if it was read again.
  mutating func passOver(_ text: String?) -> InputError? {
    let isBefore = isBrokenBefore
    isBrokenBefore = false
    if text == nil { line += 1 }
    (entry, loose) = (nil, "")
    (written, key, passesOver) = ("", .none, !isBefore)
    guard let text, isBefore else { return nil }
    line -= 1
    do throws(InputError) {
      try read(text)
      return nil
    } catch { return error }
  }

  /// Ends the file.
  mutating func finish() throws(InputError) { try close() }

  private static let noString = InputError(message: "a text in quotes was expected")

  // MARK: - Parts

  private mutating func begin(_ isObsolete: Bool) {
    if entry == nil {
      entry = POEntry()
      entry?.line = line
    }
    if isObsolete { entry?.isObsolete = true }
  }

  private mutating func keep(_ text: String) {
    written += text
    written += "\n"
  }

  private mutating func read(
    _ word: Word, _ text: String, _ isObsolete: Bool
  ) throws(InputError) {
    if word.key == "msgctxt" || word.key == "msgid", entry?.id != nil { try close() }
    begin(isObsolete)
    keep(text)
    guard let string = word.rest.isEmpty ? "" : POString.text(word.rest) else {
      throw Self.noString
    }
    let misplaced = InputError(message: "\(word.key) is out of place")
    switch word.key {
    case "msgctxt":
      guard entry?.context == nil, entry?.translations.isEmpty == true else { throw misplaced }
      entry?.context = string
      key = .context
    case "msgid":
      guard entry?.translations.isEmpty == true else { throw misplaced }
      entry?.id = string
      key = .id
    case "msgid_plural":
      guard entry?.plural == nil, entry?.id != nil, entry?.translations.isEmpty == true else {
        throw misplaced
      }
      entry?.plural = string
      key = .plural
    default:
      guard entry?.id != nil, entry?.translations[word.number] == nil else { throw misplaced }
      entry?.translations[word.number] = string
      entry?.order.append(word.number)
      key = .translation(word.number)
    }
  }

  private mutating func goOn(_ string: String) throws(InputError) {
    switch key {
    case .context: entry?.context? += string
    case .id: entry?.id? += string
    case .plural: entry?.plural? += string
    case .translation(let number): entry?.translations[number]? += string
    case .none, .previous: throw InputError(message: "a text in quotes stands alone")
    }
  }

  private mutating func comment(_ body: String) throws(InputError) {
    let mark = body.utf8.dropFirst().first ?? 0
    guard ",.:|".utf8.contains(mark) else {
      entry?.comments.append(String(body.behind(1)).trimmingBlanks)
      return
    }
    let text = String(body.behind(2)).trimmingBlanks
    switch Unicode.Scalar(mark) {
    case ",":
      entry?.flags += text.utf8.split(separator: UInt8(ascii: ","))
        .map { String(Substring($0)).trimmingBlanks }.filter { !$0.isEmpty }
    case ".": entry?.extracted.append(text)
    case ":": entry?.references.append(text)
    default:
      if let word = Word(text), word.key != "msgstr" {
        guard let string = POString.text(word.rest) else { throw Self.noString }
        entry?.previous.append((word.key, string))
        key = .previous
      } else if let string = POString.text(text[...]) {
        guard case .previous = key, let last = entry?.previous.indices.last else { return }
        entry?.previous[last].text += string
      } else {
        throw Self.noString
      }
    }
  }

  private mutating func close() throws(InputError) {
    defer {
      entry = nil
      written = ""
      key = .none
    }
    guard var entry else { return }
    guard entry.id != nil else {
      loose += written + "\n"
      return
    }
    if entry.translations.isEmpty {
      isBrokenBefore = true
      throw InputError(
        message: "the entry has no msgstr", line: entry.line,
        excerpt: Excerpt(lines: [
          Excerpt.Line(number: entry.line, text: String(written.prefix { $0 != "\n" }), column: 1)
        ]))
    }
    entry.written = written
    entry.before = loose
    loose = ""
    entries.append(entry)
  }

  /// A keyword and what follows it.
  private struct Word {
    let key: String
    var number = 0
    let rest: Substring

    init?(_ body: String) {
      // The second of two keywords that begin alike comes after the longer one.
      guard body.opens(with: "msg"),
        let key = ["msgctxt", "msgid_plural", "msgid", "msgstr"].first(where: body.opens)
      else { return nil }
      self.key = key
      var rest = body.utf8.dropFirst(key.utf8.count).drop { $0 == 0x20 || $0 == 0x09 }
      if key == "msgstr", rest.first == UInt8(ascii: "[") {
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")),
          let number = Int(String(Substring(rest[..<end].dropFirst())).trimmingBlanks),
          (0..<1_000).contains(number)
        else { return nil }
        self.number = number
        rest = rest[rest.index(after: end)...].drop { $0 == 0x20 || $0 == 0x09 }
      }
      guard rest.isEmpty || rest.first == UInt8(ascii: "\"") else { return nil }
      self.rest = Substring(rest)
    }
  }
}

// Bytes, and not characters: a joiner or an accent behind a quote makes one character of both.
extension String {
  /// Whether the bytes of a text begin with those of another.
  func opens(with other: String) -> Bool { utf8.starts(with: other.utf8) }

  /// The text behind some bytes of ASCII.
  fileprivate func behind(_ bytes: Int) -> Substring { Substring(utf8.dropFirst(bytes)) }
}
