import CalqueInput

/// Collects the blocks of a web page, with what tells the story from the rest of the page.
///
/// Elements are kept on a stack of our own, so their depth costs nothing but memory.
final class HTMLBlocks: HTMLHandler {
  /// A block of the page.
  struct Block {
    var kind: DocumentBlock.Kind
    /// The level of a heading, or 0.
    var level = 0
    /// The text, with each run of white space as one space.
    var text: [UInt8] = []
    /// The number of bytes inside links.
    var linked = 0
    /// The elements around the block that may hold the story, by number, outermost first.
    var stories: [Int]
  }

  /// The blocks, in the page's order.
  private(set) var blocks: [Block] = []
  /// The number of elements that may hold the story.
  private(set) var storyCount = 0

  /// The maximum depth of elements that may hold the story.
  private static let mostStories = 16
  private var open: [HTMLElement] = []
  private var skipped = 0
  private var links = 0
  private var preformatted = 0
  private var stories: [Int] = []
  private var kinds: [(kind: DocumentBlock.Kind, level: Int)] = []
  private var current: Block?
  private var lineBreaks = 0

  func start(_ name: String, _ attributes: [String: String]) {
    var element = HTMLElement(name, attributes)
    if stories.count == Self.mostStories { element.isStory = false }
    open.append(element)
    if element.isSkipped { skipped += 1 }
    if skipped > 0 { return }
    if name == "br" {
      breakLine()
    } else if element.isBlock {
      finishBlock()
    }
    if name == "a" { links += 1 }
    if name == "pre" { preformatted += 1 }
    if element.isStory {
      stories.append(storyCount)
      storyCount += 1
    }
    if let kind = kind(of: element) { kinds.append((kind, element.headingLevel ?? 0)) }
  }

  func end(_ name: String) {
    guard let element = open.popLast() else { return }
    if element.isSkipped { skipped -= 1 }
    if skipped > 0 || element.isSkipped { return }
    if element.isBlock { finishBlock() }
    if element.name == "a" { links = max(0, links - 1) }
    if element.name == "pre" { preformatted = max(0, preformatted - 1) }
    if element.isStory { _ = stories.popLast() }
    if kind(of: element) != nil { _ = kinds.popLast() }
  }

  func text(_ bytes: Span<UInt8>) {
    if skipped > 0 { return }
    for offset in bytes.indices {
      let byte = bytes[offset]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if byte == 0x0A, preformatted > 0 {
          breakLine()
        } else if let last = current?.text.last, last != 0x20, last != 0x0A {
          current?.text.append(0x20)
        }
        continue
      }
      append(byte)
    }
  }

  /// Ends the last block of the page.
  func finish() { finishBlock() }

  private func append(_ byte: UInt8) {
    if current == nil {
      let (kind, level) = kinds.last ?? (.paragraph, 0)
      current = Block(kind: kind, level: level, stories: stories)
    }
    lineBreaks = 0
    current?.text.append(byte)
    if links > 0 { current?.linked += 1 }
  }

  /// One line break stays in the block; two in a row end a paragraph.
  private func breakLine() {
    guard current != nil else { return }
    lineBreaks += 1
    if lineBreaks > 1 { return finishBlock() }
    if current?.text.last == 0x20 { current?.text.removeLast() }
    current?.text.append(0x0A)
  }

  private func finishBlock() {
    lineBreaks = 0
    guard var block = current else { return }
    current = nil
    while let last = block.text.last, last == 0x20 || last == 0x0A { block.text.removeLast() }
    if !block.text.isEmpty { blocks.append(block) }
  }

  private func kind(of element: HTMLElement) -> DocumentBlock.Kind? {
    if element.headingLevel != nil { return .heading }
    switch element.name {
    case "li", "dt", "dd": return .listItem
    case "figcaption", "caption": return .caption
    case "p", "td", "th", "blockquote": return kinds.last?.kind == .caption ? .caption : nil
    default: return nil
    }
  }
}
