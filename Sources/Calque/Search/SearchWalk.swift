import CalqueMatch
import CalqueModel
import CalqueStore

/// A walk over the texts of a store, with the hits and the texts that took too long.
struct SearchWalk {
  /// The error for a regular expression that has used up all the time.
  struct Cut: Error {}

  private let concordance: Concordance
  /// The last change of each unit that holds the query.
  private(set) var found = [UnitID: Int64]()
  /// The number of texts that were searched.
  private(set) var searched = 0
  /// The number of texts that took too long.
  private(set) var passedOver = 0
  /// Whether some texts were not read.
  private(set) var isCut = false

  init(_ concordance: Concordance) { self.concordance = concordance }

  /// Whether a text that holds the query may be missing.
  var isIncomplete: Bool { isCut || passedOver > 0 }

  /// Searches a text, unless the query was found in another text of its unit.
  ///
  /// - Throws: `Cut` if no time is left.
  mutating func look(at variant: StoredVariant) throws {
    if found[variant.unit] != nil { return }
    if concordance.isExhausted {
      isCut = true
      throw Cut()
    }
    do throws(Concordance.Failure) {
      if try !concordance.occurrences(in: variant.text, breaks: variant.breaks).isEmpty {
        found[variant.unit] = variant.changed
      }
      searched += 1
    } catch {
      passedOver += 1
    }
  }

  /// The occurrences of the query in a text of a found unit; empty also if the search takes too
  /// long.
  mutating func spans(in variant: Variant) -> [Range<Int>] {
    do throws(Concordance.Failure) {
      return try concordance.occurrences(in: variant.text, breaks: variant.breaks)
    } catch {
      isCut = isCut || concordance.isExhausted
      passedOver = max(passedOver, 1)
      return []
    }
  }
}
