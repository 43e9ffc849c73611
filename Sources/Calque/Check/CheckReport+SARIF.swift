import CalqueModel

extension CheckReport {
  /// The findings as SARIF 2.1.0 (OASIS Standard, 2020), on one line without the line's end.
  ///
  /// Columns count Unicode scalars, as `columnKind` says. The place of a result is the one in the
  /// translation; the one in the source is a related location.
  public var sarif: String {
    var json = JSONText()
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.name("runs")
      json.array { json in
        json.object { json in
          json.member("columnKind", "unicodeCodePoints")
          json.name("tool")
          json.object { json in
            json.name("driver")
            json.object { json in writeDriver(to: &json) }
          }
          json.name("results")
          json.array { json in for finding in findings { finding.writeResult(to: &json) } }
        }
      }
    }
    return json.text
  }

  private func writeDriver(to json: inout JSONText) {
    json.member("name", "calque")
    json.member("version", CalqueVersion.current)
    json.name("rules")
    json.array { json in
      for rule in CheckFinding.Rule.allCases {
        json.object { json in
          json.member("id", rule.rawValue)
          json.name("shortDescription")
          json.object { json in json.member("text", rule.summary) }
        }
      }
    }
  }
}

extension CheckFinding.Rule {
  /// The rule in one sentence.
  public var summary: String {
    switch self {
    case .missing: "No rendering of a glossary's term is in the translation."
    case .forbidden: "A forbidden rendering of a term is in the translation."
    case .number: "A number, its scale or its unit is not the same."
    case .date: "A day, a month, a year or a day of the week is not the same."
    case .name: "A name was exchanged for another."
    case .untranslated: "A stretch is still in the language of the source."
    case .empty: "A side has no text."
    case .inconsistent: "A term is rendered in another way than elsewhere in the text."
    case .metonym: "A place that stands for an institution is left bare where it comes first."
    }
  }
}

extension CheckFinding {
  fileprivate func writeResult(to json: inout JSONText) {
    json.object { json in
      json.member("ruleId", rule.rawValue)
      json.member("level", severity.rawValue)
      json.name("message")
      json.object { json in json.member("text", message) }
      json.name("locations")
      json.array { json in target.writeLocation(to: &json) }
      json.name("relatedLocations")
      json.array { json in source.writeLocation(to: &json) }
    }
  }
}

extension CheckFinding.Place {
  fileprivate func writeLocation(to json: inout JSONText) {
    json.object { json in
      json.name("physicalLocation")
      json.object { json in
        json.name("artifactLocation")
        json.object { json in json.member("uri", Self.uri(of: file)) }
        json.name("region")
        json.object { json in
          json.member("startLine", line)
          json.member("startColumn", column)
          json.member("byteOffset", range.lowerBound)
          json.member("byteLength", range.count)
          json.name("snippet")
          json.object { json in json.member("text", text) }
        }
      }
    }
  }

  /// A file's path as a relative or absolute URI (RFC 3986): all but plain letters is escaped.
  private static func uri(of file: String) -> String {
    var uri = ""
    for byte in file.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        uri += "%" + (hex.utf8.count == 1 ? "0" + hex : hex)
      }
    }
    return uri
  }
}
