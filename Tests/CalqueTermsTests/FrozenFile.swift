import CalqueModel
import CalqueMorphology

@testable import CalqueTerms

/// The bytes of a frozen recogniser's file, as a test opens and spoils them.
final class FrozenFile: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The file of some terms.
  convenience init(_ terms: [RecogniserTerm], _ morphology: Morphology) {
    var builder = RecogniserBuilder(morphology, freezing: terms.map(Self.stored))
    for term in terms { builder.add(term) }
    self.init(builder.file(Self.state) ?? [])
  }

  static let state = FrozenRecogniser.State(sequence: 7, mark: -70)

  static func stored(_ term: RecogniserTerm) -> GlossaryTerm {
    GlossaryTerm(
      id: Int64(term.number) * 3 + 1, concept: term.concept ?? ConceptID(Int64(term.number)),
      resource: 2, flags: term.flags, text: term.text)
  }

  func opened(_ morphology: Morphology) throws -> FrozenRecogniser {
    let address = unsafe bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
    return try FrozenRecogniser(address: address, size: bytes.count, owner: self, morphology)
  }

  /// The file with right sums over whatever its blocks hold.
  func sealed() -> FrozenFile {
    var bytes = bytes
    func word(_ place: Int) -> Int { Self.word(bytes, place * 8) }
    let sums = word(FrozenLayout.Header.sums)
    let size = FrozenLayout.blockSize
    for place in stride(from: size, to: sums, by: size) {
      Self.write(
        Self.sum(bytes[place..<place + size]), to: &bytes, at: sums + (place / size - 1) * 8)
    }
    Self.write(Self.sum(bytes[sums...]), to: &bytes, at: FrozenLayout.Header.sumOfSums * 8)
    Self.write(Self.sum(bytes[..<(size - 8)]), to: &bytes, at: size - 8)
    return FrozenFile(bytes)
  }

  private static func word(_ bytes: [UInt8], _ place: Int) -> Int {
    (0..<8).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  private static func write(_ word: UInt64, to bytes: inout [UInt8], at place: Int) {
    for byte in 0..<8 { bytes[place + byte] = UInt8(truncatingIfNeeded: word >> UInt64(8 * byte)) }
  }

  /// The sum of some bytes.
  static func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var sum = Checksum()
    unsafe bytes.withUnsafeBytes { unsafe sum.add($0) }
    return sum.value
  }
}
