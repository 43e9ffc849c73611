internal import CICU

/// Unicode normalisation and the folding of whole texts, by ICU: right for any script, but slow.
///
/// The fast paths fold scalar by scalar and must give the same results.
enum NormalForm {
  /// Whether NFC neither changes a scalar nor joins the scalar to one before.
  static func isInert(_ scalar: UInt32) -> Bool {
    guard hasBoundaryBefore(scalar), let nfc = unsafe calque_nfc() else { return false }
    return unsafe utf16([scalar]).withUnsafeBufferPointer {
      unsafe calque_is_normalized(nfc, $0.baseAddress, Int32($0.count)) != 0
    }
  }

  /// Whether NFC never joins a scalar to one before.
  static func hasBoundaryBefore(_ scalar: UInt32) -> Bool {
    guard let nfc = unsafe calque_nfc() else { return false }
    return unsafe calque_has_boundary_before(nfc, Int32(bitPattern: scalar)) != 0
  }

  /// The scalars in normalisation form C.
  static func nfc(_ scalars: [UInt32]) -> [UInt32] {
    unsafe normalized(scalars, by: calque_nfc())
  }

  /// The scalars in normalisation form D.
  static func nfd(_ scalars: [UInt32]) -> [UInt32] {
    unsafe normalized(scalars, by: calque_nfd())
  }

  /// The folded form of a text, step by step as the score defines folding.
  ///
  /// NFD, full case folding, the marks U+0300–U+036F dropped, œ = oe,
  /// æ = ae, raised and lowered digits = digits, apostrophes, quotes and dashes unified, … = ...,
  /// NFC. Skipped scalars are dropped; white space stays unchanged.
  static func fold(_ scalars: [UInt32]) -> [UInt32] {
    var plain = [UInt32]()
    plain.reserveCapacity(scalars.count)
    for scalar in scalars where !ScalarProperties.isSkipped(scalar) {
      plain.append(ScalarProperties.raisedDigit(scalar) ?? scalar)
    }
    let decomposed = unsafe normalized(plain, by: calque_nfd())
    let folded = unsafe normalized(caseFolded(decomposed), by: calque_nfd())
    var out = [UInt32]()
    out.reserveCapacity(folded.count)
    for scalar in folded {
      switch scalar {
      case 0x300...0x36F: break
      case 0x153: out += [0x6F, 0x65]
      case 0xE6: out += [0x61, 0x65]
      case 0x2026: out += [0x2E, 0x2E, 0x2E]
      case _ where ScalarProperties.isApostrophe(scalar): out.append(0x27)
      case _ where ScalarProperties.isQuote(scalar): out.append(0x22)
      case _ where ScalarProperties.isDash(scalar): out.append(0x2D)
      default: out.append(scalar)
      }
    }
    return unsafe normalized(out, by: calque_nfc())
  }

  private static func caseFolded(_ scalars: [UInt32]) -> [UInt32] {
    unsafe transformed(scalars) { source, target in
      unsafe calque_fold_case(
        source.baseAddress, Int32(source.count), target.baseAddress, Int32(target.count))
    }
  }

  private static func normalized(_ scalars: [UInt32], by form: OpaquePointer?) -> [UInt32] {
    guard let form = unsafe form else { return scalars }
    return unsafe transformed(scalars) { source, target in
      unsafe calque_normalize(
        form, source.baseAddress, Int32(source.count), target.baseAddress, Int32(target.count))
    }
  }

  /// Runs one of ICU's calls on UTF-16, a second time with more room if ICU asks for more.
  private static func transformed(
    _ scalars: [UInt32],
    by call: (UnsafeBufferPointer<UInt16>, UnsafeMutableBufferPointer<UInt16>) -> Int32
  ) -> [UInt32] {
    if scalars.isEmpty { return [] }
    let source = utf16(scalars)
    var capacity = source.count * 2 + 16
    for _ in 0..<2 {
      var wanted = 0
      let target = unsafe [UInt16](unsafeUninitializedCapacity: capacity) { buffer, count in
        wanted = unsafe source.withUnsafeBufferPointer { unsafe Int(call($0, buffer)) }
        count = wanted >= 0 && wanted <= capacity ? wanted : 0
      }
      if wanted < 0 { return scalars }
      if wanted <= capacity { return utf32(target) }
      capacity = wanted
    }
    return scalars
  }

  static func utf16(_ scalars: [UInt32]) -> [UInt16] {
    var out = [UInt16]()
    out.reserveCapacity(scalars.count)
    for scalar in scalars {
      if scalar < 0x10000 {
        out.append(UInt16(scalar))
      } else {
        out.append(UInt16(0xD7C0 + (scalar >> 10)))
        out.append(UInt16(0xDC00 + (scalar & 0x3FF)))
      }
    }
    return out
  }

  static func utf32(_ units: [UInt16]) -> [UInt32] {
    var out = [UInt32]()
    out.reserveCapacity(units.count)
    var high: UInt32 = 0xD800
    for unit in units {
      switch unit {
      case 0xD800..<0xDC00: high = UInt32(unit)
      case 0xDC00..<0xE000:
        out.append(0x10000 + ((high - 0xD800) << 10) + (UInt32(unit) - 0xDC00))
      default: out.append(UInt32(unit))
      }
    }
    return out
  }
}
