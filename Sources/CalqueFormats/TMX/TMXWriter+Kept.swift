import CalqueInput
import CalqueModel

extension TMXWriter {
  /// The unit as it was read, if the model cannot write it back as it was and it still says the same.
  func kept(_ unit: TranslationUnit) -> String? {
    guard let header, header.version == version,
      let text = unit.meta.attributes.first(where: { $0.name == Meta.entry })?.value
    else { return nil }
    let document =
      header.text + TMXHeader.body(after: header.text) + text + "</body></tmx>"
    var plain = unit
    plain.meta.attributes.removeAll { Meta.isVerbatim($0.name) }
    for keepsIncomplete in [false, true] {
      var options = FormatOptions(keepsIncomplete: keepsIncomplete)
      options.kind = .memory
      guard
        let reader = try? FileReader(
          bytes: Array(document.utf8), named: "unit.tmx", options: options)
      else { return nil }
      var read: TranslationUnit?
      try? reader.read { event in
        if case .unit(let unit, _) = event { read = unit }
      }
      read?.meta.attributes.removeAll { Meta.isVerbatim($0.name) }
      if read == plain { return text }
    }
    return nil
  }
}
