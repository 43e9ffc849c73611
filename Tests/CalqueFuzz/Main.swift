import Glibc

/// `calque-fuzz FORMAT… [--count N] [--from N] [--seed N] [--each]`: spoilt files for each parser.
///
/// A crash ends the process; `--each` names every input before it is tried, so that the one that
/// crashed is the last.
@main
struct Main {
  static func main() {
    var (names, count, from, seed, isEach) = ([String](), 200_000, 0, UInt64(1), false)
    var words = CommandLine.arguments.dropFirst()
    while let word = words.popFirst() {
      switch word {
      case "--count": count = words.popFirst().flatMap { Int($0) } ?? count
      case "--from": from = words.popFirst().flatMap { Int($0) } ?? from
      case "--seed": seed = words.popFirst().flatMap { UInt64($0) } ?? seed
      case "--each": isEach = true
      default: names.append(word)
      }
    }
    var findings = 0
    for target in Target.all where names.isEmpty || names.contains(target.name) {
      var fuzzer = Fuzzer(target)
      var shown = 0
      for number in from..<from + count {
        if isEach { print("\(target.name) \(number)") }
        do throws(Fuzzer.Finding) {
          try fuzzer.attempt(number, seed: seed)
        } catch {
          findings += 1
          shown += 1
          if shown <= 5 { print("\(target.name) \(number), seed \(seed): \(error.message)") }
        }
        if isEach, !fuzzer.refusal.isEmpty { print("  \(fuzzer.refusal)") }
        if number % 10_000 == 9_999 { print("\(target.name): \(number + 1 - from) inputs") }
      }
      print(
        "\(target.name): \(count) inputs, \(fuzzer.read) read, \(fuzzer.refused) refused, "
          + "\(shown) findings")
    }
    exit(findings == 0 ? 0 : 1)
  }
}
