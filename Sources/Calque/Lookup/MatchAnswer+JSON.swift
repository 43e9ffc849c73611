import CalqueMatch
package import CalqueModel

extension MatchAnswer {
  package func write(to json: inout JSONText) {
    json.object { json in writeMembers(to: &json) }
  }

  /// Writes the members without braces, for an object with further members.
  package func writeMembers(to json: inout JSONText) {
    json.member("score", score)
    json.member("kind", kind.rawValue)
    json.member("source", source)
    json.member("target", target)
    json.member("original", original)
    json.member("unit", unit.description)
    json.member("memory", memory)
    json.member("memories", memories)
    json.member("status", status.name)
    json.name("penalties")
    json.array { json in
      for penalty in penalties {
        json.object { json in
          json.member("name", penalty.name)
          json.member("points", penalty.points)
        }
      }
    }
    json.member("flags", flags.map(\.rawValue))
    json.member("context", context.map(\.rawValue))
    json.member("changed", changed?.extended)
    json.member("aligned", aligned, digits: 4)
    json.name("differences")
    json.array { json in for difference in differences { difference.write(to: &json) } }
    if let explanation {
      json.name("explain")
      explanation.write(to: &json)
    }
  }
}
