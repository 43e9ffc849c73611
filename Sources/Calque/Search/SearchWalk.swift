import CalqueMatch
import CalqueModel
import CalqueStore

/// A walk over the texts of a store: what was found, and what took too long.
struct SearchWalk {
  /// The regular expression has taken all the time there is.
  struct Cut: Error {}

  private let concordance: Concordance
  /// The last change of each unit that holds the query.
  private(set) var found = [UnitID: Int64]()
  /// How many texts were searched.
  private(set) var searched = 0
  /// How many texts took too long.
  private(set) var passedOver = 0
  /// Whether texts were left that nobody looked at.
  private(set) var isCut = false

  init(_ concordance: Concordance) { self.concordance = concordance }

  /// Whether a text that holds the query may be missing.
  var isIncomplete: Bool { isCut || passedOver > 0 }

  /// Looks at a text of a unit that nothing was found in so far.
  ///
  /// - Throws: `Cut` where there is no time left.
  mutating func look(at variant: StoredVariant) throws {
    if found[variant.unit] != nil { return }
    if concordance.isExhausted {
      isCut = true
      throw Cut()
    }
    do throws(Concordance.Failure) {
      if try !concordance.occurrences(in: variant.text).isEmpty {
        found[variant.unit] = variant.changed
      }
      searched += 1
    } catch {
      passedOver += 1
    }
  }

  /// Where the query is in a text of a unit that was found; empty also where that takes too long.
  mutating func spans(in text: String) -> [Range<Int>] {
    do throws(Concordance.Failure) {
      return try concordance.occurrences(in: text)
    } catch {
      isCut = isCut || concordance.isExhausted
      passedOver = max(passedOver, 1)
      return []
    }
  }
}
