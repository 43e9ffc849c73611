import CSHA256
import CalqueSystem

/// The SHA-256 of a file, by which the store remembers the file that a memory came from.
///
/// FIPS 180-4 (2015), sections 5.3.3 and 6.2: by the processor's instructions for it, or by 70
/// ordinary ones a byte.
struct SHA256 {
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]

  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  private var rest: [UInt8] = []
  private var length: UInt64 = 0
  private let isOrdinary: Bool

  /// Begins a digest; an ordinary one does without the processor's instructions.
  init(isOrdinary: Bool = false) { self.isOrdinary = isOrdinary }

  /// The digest of a file in hexadecimal; nil for standard input and for a file that is not plain.
  static func ofFile(_ path: String) -> String? {
    guard path != "-" else { return nil }
    guard let file = try? InputFile(path), file.size != nil else { return nil }
    var digest = SHA256()
    while let chunk = try? file.read(upTo: 64 << 10) {
      if chunk.isEmpty { return digest.finished() }
      digest.update(chunk.span)
    }
    return nil
  }

  /// The digest of bytes in hexadecimal.
  static func of(_ bytes: [UInt8], isOrdinary: Bool = false) -> String {
    var digest = SHA256(isOrdinary: isOrdinary)
    digest.update(bytes.span)
    return digest.finished()
  }

  /// Adds the next bytes.
  mutating func update(_ bytes: Span<UInt8>) {
    length &+= UInt64(bytes.count)
    var place = 0
    if !rest.isEmpty {
      while rest.count < 64, place < bytes.count {
        rest.append(bytes[place])
        place += 1
      }
      guard rest.count == 64 else { return }
      let block = rest
      add(block.span)
      rest.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - place) / 64 * 64
    add(bytes.extracting(place..<place + whole))
    place += whole
    while place < bytes.count {
      rest.append(bytes[place])
      place += 1
    }
  }

  /// Adds whole blocks.
  private mutating func add(_ blocks: Span<UInt8>) {
    let isDone = unsafe blocks.withUnsafeBufferPointer { blocks in
      guard !isOrdinary, let start = blocks.baseAddress else { return false }
      return unsafe state.withUnsafeMutableBufferPointer { state in
        unsafe calque_sha256_add(state.baseAddress, Self.constants, start, blocks.count / 64) != 0
      }
    }
    if !isDone { Self.compress(blocks, &state) }
  }

  private mutating func finished() -> String {
    let bits = length &* 8
    var padding: [UInt8] = [0x80]
    padding.append(contentsOf: repeatElement(0, count: (119 - rest.count) % 64))
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    update(padding.span)
    return state.map { word in
      let hex = String(word, radix: 16)
      return String(repeating: "0", count: 8 - hex.utf8.count) + hex
    }.joined()
  }

  /// Performs section 6.2.2 for each whole block of 64 bytes.
  ///
  /// Every index below is bounded by its loop.
  private static func compress(_ blocks: Span<UInt8>, _ state: inout [UInt32]) {
    let bytes = unsafe blocks.bytes
    unsafe constants.withUnsafeBufferPointer { k in
      unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
        var block = 0
        while block &+ 64 <= bytes.byteCount {
          for t in 0..<16 {
            unsafe w[t] = UInt32(
              bigEndian: bytes.unsafeLoadUnaligned(
                fromByteOffset: block &+ t &* 4, as: UInt32.self))
          }
          for t in 16..<64 {
            let (a, b) = unsafe (w[t &- 15], w[t &- 2])
            unsafe w[t] =
              w[t &- 16] &+ (turned(a, 7) ^ turned(a, 18) ^ a &>> 3) &+ w[t &- 7]
              &+ (turned(b, 17) ^ turned(b, 19) ^ b &>> 10)
          }
          var (a, b, c, d) = (state[0], state[1], state[2], state[3])
          var (e, f, g, h) = (state[4], state[5], state[6], state[7])
          for t in 0..<64 {
            let first =
              unsafe h &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ (g ^ e & (f ^ g))
              &+ k[t]
              &+ w[t]
            let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ (a & b | c & (a | b))
            h = g
            g = f
            f = e
            e = d &+ first
            d = c
            c = b
            b = a
            a = first &+ second
          }
          state[0] &+= a
          state[1] &+= b
          state[2] &+= c
          state[3] &+= d
          state[4] &+= e
          state[5] &+= f
          state[6] &+= g
          state[7] &+= h
          block &+= 64
        }
      }
    }
  }

  @inline(__always)
  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }
}
