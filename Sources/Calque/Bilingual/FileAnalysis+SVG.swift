import CalqueModel
import CalqueSystem

extension FileAnalysis {
  /// The analysis as a picture: a bar a band, by words.
  ///
  /// The picture needs nothing outside of it.
  public var svg: String {
    let (left, barWidth, rowHeight, top) = (110, 400, 26, 48)
    let height = top + rowHeight * MatchBand.allCases.count + 34
    let total = bands.total
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 \(height)" width="760" \
      height="\(height)" role="img" font-family="sans-serif" font-size="13">
      <title>\(Self.escaped(file))</title>
      <rect width="760" height="\(height)" fill="#ffffff"/>
      <text x="12" y="24" font-size="15" font-weight="bold" fill="#111111">\(Self.escaped(heading))\
      </text>

      """
    for (number, band) in MatchBand.allCases.enumerated() {
      let size = bands.size(band)
      let y = top + number * rowHeight
      let width = total.words == 0 ? 0 : size.words * barWidth / total.words
      svg += """
        <text x="\(left - 10)" y="\(y + 15)" text-anchor="end" fill="#111111">\(band.rawValue)</text>
        <rect x="\(left)" y="\(y + 2)" width="\(barWidth)" height="18" fill="#eeeeee"/>
        <rect x="\(left)" y="\(y + 2)" width="\(width)" height="18" fill="\(Self.colour(band))"/>
        <text x="\(left + barWidth + 10)" y="\(y + 15)" fill="#111111">\(size.words) words · \
        \(size.segments) segments</text>

        """
    }
    let y = height - 14
    svg += """
      <text x="\(left - 10)" y="\(y)" text-anchor="end" fill="#111111">total</text>
      <text x="\(left + barWidth + 10)" y="\(y)" fill="#111111">\(total.words) words · \
      \(total.segments) segments</text>
      </svg>

      """
    return svg
  }

  /// Writes the picture to a file, whole or not at all.
  ///
  /// - Throws: `WorkspaceError` if the file cannot be written.
  public func writeSVG(toFile path: String) throws(WorkspaceError) {
    try WorkspaceError.carrying {
      try StoreGuard.checkReplacing(path)
      let file = try AtomicFile(path)
      try file.write(Array(svg.utf8))
      try file.commit()
    }
  }

  private var heading: String { pair.map { "\(file) · \($0)" } ?? file }

  /// Colours that differ in brightness too, from the most to the least that is known.
  private static func colour(_ band: MatchBand) -> String {
    switch band {
    case .repetition: "#4d4d4d"
    case .context: "#08306b"
    case .exact: "#08519c"
    case .from95: "#2171b5"
    case .from85: "#4292c6"
    case .from75: "#6baed6"
    case .from50: "#9ecae1"
    case .none: "#d9a066"
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default:
        let isBidi =
          (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        escaped.unicodeScalars.append(scalar.value < 0x20 || isBidi ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }
}
