import CalqueInput

@testable import CalqueDocuments

/// Reads a document from memory; each block as its kind and its text.
func read(
  _ content: some Sequence<UInt8>, named name: String, encoding: String? = nil
) throws -> (document: Document, blocks: [String]) {
  let document = try DocumentReader(encoding: encoding).read(name, bytes: Array(content))
  let bytes = Array(document.text.utf8)
  let blocks = document.blocks.map {
    "\($0.kind.rawValue): " + String(decoding: bytes[$0.range], as: UTF8.self)
  }
  return (document, blocks)
}

func read(_ content: String, named name: String) throws -> [String] {
  try read(content.utf8, named: name).blocks
}
