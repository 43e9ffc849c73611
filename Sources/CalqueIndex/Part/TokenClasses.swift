/// The classes of the tokens of a part's units.
///
/// A search for fragments compares a few tokens of thousands of units. The tables that it reads are
/// found once, so the reads of one unit need not wait for those of the unit before.
@safe struct TokenClasses {
  /// Keeps the tables in memory.
  private let part: IndexPart
  private let records: UnsafePointer<UInt32>
  private let tokens: TokenList
  private let formClasses: UnsafePointer<UInt32>
  private let formCount: Int

  init(_ part: IndexPart) {
    self.part = part
    unsafe records = part.table(.records, of: UInt32.self)
    unsafe tokens = part.tokens
    unsafe formClasses = part.table(.formClasses, of: UInt32.self)
    formCount = part.formCount
  }

  /// The places of a unit's tokens; the unit must be below the part's `count`.
  @inline(__always)
  func places(ofUnit unit: Int) -> Range<Int> {
    let (start, end) = unsafe (Int(records[unit * 8 + 1]), Int(records[unit * 8 + 9]))
    return unsafe start <= end && end <= tokens.count ? start..<end : 0..<0
  }

  /// Whether a token, at a place of `places`, is of a class; a damaged part may lack the token's form.
  @inline(__always)
  func holds(_ number: UInt32, at place: Int) -> Bool {
    let form = unsafe Int(tokens[place])
    return form < formCount ? unsafe formClasses[form] == number : false
  }
}
