package import CalqueMorphology

/// Bytes that a lexicon is opened over.
package final class LexiconBytes: Sendable {
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package func lexicon() throws -> FullFormLexicon {
    try FullFormLexicon(address: address, size: bytes.count, owner: self)
  }

  package func tagger() throws -> PerceptronTagger {
    try PerceptronTagger(address: address, size: bytes.count, owner: self)
  }

  // An array's storage does not move while nobody changes the array.
  private var address: UInt {
    unsafe bytes.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
  }
}
