/// The words of a language that attribute a quotation to a speaker whose name follows it.
package struct AttributionWords: Sendable {
  /// Verbs that end an attribution whatever follows: `asked`, `shouted`.
  let asking: Set<String>
  /// Verbs that end an attribution unless a clause follows: `said`, but not `said the deal was off`.
  let saying: Set<String>
  /// The first words of a clause that is itself what somebody says.
  let clauseOpeners: Set<String>
  /// Pronouns in capitals that attribute directly before the verb: `I`.
  let pronouns: Set<String>

  /// The words of a language that puts the verb before the speaker, with a small letter.
  static let none = AttributionWords(asking: [], saying: [], clauseOpeners: [], pronouns: [])
}
