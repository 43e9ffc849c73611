extension LookupOptions {
  /// Applies the memories, glossaries and penalties of a `calque.toml`.
  ///
  /// Every question applies them, so a match has the same score wherever it is shown. Each question
  /// sets its own maximum number of matches and its own minimum score.
  public mutating func apply(_ configuration: Configuration) {
    memoryPenalties = (configuration.memories ?? []).penalties
    firstGlossaries = (configuration.glossaries ?? []).map(\.name)
    add(configuration.penalties ?? [])
  }
}
