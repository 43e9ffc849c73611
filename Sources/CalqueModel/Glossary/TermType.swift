/// The kind of a designation.
public enum TermType: String, CaseIterable, Sendable {
  /// The full form.
  case full
  /// An acronym or initialism.
  case acronym
  /// A shortened form.
  case short
  /// A spelling variant.
  case variant
  /// A phrase or idiom.
  case phrase
  /// A form that is recognised in texts and never printed as a translation.
  case form
}
