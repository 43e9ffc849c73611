/// A rule of segmentation by expressions, as in SRX 2.0: what stands before and after a place, and
/// whether a sentence ends at such a place.
package struct SegmentationRule: Hashable, Sendable {
  /// Whether a sentence ends at the place.
  package let isBreak: Bool
  /// The expression for the text before the place, in ICU's syntax; empty for any text.
  package let before: String
  /// The expression for the text behind the place; empty for any text.
  package let after: String
  /// The line of the rule in its file.
  package let line: Int

  /// Creates a rule.
  package init(isBreak: Bool, before: String, after: String, line: Int) {
    self.isBreak = isBreak
    self.before = before
    self.after = after
    self.line = line
  }
}

/// The reason why a rule of segmentation cannot be used.
package struct SegmentationFailure: Error, Hashable, Sendable {
  /// The line of the rule in its file.
  package let line: Int
  /// The fault.
  package let message: String
}

/// Cuts text into sentences by the rules of a file instead of Calque's own.
///
/// At each place the first rule whose expressions fit decides; where none fits, the sentence goes
/// on. Paragraphs are found as in any text, and no sentence crosses their ends. Expressions have the
/// time limit of a search, so a rule that takes too long is an error.
///
/// A splitter serves one thread.
package struct RuleSplitter {
  private struct Compiled {
    let rule: SegmentationRule
    let expression: RegularExpression
    /// Whether the place is at the beginning of an occurrence, not at its end.
    let isAtStart: Bool
  }

  private let rules: [Compiled]

  /// Compiles rules.
  ///
  /// - Throws: `SegmentationFailure` if an expression is wrong.
  package init(_ rules: [SegmentationRule]) throws(SegmentationFailure) {
    var compiled: [Compiled] = []
    for rule in rules where !rule.before.isEmpty || !rule.after.isEmpty {
      // Each alone first, so that two halves cannot repair each other's brackets.
      for part in [rule.before, rule.after] where !part.isEmpty {
        _ = try Self.compile(part, of: rule)
      }
      // Searches ignore case elsewhere; the expressions of rules do not.
      let pattern: String
      if rule.before.isEmpty {
        pattern = "(?-i:\(rule.after))"
      } else if rule.after.isEmpty {
        pattern = "(?-i:\(rule.before))"
      } else {
        pattern = "(?-i:(?:\(rule.before))(?=\(rule.after)))"
      }
      compiled.append(
        Compiled(
          rule: rule, expression: try Self.compile(pattern, of: rule),
          isAtStart: rule.before.isEmpty))
    }
    self.rules = compiled
  }

  private static func compile(
    _ pattern: String, of rule: SegmentationRule
  ) throws(SegmentationFailure) -> RegularExpression {
    do throws(RegularExpression.Failure) {
      return try RegularExpression(pattern)
    } catch {
      throw SegmentationFailure(
        line: rule.line, message: "the expression '\(pattern)' is wrong")
    }
  }

  /// The sentences of a text, in order.
  ///
  /// - Throws: `SegmentationFailure` if a rule takes too long.
  package func sentences(in text: String) throws(SegmentationFailure) -> [Sentence] {
    let bytes = Array(text.utf8)
    for rule in rules { rule.expression.begin() }
    var found: [Sentence] = []
    for (paragraph, block) in PlainBlock.blocks(of: text).enumerated() {
      // A line break inside a block only wraps the text.
      let body = bytes[block.range].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
      var start = 0
      if block.hasDateline, let end = Dateline.end(in: String(decoding: body, as: UTF8.self)) {
        Self.add(0..<end, of: body, in: block, paragraph, isDateline: true, to: &found)
        start = end
      }
      for place in try breaks(in: body) where place > start {
        Self.add(start..<place, of: body, in: block, paragraph, to: &found)
        start = place
      }
      Self.add(start..<body.count, of: body, in: block, paragraph, to: &found)
    }
    return found
  }

  /// The places where a sentence ends, ascending.
  private func breaks(in body: [UInt8]) throws(SegmentationFailure) -> [Int] {
    var decided: [Int: Bool] = [:]
    for rule in rules {
      do throws(RegularExpression.Failure) {
        for range in try rule.expression.occurrences(in: body) {
          let place = rule.isAtStart ? range.lowerBound : range.upperBound
          if decided[place] == nil { decided[place] = rule.rule.isBreak }
        }
      } catch {
        throw SegmentationFailure(line: rule.rule.line, message: "the rule takes too long")
      }
    }
    return decided.filter(\.value).keys.sorted()
  }

  /// Adds a stretch of a block without the white space at its ends.
  private static func add(
    _ range: Range<Int>, of body: [UInt8], in block: PlainBlock, _ paragraph: Int,
    isDateline: Bool = false, to found: inout [Sentence]
  ) {
    let text = trimmed(String(decoding: body[range], as: UTF8.self))
    guard !text.isEmpty else { return }
    let whole = String(decoding: body[range], as: UTF8.self)
    let skipped = trimmedStart(whole)
    let start = block.range.lowerBound + range.lowerBound + skipped
    found.append(
      Sentence(
        start: start, end: start + text.utf8.count, paragraph: paragraph, isDateline: isDateline))
  }

  /// The number of bytes of white space at the beginning of a text.
  private static func trimmedStart(_ text: String) -> Int {
    var bytes = 0
    for scalar in text.unicodeScalars {
      guard ScalarProperties.isSpace(scalar.value) else { break }
      bytes += UTF8.width(scalar)
    }
    return bytes
  }
}
