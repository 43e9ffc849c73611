import Calque
import CalqueModel

/// The findings of a check, with the texts in which they are places.
struct CheckedDocument {
  let report: CheckReport
  let couple: DocumentCouple
}

extension LanguageService {
  /// Remembers that a document, and the one beside it, are to be checked when there is time.
  func expectCheck(of document: OpenDocument) {
    unchecked.removeAll { $0.key == document.uri.key }
    unchecked.append(document.uri)
  }

  /// Checks a document with the one beside it, and publishes what is found in those that are open.
  func check(_ document: OpenDocument) {
    guard let desk else { return }
    do throws(WorkspaceError) {
      let pair = try desk.namedPair(of: document.uri)
      guard let couple = documents.couple(of: document, pair) else {
        // There is none beside it, or none any more.
        if checks.removeValue(forKey: document.uri.key) != nil {
          publish([], for: document.uri, version: document.version)
        }
        return
      }
      // Both are checked now.
      unchecked.removeAll { [couple.source.uri.key, couple.target.uri.key].contains($0.key) }
      let report = try desk.check(couple)
      let checked = CheckedDocument(report: report, couple: couple)
      for side in [couple.source, couple.target] {
        guard let open = side.open else { continue }
        checks[open.uri.key] = checked
        let isSource = side.uri == couple.source.uri
        publish(
          report.findings.map { diagnostic($0, checked, isSource: isSource) }, for: open.uri,
          version: open.version)
      }
    } catch {
      checks[document.uri.key] = nil
      publish([], for: document.uri, version: document.version)
      say("\(document.uri.written) was not checked: \(Self.text(of: error))")
    }
  }

  /// A finding as it is shown on one side.
  private func diagnostic(
    _ finding: CheckFinding, _ checked: CheckedDocument, isSource: Bool
  ) -> JSONValue {
    let couple = checked.couple
    let (own, other) = isSource ? (couple.source, couple.target) : (couple.target, couple.source)
    let (place, beside) =
      isSource ? (finding.source, finding.target) : (finding.target, finding.source)
    var members: [(name: String, value: JSONValue)] = [
      ("range", own.document.range(place.range, client.encoding)),
      ("severity", .number(finding.severity.number)),
      ("code", .string(finding.rule.rawValue)), ("source", "calque"),
      ("message", .string(finding.message)),
    ]
    if client.showsRelated {
      members.append(
        (
          "relatedInformation",
          [
            [
              "location": [
                "uri": .string(other.uri.written),
                "range": other.document.range(beside.range, client.encoding),
              ],
              "message": .string(isSource ? "the translation" : "the source"),
            ]
          ]
        ))
    }
    return .object(members)
  }

  /// Shows the diagnostics of a document.
  func publish(_ diagnostics: [JSONValue], for uri: DocumentURI, version: Int?) {
    var members: [(name: String, value: JSONValue)] = [
      ("uri", .string(uri.written)), ("diagnostics", .array(diagnostics)),
    ]
    if let version { members.append(("version", .number(version))) }
    output.notify("textDocument/publishDiagnostics", .object(members))
  }

  /// The segment of the source that a place of the translation translates.
  ///
  /// On a line of the translation that has text, the check's pairs tell; on a blank line, the source's
  /// line with the same number is meant.
  func counterpart(of offset: Int, in couple: DocumentCouple) -> Range<Int>? {
    let (source, target) = (couple.source.document, couple.target.document)
    let number = target.lineNumber(of: offset)
    if target.line(number).isEmpty {
      guard number < source.lineCount else { return nil }
      let line = source.line(number)
      return line.isEmpty ? nil : line
    }
    guard let checked = checks[couple.target.uri.key],
      checked.couple.target.document.text == target.text,
      checked.couple.source.document.text == source.text
    else { return nil }
    return checked.report.pairs.first {
      $0.target.range.contains(offset) || $0.target.range.upperBound == offset
    }.map(\.source.range).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension CheckFinding.Severity {
  /// The number by which editors know the severity.
  fileprivate var number: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }
}
