/// The folded form of one scalar: up to three scalars.
///
/// `…` becomes three full stops, `œ` becomes `oe`, `É` becomes `e`, an accent by itself becomes
/// nothing. `needsContext` marks a scalar that NFC can join to the scalar before (a Hangul vowel, an
/// Arabic mark), and a scalar that becomes more than three. Their texts are folded as a whole.
package struct ScalarFold: Sendable {
  /// 21 bits a scalar, the first scalar lowest; bit 63 is always set, so that no fold is 0.
  let bits: UInt64

  init(bits: UInt64) { self.bits = bits }

  private static let present: UInt64 = 1 << 63
  private static let contextBits: UInt64 = present | 0x1F_FFFF

  /// The fold of a scalar that folds to itself.
  init(itself scalar: UInt32) { bits = Self.present | UInt64(scalar) }

  /// Asks ICU for the fold of a scalar, unless it is a letter or digit of ASCII.
  init(of scalar: UInt32) {
    switch scalar {
    case 0x41...0x5A:
      self.init(itself: scalar | 0x20)
      return
    case 0x30...0x39, 0x61...0x7A:
      self.init(itself: scalar)
      return
    default: break
    }
    let folded = NormalForm.fold([scalar])
    guard scalar != 0, folded.count <= 3, folded.allSatisfy(NormalForm.hasBoundaryBefore) else {
      self.init(bits: Self.contextBits)
      return
    }
    var bits = Self.present
    for (place, scalar) in folded.enumerated() { bits |= UInt64(scalar) << (21 * UInt64(place)) }
    self.init(bits: bits)
  }

  /// Whether the scalar has to be folded with its neighbours.
  package var needsContext: Bool { bits == Self.contextBits }

  /// The first scalar, or 0.
  package var first: UInt32 { UInt32(truncatingIfNeeded: bits & 0x1F_FFFF) }
  /// The second scalar, or 0.
  package var second: UInt32 { UInt32(truncatingIfNeeded: (bits >> 21) & 0x1F_FFFF) }
  /// The third scalar, or 0.
  package var third: UInt32 { UInt32(truncatingIfNeeded: (bits >> 42) & 0x1F_FFFF) }
}
