import CalqueModel

extension Columns {
  /// The unit of a row; nil if the row has fewer than two texts.
  func unit(_ cells: [Cell], of scanner: borrowing TableScanner) -> TranslationUnit? {
    var unit = TranslationUnit(variants: [])
    unit.variants.reserveCapacity(2)
    for (column, cell) in cells.enumerated() {
      let role = role(column)
      if case .text(let place) = role {
        if scanner.isBlank(cell) { continue }
        let text = scanner.text(cell).undisarmed
        unit.variants.append(Variant(language: languages[place], text: text))
        continue
      }
      // A table without a header is written back cell by cell, so an empty cell counts too.
      if cell.start == cell.end, !names.isEmpty { continue }
      let text = scanner.text(cell)
      switch role {
      case .note: unit.meta.notes.append(Meta.Note(text))
      case .identifier: unit.externalID = text
      default: unit.meta.properties.append(Meta.Property(type: name(column), value: text))
      }
    }
    return unit.variants.count >= 2 ? unit : nil
  }
}
