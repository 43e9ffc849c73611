import CalqueFormats
import CalqueModel

/// The first units of a conversion whose file does not name two languages.
///
/// The beginning of the new file names the languages, and the first units may have no translation.
/// So units wait until one has two languages. Their number is limited, so that memory is constant.
struct HeldUnits {
  private static let most = 20_000
  private static let mostBytes = 16 << 20
  private var units: [TranslationUnit] = []
  /// The bytes of the texts of the units that wait.
  private var bytes = 0
  /// Whether no unit waits, and none will.
  private(set) var isOver: Bool

  /// Prepares the holding; a file that names two languages holds nothing back.
  init(_ writing: WriterOptions) { isOver = Self.isNamed(writing) }

  private static func isNamed(_ writing: WriterOptions) -> Bool {
    writing.pair != nil || writing.languages.count > 1
  }

  /// Takes the next unit.
  ///
  /// - Parameters:
  ///   - unit: the unit.
  ///   - writing: the options of the writing, which are given the languages as soon as these are
  ///     known.
  /// - Returns: the units to write now.
  mutating func take(_ unit: TranslationUnit, _ writing: inout WriterOptions) -> [TranslationUnit] {
    if isOver { return [unit] }
    units.append(unit)
    bytes += unit.variants.reduce(0) { $0 + $1.text.utf8.count + ($1.codes?.utf8.count ?? 0) }
    let filled = unit.variants.filter { !isBlank($0.text) }.map(\.language)
    if let source = filled.first, let target = filled.first(where: { $0 != source }) {
      writing.languages = [source, target]
    }
    let isFull = units.count == Self.most || bytes > Self.mostBytes
    return Self.isNamed(writing) || isFull ? rest() : []
  }

  /// The units that still wait.
  mutating func rest() -> [TranslationUnit] {
    isOver = true
    defer { units = [] }
    return units
  }
}
