import Foundation
import TestSupport
import Testing

@testable import CalqueText

@Suite("The properties of a scalar")
struct ScalarPropertiesTests {
  /// The scalars that ICU's Unicode and the standard library's agree on: those assigned in 15.0.
  private static func scalars(_ range: ClosedRange<UInt32>) -> [Unicode.Scalar] {
    range.compactMap { Unicode.Scalar($0) }.filter {
      guard let age = $0.properties.age else { return false }
      return age.major <= 15 && (age.major < 15 || age.minor == 0)
    }
  }

  @Test(
    "are those of Unicode",
    arguments: [0...0x2FFF, 0xA000...0xABFF, 0xF900...0xFFFF, 0x1_0000...0x1_1FFF]
      as [ClosedRange<UInt32>])
  func unicode(range: ClosedRange<UInt32>) {
    var properties = ScalarProperties()
    for scalar in Self.scalars(range) where !TwinScalars.isSkipped(scalar) {
      let classes = properties.classes(of: scalar.value)
      let isDecimal = scalar.properties.generalCategory == .decimalNumber
      let agrees =
        (classes & ScalarProperties.letter != 0) == TwinScalars.isLetter(scalar)
        && (classes & ScalarProperties.mark != 0) == TwinScalars.isMark(scalar)
        && (classes & ScalarProperties.decimal != 0) == isDecimal
        && (classes & ScalarProperties.otherNumber != 0) == TwinScalars.isOtherNumber(scalar)
        && (classes & ScalarProperties.digit != 0) == TwinScalars.isDigit(scalar)
        && (classes & ScalarProperties.space != 0) == TwinScalars.isSpace(scalar)
        && ScalarProperties.isSpace(scalar.value) == TwinScalars.isSpace(scalar)
        && classes & ScalarProperties.skipped == 0
      #expect(agrees, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test("tell which texts are in NFC already")
  func composing() {
    var properties = ScalarProperties()
    for scalar in Self.scalars(0...0x2FFF) {
      guard properties.classes(of: scalar.value) & ScalarProperties.composing == 0 else { continue }
      // What is not marked neither changes nor joins a letter before it.
      let text = "e" + String(scalar)
      #expect(
        text.precomposedStringWithCanonicalMapping.scalarValues == text.scalarValues,
        "U+\(String(scalar.value, radix: 16))")
    }
    for value in [0x301, 0x327, 0x345, 0x1161, 0x11A8, 0x212B, 0x958, 0x344] as [UInt32] {
      #expect(properties.classes(of: value) & ScalarProperties.composing != 0)
    }
  }

  @Test(
    "name the scalars that the score's definition names",
    arguments: [0...0x2FF, 0x2000...0x22FF, 0xFE00...0xFEFF] as [ClosedRange<UInt32>])
  func named(range: ClosedRange<UInt32>) {
    for scalar in range.compactMap({ Unicode.Scalar($0) }) {
      let value = scalar.value
      let agrees =
        ScalarProperties.isSkipped(value) == TwinScalars.isSkipped(scalar)
        && ScalarProperties.isApostrophe(value) == TwinScalars.apostrophes.contains(scalar)
        && ScalarProperties.isQuote(value) == TwinScalars.quotes.contains(scalar)
        && ScalarProperties.isDash(value) == TwinScalars.dashes.contains(scalar)
        && ScalarProperties.isGroupingSpace(value) == TwinScalars.groupingSpaces.contains(scalar)
        && ScalarProperties.raisedDigit(value) == TwinScalars.raisedDigits[scalar]?.value
      #expect(agrees, "U+\(String(value, radix: 16))")
    }
  }

  @Test("say which scripts put no spaces between words")
  func unspaced() {
    var properties = ScalarProperties()
    for scalar in "政あカก".unicodeScalars {
      #expect(properties.classes(of: scalar.value) & ScalarProperties.unspaced != 0)
    }
    for scalar in "aéЯבش한१".unicodeScalars {
      #expect(properties.classes(of: scalar.value) & ScalarProperties.unspaced == 0)
    }
  }

  @Test("are the same when asked again")
  func memory() {
    var properties = ScalarProperties()
    for value in [0, 0x20, 0x41, 0x301, 0x20FF, 0x2100, 0x1F642] as [UInt32] {
      #expect(properties.classes(of: value) & 0x7FFF == ScalarProperties.askedFirst(value))
      #expect(properties.classes(of: value) == properties.classes(of: value))
      #expect(properties.fold(of: value).bits == properties.fold(of: value).bits)
      #expect(properties.fold(of: value).bits == ScalarFold(of: value).bits)
    }
  }
}

extension ScalarProperties {
  /// The classes that a table without memories gives.
  fileprivate static func askedFirst(_ scalar: UInt32) -> Classes {
    var properties = ScalarProperties()
    return properties.classes(of: scalar) & 0x7FFF
  }
}
