import CalqueInput
import CalqueText

/// The story of a web page: the page's text without menus, notices and links to other stories.
enum HTMLArticle {
  /// The blocks of the story, in the page's order.
  ///
  /// - Throws: `InputError` if the page would take too long.
  static func blocks(of page: [UInt8], _ limits: InputLimits) throws(InputError) -> [TextBlock] {
    let collector = HTMLBlocks()
    try HTMLParser.parse(page, collector)
    collector.finish()
    let kept = collector.blocks.filter { !isLink($0) }
    return story(of: kept, count: collector.storyCount).compactMap { block in
      let text = String(decoding: block.text, as: UTF8.self)
      return Boilerplate.isLine(text) ? nil : TextBlock(kind: block.kind, text: text)
    }
  }

  /// Whether a block is a link to another story or to another page.
  private static func isLink(_ block: HTMLBlocks.Block) -> Bool {
    // The title of a story may be a link to the story itself.
    if block.level == 1 { return false }
    let letters = block.text.count { $0 != 0x20 && $0 != 0x0A }
    // A paragraph that only cites is rare, and its links are a part of its text.
    let share = block.kind == .paragraph || block.kind == .caption ? 95 : 80
    return block.linked * 100 >= letters * share
  }

  /// The blocks of the element that holds most of the page's text; all blocks if none holds much.
  private static func story(of blocks: [HTMLBlocks.Block], count: Int) -> [HTMLBlocks.Block] {
    guard count > 0 else { return blocks }
    var sizes = [Int](repeating: 0, count: count)
    var all = 0
    for block in blocks {
      // Headings and lists are found outside stories as well.
      let size = block.kind == .paragraph ? block.text.count - block.linked : block.text.count / 4
      all += size
      for story in block.stories { sizes[story] += size }
    }
    guard let largest = sizes.max(), largest * 4 >= all else { return blocks }
    // Of elements inside one another that hold nearly the same, the innermost is the story.
    guard let chosen = sizes.lastIndex(where: { $0 * 10 >= largest * 8 }) else { return blocks }
    var kept: [HTMLBlocks.Block] = []
    var title: HTMLBlocks.Block?
    for block in blocks {
      guard let depth = block.stories.firstIndex(of: chosen) else {
        if kept.isEmpty, block.level == 1 { title = block }
        continue
      }
      // A story inside the story is the teaser of another one, unless it holds as much.
      let inner = block.stories[(depth + 1)...]
      if inner.allSatisfy({ sizes[$0] * 10 >= largest * 3 }) { kept.append(block) }
    }
    if let title, !kept.contains(where: { $0.level == 1 }) { kept.insert(title, at: 0) }
    return kept.isEmpty ? blocks : kept
  }
}
