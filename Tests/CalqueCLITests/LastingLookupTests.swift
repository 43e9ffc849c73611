import Testing

@Suite("A lookup that goes on")
struct LastingLookupTests {
  @Test("sees every change that other processes make", arguments: ["", "--scan"])
  func changes(option: String) throws {
    let calque = try Command()
    _ = try calque.shell("calque init --pair fr-en; calque add Bonjour Hello")
    let result = try calque.shell(
      """
      mkfifo questions
      calque lookup --json $OPTION <questions >answers &
      exec 3>questions
      count=0
      ask() {
        echo "$1" >&3
        count=$((count + 1)); tries=0
        while [ "$(wc -l <answers)" -lt $count ] && [ $tries -lt 1000 ]; do
          sleep 0.02; tries=$((tries + 1))
        done
      }
      ask Bonjour
      for n in 1 2 3 4; do
        calque add "La phrase numéro $n." "Sentence number $n." >/dev/null
        ask "La phrase numéro $n."
      done
      exec 3>&-
      cat answers
      """, environment: ["OPTION": option])
    let answers = result.output.split(separator: "\n")
    #expect(answers.count == 5, "\(result.errors)")
    for (number, answer) in answers.enumerated().dropFirst() {
      #expect(answer.contains("\"target\":\"Sentence number \(number).\""), "change \(number)")
    }
  }
}
