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

@Suite("The fold of one scalar")
struct ScalarFoldTests {
  @Test(
    "is up to three scalars",
    arguments: [
      ("É", "e"), ("œ", "oe"), ("Æ", "ae"), ("…", "..."), ("ß", "ss"), ("ﬃ", "ffi"), ("’", "'"),
      ("«", "\""), ("—", "-"), ("²", "2"), ("\u{301}", ""), ("\u{AD}", ""), ("x", "x"), ("🙂", "🙂"),
    ])
  func folding(text: String, expected: String) throws {
    let scalar = try #require(text.unicodeScalars.first)
    let fold = ScalarFold(of: scalar.value)
    #expect(!fold.needsContext)
    #expect([fold.first, fold.second, fold.third].filter { $0 != 0 } == expected.scalarValues)
  }

  @Test("cannot be told for a scalar that joins what stands before it, and for U+0000")
  func context() {
    for value in [0, 0x1161, 0x11A8, 0x9BE, 0x653] as [UInt32] {
      #expect(ScalarFold(of: value).needsContext, "U+\(String(value, radix: 16))")
    }
  }

  /// Cherokee folds to capitals, which the twin's way by small letters misses.
  @Test("is that of the definition, for every scalar below U+2100")
  func twin() {
    for value in 1..<UInt32(0x2100) where !(0x13A0...0x13FD).contains(value) {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age.major <= 15,
        !TwinScalars.isSpace(scalar)
      else { continue }
      let fold = ScalarFold(of: value)
      if fold.needsContext { continue }
      let expected = TwinFolding.folded(String(scalar)).scalarValues
      #expect(
        [fold.first, fold.second, fold.third].filter { $0 != 0 } == expected,
        "U+\(String(value, radix: 16))")
    }
  }
}

@Suite("Normal forms")
struct NormalFormTests {
  @Test("are those of Foundation, for random texts", arguments: 0..<10 as Range<UInt64>)
  func nfc(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    for _ in 0..<30 {
      let text = pairs.next().query
      #expect(
        NormalForm.nfc(text.scalarValues)
          == text.precomposedStringWithCanonicalMapping.scalarValues,
        "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test("have room for texts that grow")
  func growth() {
    // Each of these scalars is three in NFC.
    let text = [UInt32](repeating: 0xFB2C, count: 1_000)
    let composed = NormalForm.nfc(text)
    #expect(composed.count == 3_000)
    #expect(Array(composed.prefix(3)) == [0x5E9, 0x5BC, 0x5C1])
    #expect(NormalForm.nfc([]).isEmpty)
    #expect(NormalForm.fold([]).isEmpty)
  }

  @Test("fold a whole text as the definition says, skipped scalars dropped and white space kept")
  func folding() {
    #expect(
      NormalForm.fold("L’É\u{AD}tat  —\u{A0}CO₂…".scalarValues)
        == "l'etat  -\u{A0}co2...".scalarValues)
  }

  @Test("know what stays as it is")
  func inert() {
    for value in [0x41, 0xE9, 0x5D0, 0xAC00, 0x1F642] as [UInt32] {
      #expect(NormalForm.isInert(value), "U+\(String(value, radix: 16))")
      #expect(NormalForm.hasBoundaryBefore(value), "U+\(String(value, radix: 16))")
    }
    for value in [0x301, 0x1161] as [UInt32] {
      #expect(!NormalForm.isInert(value) && !NormalForm.hasBoundaryBefore(value))
    }
    #expect(!NormalForm.isInert(0x212B), "the Ångström sign becomes a letter")
    #expect(NormalForm.hasBoundaryBefore(0x212B))
  }

  @Test("go to UTF-16 and back")
  func utf16() {
    let text = "aé🙂\u{FFFF}\u{10000}\u{10FFFF}\u{D7FF}\u{E000}"
    #expect(NormalForm.utf16(text.scalarValues) == Array(text.utf16))
    #expect(NormalForm.utf32(Array(text.utf16)) == text.scalarValues)
  }
}

@Suite("A text as the scanner reads it")
struct ScalarTextTests {
  private func read(_ text: String) -> ScalarText {
    var scalars = ScalarText()
    scalars.read(text.utf8Span.span)
    return scalars
  }

