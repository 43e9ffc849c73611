internal import CICU

/// ICU's sentence iterator, kept open: opening one costs more than reading a paragraph.
///
/// An iterator serves one thread at a time, so the class is not Sendable.
@safe
final class SentenceBreaks {
  private let iterator: OpaquePointer?

  /// Opens the iterator of a language; `suppressions` applies ICU's lists of abbreviations.
  init(language: Language, suppressions: Bool) {
    unsafe iterator = calque_sentence_breaks(
      suppressions ? language.primary + "@ss=standard" : language.primary)
  }

  deinit {
    if let iterator = unsafe iterator { unsafe calque_break_close(iterator) }
  }

  /// The ends of sentences by ICU, ascending; the last is the end of the text.
  func ends(in text: [UInt16]) -> [Int] {
    guard let iterator = unsafe iterator, let length = Int32(exactly: text.count), length > 0
    else { return [text.count] }
    var ends: [Int] = []
    unsafe text.withUnsafeBufferPointer { units in
      guard unsafe calque_break_set_text(iterator, units.baseAddress, length) != 0 else { return }
      // `calque_break_next` answers -1 past the end.
      while case let end = unsafe calque_break_next(iterator), end >= 0 { ends.append(Int(end)) }
      // The buffer is about to be freed, so the iterator must not keep its address.
      _ = unsafe calque_break_set_text(iterator, nil, 0)
    }
    return ends.isEmpty ? [text.count] : ends
  }
}
