/// Text in several styles, laid out over lines.
///
///     var paragraph = Paragraph()
///     paragraph.append("Le ")
///     paragraph.append(mark: "[+", "prochain sommet", "+]", .added)
///     paragraph.lines(width: 40)  // one line, or two with the mark whole on the second
///
/// A line ends at white space, never inside a word. A mark is kept whole. A mark wider than a line
/// is broken at its spaces, closed at the end of the line and opened again on the next line. A line
/// does not end at a space before `»`, `:`, `;`, `?` or `!`, after `«`, or between groups of
/// digits. Text from outside is escaped when appended.
struct Paragraph {
  /// Text of one style; a mark has a sign on either side.
  struct Atom {
    var open = ""
    var text: String
    var close = ""
    var style: Colour.Style?
    /// The number that joins the parts of one mark; 0 for words.
    var mark = 0

    /// The columns of the signs and the text.
    var columns: Int { Columns.count(open) + Columns.count(text) + Columns.count(close) }
  }

  /// Atoms on one line, and the gap between them and the preceding atoms of the line.
  struct Piece {
    var gap: String
    var atoms: [Atom]

    /// The columns of all atoms.
    var columns: Int { atoms.reduce(0) { $0 + $1.columns } }
  }

  /// The pieces, in order.
  private(set) var pieces: [Piece] = []
  /// The white space since the last piece.
  private var gap = ""
  /// Whether the next text joins the last piece.
  private var isOpen = false
  private var marks = 0

  /// A paragraph without text.
  init() {}

  /// A paragraph of one text.
  init(_ text: String) { append(text) }

  // MARK: Building

  /// Adds words.
  ///
  /// Without white space between, the text continues the last word.
  mutating func append(_ text: String, _ style: Colour.Style? = nil) {
    let scalars = Array(TerminalText.escaped(text).unicodeScalars)
    var word = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      if WordBreak.isBreak(scalars, at: place, after: word.last ?? lastScalar) {
        add(Atom(text: String(word), style: style))
        word = String.UnicodeScalarView()
        gap.unicodeScalars.append(scalar)
        isOpen = false
      } else {
        word.append(scalar)
      }
    }
    add(Atom(text: String(word), style: style))
  }

  /// Adds a text between two signs and keeps the text whole.
  mutating func append(
    mark open: String, _ text: String, _ close: String, _ style: Colour.Style? = nil
  ) {
    // A line may end between two marks.
    if let last = pieces.last?.atoms.last, isOpen, !last.close.isEmpty { isOpen = false }
    marks += 1
    add(
      Atom(
        open: open, text: TerminalText.escaped(text), close: close, style: style, mark: marks))
  }

  /// Adds a phrase and keeps the phrase whole, after a gap that is dropped at the end of a line.
  mutating func append(phrase: String, after gap: String = " ") {
    self.gap = pieces.isEmpty ? "" : gap
    isOpen = false
    marks += 1
    add(Atom(text: TerminalText.escaped(phrase), mark: marks))
  }

  private mutating func add(_ atom: Atom) {
    if atom.open.isEmpty, atom.text.isEmpty { return }
    if isOpen, let last = pieces.indices.last {
      pieces[last].atoms.append(atom)
    } else {
      pieces.append(Piece(gap: gap, atoms: [atom]))
    }
    gap = ""
    isOpen = true
  }

  /// The scalar directly before the next text.
  private var lastScalar: Unicode.Scalar? {
    guard isOpen, let last = pieces.last?.atoms.last else { return nil }
    return (last.close.isEmpty ? last.text : last.close).unicodeScalars.last
  }

  // MARK: Laying out

  /// A printed line and its width in columns.
  struct Line {
    var text: String
    var columns: Int
  }

  /// The lines of the paragraph: one or more.
  ///
  /// Only a line that is a single word can be wider than the width.
  func lines(width: Int, _ colour: Colour = .off) -> [Line] {
    var lines = [Line]()
    var line = [Piece]()
    var columns = 0
    for piece in pieces.flatMap({ $0.fitting(width) }) {
      let more = Self.columns(of: piece, after: line.last)
      if !line.isEmpty, columns + more > width {
        lines.append(Line(text: Self.text(of: line, colour), columns: columns))
        (line, columns) = ([piece], piece.columns)
      } else {
        columns += line.isEmpty ? piece.columns : more
        line.append(piece)
      }
    }
    return lines + [Line(text: Self.text(of: line, colour), columns: columns)]
  }

  /// The columns that a piece adds to a line: a continued mark has no signs between its parts.
  private static func columns(of piece: Piece, after last: Piece?) -> Int {
    let gap = Columns.count(piece.gap)
    if let first = piece.atoms.first, first.mark != 0, first.mark == last?.atoms.last?.mark {
      return gap + piece.columns - Columns.count(first.open) - Columns.count(first.close)
    }
    return gap + piece.columns
  }

  private static func text(of line: [Piece], _ colour: Colour) -> String {
    // Atoms with the gaps before them on the line; parts of one mark are joined.
    var joined = [(gap: String, atom: Atom)]()
    for (number, piece) in line.enumerated() {
      for (place, atom) in piece.atoms.enumerated() {
        let gap = number > 0 && place == 0 ? piece.gap : ""
        if let last = joined.indices.last, atom.mark != 0, joined[last].atom.mark == atom.mark {
          joined[last].atom.text += gap + atom.text
        } else {
          joined.append((gap, atom))
        }
      }
    }
    return joined.map { gap, atom in
      let text = atom.open + atom.text + atom.close
      return gap + (atom.style.map { colour(text, $0) } ?? text)
    }.joined()
  }
}

extension Paragraph.Piece {
  /// The piece, or its parts if the piece is wider than a line.
  fileprivate func fitting(_ width: Int) -> [Paragraph.Piece] {
    if columns <= width { return [self] }
    var parts = [Paragraph.Piece]()
    for (place, atom) in atoms.enumerated() {
      if atom.mark == 0, let last = parts.last, last.columns + atom.columns <= width {
        parts[parts.count - 1].atoms.append(atom)
      } else {
        parts += Self.parts(of: atom, after: place == 0 ? gap : "", width)
      }
    }
    return parts
  }

  /// The atom in one piece, or a piece for each word of a mark wider than a line.
  private static func parts(
    of atom: Paragraph.Atom, after gap: String, _ width: Int
  ) -> [Paragraph.Piece] {
    if atom.columns <= width { return [Self(gap: gap, atoms: [atom])] }
    var words = [(gap: "", text: atom.text)]
    if atom.mark != 0 {
      words = Paragraph(atom.text).pieces.map { ($0.gap, $0.atoms.map(\.text).joined()) }
    }
    var parts = [Paragraph.Piece]()
    let room = width - Columns.count(atom.open) - Columns.count(atom.close)
    for word in words {
      for (place, text) in WordBreak.parts(of: word.text, room).enumerated() {
        var part = atom
        part.text = text
        let before = parts.isEmpty ? gap : place == 0 ? word.gap : ""
        parts.append(Self(gap: before, atoms: [part]))
      }
    }
    return parts
  }
}