  @Test(
    "has its scalars in NFC without skipped ones, and where each stood",
    arguments: [
      ("aé🙂", "aé🙂", [0, 1, 3, 7]), ("e\u{301}a", "éa", [0, 3, 4]),
      ("\u{AD}a\u{200B}", "a", [2, 6]),
      ("a\u{301}\u{327}b", "á\u{327}b", [0, 0, 5, 6]), ("", "", [0]), ("\u{FEFF}", "", [3]),
      ("\u{958}", "\u{915}\u{93C}", [0, 0, 3]), ("e\u{AD}\u{301}x", "éx", [0, 5, 6]),
      ("\u{327}\u{301}", "\u{327}\u{301}", [0, 2, 4]),
      ("\u{10FFFF}\u{7FF}", "\u{10FFFF}\u{7FF}", [0, 4, 6]),
    ])
  func reading(text: String, scalars: String, offsets: [Int32]) {
    let read = read(text)
    #expect(read.scalars == scalars.precomposedStringWithCanonicalMapping.scalarValues)
    #expect(read.offsets == offsets)
    #expect(read.classes.count == read.scalars.count)
  }

  @Test("says whether something was skipped or composed")
  func signs() {
    #expect(!read("é").hasSkipped && read("é").isNormalized)
    #expect(read("\u{AD}").hasSkipped && read("\u{AD}").isNormalized)
    #expect(!read("e\u{301}").isNormalized)
    var kept = read("e\u{301}\u{AD}")
    kept.read("a".utf8Span.span)
    #expect(!kept.hasSkipped && kept.isNormalized && kept.scalars == [0x61])
  }

  @Test(
    "is trimmed of the white space at its ends",
    arguments: [
      (" a b ", 1..<4), ("a", 0..<1), ("", 0..<0), ("\u{A0}\n", 2..<2), ("\u{200B} a", 0..<2),
      ("a \u{FEFF}", 0..<2), ("\u{3000}a\u{202F}", 1..<2), ("a\u{AD} ", 0..<1),
      (" \u{AD} a", 1..<3),
    ])
  func trimming(text: String, range: Range<Int>) {
    #expect(read(text).trimmedRange == range)
  }

  @Test("is the same from a reader that is kept", arguments: [0x0DD5 as UInt64])
  func reuse(seed: UInt64) {
    var pairs = TwinPairs(seed: seed)
    var kept = ScalarText()
    for _ in 0..<200 {
      let text = pairs.next().query
      kept.read(text.utf8Span.span)
      let new = read(text)
      #expect(
        kept.scalars == new.scalars && kept.offsets == new.offsets
          && kept.classes.map { $0 & 0x7FFF } == new.classes.map { $0 & 0x7FFF },
        "seed \(seed): \(text.debugDescription)")
    }
  }
}

@Suite("UTF-8 bytes of a scalar")
struct UTF8BytesTests {
  @Test("are those of the standard library")
  func bytes() {
    var (bytes, expected) = ([UInt8](), [UInt8]())
    for value in (0...0x10FFFF as ClosedRange<UInt32>).filter({
      $0 < 0x900 || $0 % 251 == 0 || $0 > 0x10FFF0
    })
      + [0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000]
    {
      guard let scalar = Unicode.Scalar(value) else { continue }
      UTF8Bytes.append(value, to: &bytes)
      expected.append(contentsOf: String(scalar).utf8)
    }
    #expect(bytes == expected)
  }

  @Test("come from scalars that are none as U+FFFD")
  func noScalar() {
    #expect(String(scalars: [0x61, 0xD800, 0x11_0000, 0x62]) == "a\u{FFFD}\u{FFFD}b")
  }
}
