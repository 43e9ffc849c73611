import Testing

@testable import CalqueDocuments

@Suite("A Markdown document")
struct MarkdownTests {
  @Test("gives its text in blocks, without marks")
  func blocks() throws {
    let text = """
      ---
      title: Non
      ---
      # Le *budget* #

      Les députés ont [rejeté](https://x.fr/a_b) le **budget**,
      par `280` voix. ![photo](x.png)

      Un sous-titre
      -------------

      > Il a dit non\\*, 2 * 3 = 6,
      > et mon_fichier_a_moi.

      * Un point
        sur deux lignes
      2. [x] Deux

      ```
      code
      ```
      <!-- rien
      du tout -->
      | a | b |
      |---|---|
      | c | <b>d</b> |

      [x]: https://x.fr
      ***
      Fin_.
      """
    #expect(
      try read(text, named: "x.md") == [
        "heading: Le budget", "paragraph: Les députés ont rejeté le budget, par 280 voix.",
        "heading: Un sous-titre",
        "paragraph: Il a dit non*, 2 * 3 = 6, et mon_fichier_a_moi.",
        "listItem: Un point sur deux lignes", "listItem: Deux",
        "paragraph: a", "paragraph: b", "paragraph: c", "paragraph: d", "paragraph: Fin.",
      ])
  }

  @Test("takes time in proportion to its length", .timeLimit(.minutes(1)))
  func time() throws {
    for piece in ["[", "![", "<a ", "](", "*", "_", "\\", "`"] {
      _ = try read(String(repeating: piece, count: 100_000), named: "x.md")
    }
  }
}
