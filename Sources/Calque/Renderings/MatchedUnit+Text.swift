import CalqueModel
import CalqueStore

extension MatchedUnit {
  /// The first text in a language, whatever its region.
  func text(in language: LanguageTag) -> String? {
    variants.first { $0.language.primary == language.primary }?.text
  }
}
