package import CalqueMorphology

/// Bytes that a lexicon is opened over.
package final class LexiconBytes: Sendable {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func lexicon() throws -> FullFormLexicon {
    // An array's storage does not move while nobody changes the array.
    let place = unsafe bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
    return try FullFormLexicon(address: place, size: bytes.count, owner: self)
  }
}
