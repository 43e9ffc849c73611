import CalqueMatch
import Testing

@Suite("A share of a weight")
struct ShareTests {
  @Test(
    "is compared exactly, whatever the numbers",
    arguments: [
      (1, 3, 2, 5, true), (2, 5, 1, 3, false), (1, 3, 2, 6, false), (2, 6, 1, 3, false),
      (0, 1, 1, Int.max, true), (Int.max - 1, Int.max, Int.max, Int.max, true),
      (Int.max - 2, Int.max - 1, Int.max - 1, Int.max, true), (-1, Int.max, 0, 7, true),
    ])
  func comparison(a: Int, b: Int, c: Int, d: Int, isSmaller: Bool) {
    let (x, y) = (Share(distance: a, weight: b), Share(distance: c, weight: d))
    #expect((x < y) == isSmaller)
    if isSmaller { #expect(x != y && !(y < x)) }
  }
}
