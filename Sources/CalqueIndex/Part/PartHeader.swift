/// The places of the numbers in a part's header, in words of eight bytes.
enum PartHeader {
  static let size = 2
  static let units = 3
  static let tokens = 4
  static let forms = 5
  static let classes = 6
  static let postings = 7
  static let shorts = 8
  static let firstVariant = 9
  static let firstUnit = 10
  static let firstChange = 11
  static let firstResource = 12
  static let firstStatus = 13
  static let tokenWidth = 14
  static let keptShorts = 15
  static let sectionsStart = 16
}
