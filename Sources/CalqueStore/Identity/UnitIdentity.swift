package import CalqueModel

/// The identity of a unit in its memory: the external id, and the set of pairs (language, text).
///
/// The set has no order and no pair twice. Languages are compared without regard to case, texts
/// byte for byte.
package enum UnitIdentity {
  /// The hash of a unit's identity, given the hash of each variant's text in order.
  package static func hash(_ unit: TranslationUnit, exact: [UInt64]) -> UInt64 {
    let list = unit.variants
    let variants = list.span
    func member(_ place: Int) -> UInt64 {
      TextHash.mixed(exact[place] ^ TextHash.of(variants[place].language.key, seed: 1))
    }
    var sum = unit.externalID.map { TextHash.of($0, seed: 2) } ?? 0
    if exact.count == 2 {
      // Nearly every unit, for which a list is too much.
      let (first, second) = (member(0), member(1))
      sum &+= first == second ? first : first &+ second
      return TextHash.mixed(sum)
    }
    var members = [UInt64]()
    for place in exact.indices {
      let member = member(place)
      if !members.contains(member) { members.append(member) }
    }
    for member in members { sum &+= member }
    return TextHash.mixed(sum)
  }

  /// Whether two units have the same identity, compared without hashes.
  package static func same(_ a: TranslationUnit, _ b: TranslationUnit) -> Bool {
    guard a.externalID.hasSameBytes(as: b.externalID) else { return false }
    // Nearly all units that are the same have their variants in the same order.
    if a.variants.count == b.variants.count,
      zip(a.variants, b.variants).allSatisfy({
        $0.language == $1.language && $0.text.hasSameBytes(as: $1.text)
      })
    {
      return true
    }
    return members(a) == members(b)
  }

  private static func members(_ unit: TranslationUnit) -> Set<[UInt8]> {
    Set(unit.variants.map { Array($0.language.key.utf8) + [0] + Array($0.text.utf8) })
  }
}
