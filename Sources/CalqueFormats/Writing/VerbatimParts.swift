import CalqueModel

extension Meta {
  /// What a format says of a unit in an attribute of its own: the attribute, or the property that
  /// another format made of it.
  func said(_ name: String) -> String? {
    attributes.value(name) ?? properties.first { $0.type == name }?.value
  }
}

// What a unit keeps of its file as written. A memory can hold units of several formats, so a writer
// asks for the parts of its own format only.
extension TranslationUnit {
  /// A part of the unit's file that is kept as written.
  func kept(_ name: String) -> String? { meta.attributes.value(name) }

  /// A part that was kept of a document whose units are elements with one of some names.
  func kept(_ name: String, of elements: Set<String>) -> String? {
    guard kept(Meta.said) != nil, let entry = kept(Meta.entry) else { return nil }
    let tag = entry.utf8.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    return elements.contains(String(Substring(tag)).local) ? kept(name) : nil
  }

  /// The processing instructions before the unit in a TMX document.
  var instructionsBefore: String? {
    guard let before = kept(Meta.before), before.hasPrefix("<?"), before.hasSuffix("?>") else {
      return nil
    }
    let bytes = Array(before.utf8)
    let isMarkup = bytes.indices.dropLast().contains {
      bytes[$0] == UInt8(ascii: "<") && bytes[$0 + 1] != UInt8(ascii: "?")
    }
    return isMarkup ? nil : before
  }

  /// What stands before or behind the unit in a gettext catalogue.
  func keptOfCatalogue(_ name: String) -> String? {
    guard let text = kept(name) else { return nil }
    let isCatalogue = text.utf8.split(separator: 0x0A).allSatisfy { line in
      let line = line.drop { $0 <= 0x20 }
      let isEntry = ["#", "\"", "msg", "domain "].contains { line.starts(with: $0.utf8) }
      return isEntry || line.isEmpty
    }
    return isCatalogue ? text : nil
  }
}
