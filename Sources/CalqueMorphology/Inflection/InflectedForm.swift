/// A form of a word, folded.
package struct InflectedForm: Hashable, Sendable {
  /// The form.
  package let text: String
  /// The way in which the form differs from the word.
  package let inflection: Inflection
  /// The number of leading bytes of the folded word that the form keeps with their accents.
  package let stable: Int

  package init(_ text: String, _ inflection: Inflection, stable: Int) {
    self.text = text
    self.inflection = inflection
    self.stable = stable
  }
}
