import CalqueInput
import CalqueModel

/// The styles of a workbook's cells that show a number as a date.
///
/// A cell holds a date as the number of days since 1899-12-30, or since 1904-01-01 (ISO 29500-1,
/// 18.17.4). Only the cell's style tells that the number is a date.
struct SheetDates {
  /// What a style shows.
  enum Shown {
    case date
    case dateAndTime
  }

  /// What each style shows; nil for styles of numbers and texts.
  let styles: [Shown?]
  /// Whether the workbook counts from 1904.
  let isFrom1904: Bool

  /// A date as ISO 8601 writes it.
  ///
  /// - Parameters:
  ///   - number: the cell's number as written.
  ///   - style: the number of the cell's style.
  /// - Returns: the date; nil if the style shows none or the number is none.
  func text(_ number: String, style: Int) -> String? {
    guard styles.indices.contains(style), let shown = styles[style], let serial = Double(number),
      serial.isFinite, (0..<2_958_466).contains(serial)
    else { return nil }
    var days = Int64(serial)
    // Excel takes 1900 for a leap year: its days before March 1900 are one less.
    if isFrom1904 { days += 1_462 } else if days < 60 { days += 1 }
    let seconds = Int64((serial - serial.rounded(.down)) * 86_400 + 0.5)
    let moment = Instant(seconds: (days - 25_569) * 86_400 + seconds)
    guard case .dateAndTime = shown, seconds > 0 else { return moment.day }
    return String(moment.extended.dropLast())
  }
}

/// Reads `xl/styles.xml`.
final class SheetStyles: XMLHandler {
  /// What each style shows.
  private(set) var styles: [SheetDates.Shown?] = []
  private var formats: [Int: String] = [:]
  private var isInCells = false
  private let most = 65_536

  func start(_ name: String, _ attributes: [Meta.Attribute]) throws(InputError) {
    switch name.local {
    case "numFmt":
      guard let id = attributes.value("numFmtId").flatMap({ Int($0) }), formats.count < most else {
        return
      }
      formats[id] = attributes.value("formatCode")
    case "cellXfs": isInCells = true
    case "xf" where isInCells && styles.count < most:
      let id = attributes.value("numFmtId").flatMap { Int($0) } ?? 0
      styles.append(formats[id].map { Self.shown(by: $0) } ?? Self.builtIn[id])
    default: break
    }
  }

  func end(_ name: String) throws(InputError) {
    if name.local == "cellXfs" { isInCells = false }
  }

  func text(_ text: Span<UInt8>) throws(InputError) {}
  func instruction(_ target: String, _ text: String) throws(InputError) {}
  func warn(_ message: String, kind: String) {}

  /// The formats of dates that a workbook need not list (ISO 29500-1, 18.8.30).
  private static let builtIn: [Int: SheetDates.Shown] = [
    14: .date, 15: .date, 16: .date, 17: .date, 22: .dateAndTime,
  ]

  /// What a format code such as `dd/mm/yyyy hh:mm` shows: a year or a day makes a date.
  static func shown(by code: String) -> SheetDates.Shown? {
    var letters = ""
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for scalar in code.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" || scalar == "_" || scalar == "*" {
        isEscaped = true
      } else if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "[" || scalar == "]" {
        isBracketed = scalar == "["
      } else if !isQuoted, !isBracketed {
        letters.unicodeScalars.append(scalar)
      }
    }
    letters = letters.asciiLowercased
    // Words such as General and codes of numbers have neither.
    guard !letters.hasPrefix("general"), letters.contains("y") || letters.contains("d") else {
      return nil
    }
    return letters.contains("h") ? .dateAndTime : .date
  }
}
