/// The blocks of a Markdown document, after CommonMark, as far as its text goes.
///
/// Code blocks, rules, front matter, link definitions and HTML comments are no text. A paragraph's
/// lines are joined, since Markdown's line breaks only fit a width.
struct MarkdownReader {
  private var blocks: [TextBlock] = []
  private var lines: [Substring] = []
  private var kind = DocumentBlock.Kind.paragraph

  /// The blocks of a document, in order.
  static func blocks(of text: String) -> [TextBlock] {
    var reader = MarkdownReader()
    reader.read(text)
    return reader.blocks
  }

  private mutating func read(_ text: String) {
    var lines = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x0A }
      .map { trimmedLine(Substring($0)) }[...]
    skipFrontMatter(&lines)
    var fence: Substring?
    var isComment = false
    while let line = lines.popFirst() {
      let bare = MarkdownLine.trimmed(line)
      if let open = fence {
        if bare.hasPrefix(open) { fence = nil }
      } else if isComment || bare.hasPrefix("<!--") {
        if !isComment { finish() }
        isComment = !bare.contains("-->")
      } else if bare.hasPrefix("```") || bare.hasPrefix("~~~") {
        finish()
        fence = bare.prefix(3)
      } else {
        read(line: line, bare: bare)
      }
    }
    finish()
  }

  private func trimmedLine(_ line: Substring) -> Substring {
    line.utf8.last == 0x0D ? Substring(line.unicodeScalars.dropLast()) : line
  }

  private func skipFrontMatter(_ lines: inout ArraySlice<Substring>) {
    guard lines.first == "---",
      let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." })
    else { return }
    lines = lines[(end + 1)...]
  }

  private mutating func read(line: Substring, bare: Substring) {
    if bare.isEmpty { return finish() }
    // Four spaces open a code block, but not inside a paragraph or a list.
    if lines.isEmpty, kind == .paragraph, line.hasPrefix("    ") || line.hasPrefix("\t") { return }
    var bare = bare
    if bare.hasPrefix(">") {
      bare = MarkdownLine.trimmed(bare.drop { $0 == ">" || $0 == " " })
      if bare.isEmpty { return finish() }
    }
    if let heading = MarkdownLine.heading(bare) {
      finish()
      add(.heading, heading)
    } else if MarkdownLine.isUnderline(bare), !lines.isEmpty, kind == .paragraph {
      kind = .heading
      finish()
    } else if MarkdownLine.isRule(bare) || MarkdownLine.isDefinition(bare) {
      finish()
    } else if bare.hasPrefix("|") {
      finish()
      for cell in MarkdownLine.cells(bare) { add(.paragraph, cell) }
    } else if let item = MarkdownLine.item(bare) {
      finish()
      kind = .listItem
      lines = [item]
    } else {
      lines.append(bare)
    }
  }

  private mutating func finish() {
    if !lines.isEmpty { add(kind, lines.joined(separator: " ")) }
    lines = []
    kind = .paragraph
  }

  private mutating func add(_ kind: DocumentBlock.Kind, _ text: some StringProtocol) {
    let plain = MarkdownText.plain(String(text))
    if !plain.isEmpty { blocks.append(TextBlock(kind: kind, text: plain)) }
  }
}

/// The form of one line of Markdown.
enum MarkdownLine {
  /// A line without the white space at its ends.
  static func trimmed(_ line: Substring) -> Substring {
    var line = line
    while let first = line.utf8.first, first == 0x20 || first == 0x09 { line.removeFirst() }
    while let last = line.utf8.last, last == 0x20 || last == 0x09 { line.removeLast() }
    return line
  }

  /// The text of a heading such as `## Text ##`; nil for any other line.
  static func heading(_ line: Substring) -> Substring? {
    let rest = line.drop { $0 == "#" }
    guard (1...6).contains(line.utf8.count - rest.utf8.count), rest.isEmpty || rest.hasPrefix(" ")
    else { return nil }
    var text = trimmed(rest)
    while text.hasSuffix("#") { text.removeLast() }
    return trimmed(text)
  }

  /// Whether a line underlines the heading above it: `===` or `---`.
  static func isUnderline(_ line: Substring) -> Bool {
    line.allSatisfy { $0 == "=" } || line.utf8.count > 1 && line.allSatisfy { $0 == "-" }
  }

  /// Whether a line is a rule: `***`, `---`, `_ _ _`.
  static func isRule(_ line: Substring) -> Bool {
    let marks = line.filter { $0 != " " }
    guard let mark = marks.first, "*-_".contains(mark) else { return false }
    return marks.utf8.count >= 3 && marks.allSatisfy { $0 == mark }
  }

  /// Whether a line defines the target of a link: `[name]: https://…`.
  static func isDefinition(_ line: Substring) -> Bool {
    guard line.hasPrefix("["), let close = line.firstIndex(of: "]") else { return false }
    return line[close...].hasPrefix("]:")
  }

  /// The text of an item of a list; nil for any other line.
  static func item(_ line: Substring) -> Substring? {
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard let mark = rest.first, rest.dropFirst().first == " " else { return nil }
    let isItem = digits.isEmpty ? "-*+".contains(mark) : digits.count <= 9 && ".)".contains(mark)
    guard isItem else { return nil }
    var text = trimmed(rest.dropFirst(2))
    // The box of a task is no text.
    for box in ["[ ] ", "[x] ", "[X] "] where text.hasPrefix(box) { text = text.dropFirst(4) }
    return text
  }

  /// The cells of a table's row; none for the row of dashes below the heading.
  static func cells(_ line: Substring) -> [Substring] {
    let isRule = line.allSatisfy { "|-: ".contains($0) }
    return isRule ? [] : line.split(separator: "|").map { trimmed($0) }
  }
}
