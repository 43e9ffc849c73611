extension English {
  package static let numberSpelling: NumberSpelling? = NumberSpelling(
    group: ",", words: (0...100).map(spelled),
    scales: [
      6: ("million", "million"), 9: ("billion", "billion"), 12: ("trillion", "trillion"),
    ],
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ordinalEnding: ordinalEnding, firstDayEnding: "", halvesOfDay: ["am", "pm"])

  @Sendable private static func ordinalEnding(_ number: Int) -> String {
    if (11...13).contains(number % 100) { return "th" }
    return switch number % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }

  private static let units = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  private static func spelled(_ number: Int) -> String {
    if number < 20 { return units[max(0, number)] }
    if number >= 100 { return "one hundred" }
    let word = tens[number / 10 - 2]
    return number % 10 == 0 ? word : "\(word)-\(units[number % 10])"
  }
}
