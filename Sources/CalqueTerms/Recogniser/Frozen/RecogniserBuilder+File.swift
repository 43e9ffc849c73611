extension RecogniserBuilder {
  /// The file of the terms that were entered, for `FrozenRecogniser`, as which the builder ends.
  ///
  /// - Parameter state: the state of the store from which the terms were read.
  /// - Returns: the bytes; nil if the terms are too many for a file, or if the builder was not made
  ///   for one.
  package consuming func file(_ state: FrozenRecogniser.State) -> [UInt8]? {
    guard var writer = frozen else { return nil }
    frozen = nil
    let (words, morphology) = (wordCount, morphology)
    // Each table is let go when it is written, so that the tables and the file are not in memory
    // together.
    writer.write(trie)
    trie = TermTrie()
    writer.write(tables.forms, slots: .formSlots, readings: .formReadings)
    writer.write(tables.stems, slots: .stemSlots, readings: .stemReadings)
    writer.write(tables.lemmas)
    tables = RecogniserTables()
    return writer.file(words: words, morphology, state)
  }
}
