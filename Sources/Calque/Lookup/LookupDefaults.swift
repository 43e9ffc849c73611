extension LookupOptions {
  /// Takes over what a `calque.toml` says of memories, glossaries and penalties.
  ///
  /// Every question does, so that a match has one score wherever it is shown. How many matches are
  /// answered, and from which score on, is for each question to say.
  public mutating func apply(_ configuration: Configuration) {
    memoryPenalties = (configuration.memories ?? []).penalties
    firstGlossaries = (configuration.glossaries ?? []).map(\.name)
    add(configuration.penalties ?? [])
  }
}
