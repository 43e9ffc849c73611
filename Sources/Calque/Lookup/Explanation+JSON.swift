import CalqueMatch
import CalqueModel

extension Explanation {
  /// Writes `{"base","short","distance","weight","missing","lost","steps":[…]}`.
  func write(to json: inout JSONText) {
    json.object { json in
      json.member("base", base)
      json.member("short", short)
      json.member("distance", score.distance)
      json.member("weight", score.weight)
      json.member("missing", missing)
      json.member("lost", lost?.rawValue)
      json.name("steps")
      json.array { json in
        for step in steps {
          json.object { json in
            json.member("kind", step.kind.rawValue)
            json.member("query", step.query)
            json.member("match", step.match)
            json.member("cost", step.cost)
            json.member("points", points(of: step), digits: 1)
          }
        }
      }
    }
  }
}
