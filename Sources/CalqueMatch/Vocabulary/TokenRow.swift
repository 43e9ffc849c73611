/// The classes, forms and weights of a text's tokens, as the edit distance reads them.
package struct TokenRow: Sendable {
  /// The class of each token.
  package var classes: [UInt32] = []
  /// The form of each token; equal numbers are equal tokens.
  package var forms: [UInt32] = []
  /// The weight of each token, in hundredths.
  package var weights: [UInt32] = []
  /// The sum of the weights, in hundredths.
  package var total = 0

  package init() {}

  /// The number of tokens.
  package var count: Int { classes.count }

  /// Makes room for a number of tokens.
  package mutating func reserve(_ count: Int) {
    classes.reserveCapacity(count)
    forms.reserveCapacity(count)
    weights.reserveCapacity(count)
  }

  /// Appends a token.
  package mutating func append(form: UInt32, class number: UInt32, weight: UInt32) {
    forms.append(form)
    classes.append(number)
    weights.append(weight)
    total += Int(weight)
  }

  /// The three arrays of a row as buffers without bounds checks, for the innermost loops.
  @unsafe struct Tables {
    let classes: UnsafeBufferPointer<UInt32>
    let forms: UnsafeBufferPointer<UInt32>
    let weights: UnsafeBufferPointer<UInt32>
  }

  /// Lends the arrays to `body`, which has to keep its places below `count`.
  @unsafe func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    unsafe classes.withUnsafeBufferPointer { classes in
      unsafe forms.withUnsafeBufferPointer { forms in
        unsafe weights.withUnsafeBufferPointer { weights in
          unsafe body(Tables(classes: classes, forms: forms, weights: weights))
        }
      }
    }
  }

  /// Removes all tokens and keeps the room.
  package mutating func removeAll() {
    classes.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    total = 0
  }
}
