import Calque
import CalqueModel

/// The tools of the desk: its words for language models.
struct MCPTools {
  /// The maximum size of a segment or a query in bytes.
  private static let segment = 10_000
  /// The maximum size of an article in bytes.
  private static let article = 200_000

  /// The store and its settings.
  let workspace: Workspace

  /// All tools; those that change the store only where that is allowed.
  func all(isWritable: Bool) -> [MCPTool] {
    let questions = [lookup, terms, search, suggest, check]
    return isWritable ? questions + [add, addTerm] : questions
  }

  // MARK: Parameters

  private static let pair = MCPParameter(
    name: "pair", kind: .text(64),
    description: "Source and target language, such as fr-en. Usual: that of the store's settings.")

  private static let date = MCPParameter(
    name: "date", kind: .text(10),
    description: "When the text was written: 2023, 2023-11 or 2023-11-02. It decides which titles "
      + "and names were in force. Usual: the date that the text gives itself, or today.")

  private static func text(
    _ name: String, _ description: String, maximum: Int = segment
  ) -> MCPParameter {
    MCPParameter(name: name, kind: .text(maximum), description: description, isRequired: true)
  }

  private func pair(_ call: MCPCall) throws -> LanguagePair {
    guard let written = call.text("pair") else { return try workspace.pair() }
    guard let pair = LanguagePair(written) else {
      throw MCPRefusal(message: "'\(written)' is not a language pair; write one as fr-en")
    }
    return pair
  }

  private func date(_ call: MCPCall) throws -> PartialDate? {
    guard let written = call.text("date") else { return nil }
    guard let date = PartialDate(written) else {
      throw MCPRefusal(message: "'\(written)' is not a date; write one as 2023-11-02 or 2023-11")
    }
    return date
  }

  /// The object that an answer's JSON text holds.
  private func value(_ json: String) throws -> JSONValue {
    guard let value = JSONValue(json) else { throw MCPRefusal(message: "the answer is no JSON") }
    return value
  }

  // MARK: Questions

  private var lookup: MCPTool {
    MCPTool(
      name: "lookup",
      description: "Finds translations of a segment or a term: matches of the translation "
        + "memories, best first, with what differs, and the glossary terms in it. A score of 100 "
        + "is an equal text; below 100, adapt what differs.",
      parameters: [
        Self.text("text", "The segment, a sentence or a term."), Self.pair,
        MCPParameter(
          name: "min_score", kind: .number(1...102),
          description: "The lowest score of a match. Usual: 70."),
        MCPParameter(
          name: "limit", kind: .number(1...50),
          description: "The maximum number of matches. Usual: 5."),
      ]
    ) { call in
      var options = LookupOptions(pair: try pair(call))
      let settings = workspace.configuration
      options.apply(settings)
      options.minimum = call.number("min_score") ?? settings.minScore ?? options.minimum
      options.limit = call.number("limit") ?? settings.limit ?? options.limit
      options.seeksClosest = true
      let text = call.required("text")
      let answer = try workspace.lookup(options).answer(text)
      guard answer.isEmpty, try workspace.isHeldReversed(text, options) else {
        return try value(answer.json)
      }
      let hint = "Found in the other direction: ask with pair \(options.pair.reversed)."
      return .object((try value(answer.json).members ?? []) + [("hint", .string(hint))])
    }
  }

  private var terms: MCPTool {
    MCPTool(
      name: "terms",
      description: "Finds the glossary terms in a text, in all their forms, each with its "
        + "preferred, admitted and forbidden renderings, notes and dates. Use the preferred "
        + "rendering; never use a forbidden one.",
      parameters: [
        Self.text("text", "The text in the source language.", maximum: Self.article), Self.pair,
        Self.date,
      ]
    ) { call in
      var options = SuggestOptions()
      options.pair = try call.text("pair").map { _ in try pair(call) }
      options.date = try date(call)
      options.parts = [.terms]
      let answer = try value(
        workspace.suggest(text: call.required("text"), options: options).json)
      return .object((answer.members ?? []).filter { ["pair", "date", "terms"].contains($0.name) })
    }
  }

  private var search: MCPTool {
    MCPTool(
      name: "search",
      description: "Finds every segment of the memories and every glossary term that holds some "
        + "words, in any form and order, and what the other side says for them. \"Words in quotes\" "
        + "stand side by side; gouvern* is the beginning of a word.",
      parameters: [
        Self.text("query", "The words to look for."), Self.pair,
        MCPParameter(
          name: "in", kind: .word(["source", "target", "both"]),
          description: "The side to search. Usual: both."),
        MCPParameter(
          name: "limit", kind: .number(1...100),
          description: "The maximum number of segments. Usual: 20."),
      ]
    ) { call in
      var options = SearchOptions()
      options.limit = call.number("limit") ?? 20
      switch call.text("in") {
      case "source": options.sides = [.source]
      case "target": options.sides = [.target]
      default: break
      }
      let answer = try workspace.search(
        call.required("query"), pair: try pair(call), options: options)
      return .object(
        (try value(answer.json).members ?? []) + [("more", .boolean(answer.isCut))])
    }
  }

  // MARK: Texts

  private var suggest: MCPTool {
    MCPTool(
      name: "suggest",
      description: "Annotates an article before it is translated: its glossary terms with their "
        + "renderings, memory matches for its sentences, phrases that the memories render, and "
        + "candidates that no glossary has.",
      parameters: [
        Self.text("text", "The article in the source language.", maximum: Self.article),
        Self.pair, Self.date,
        MCPParameter(
          name: "only", kind: .words(SuggestOptions.Part.allCases.map(\.rawValue)),
          description: "The kinds of suggestions. Usual: all."),
        MCPParameter(
          name: "region", kind: .text(16),
          description: "The region whose forms come first, such as US or en-GB."),
      ]
    ) { call in
      var options = SuggestOptions()
      options.pair = try call.text("pair").map { _ in try pair(call) }
      options.date = try date(call)
      options.region = call.text("region")
      if let only = call.words("only"), !only.isEmpty {
        options.parts = Set(only.compactMap(SuggestOptions.Part.init))
      }
      return try value(workspace.suggest(text: call.required("text"), options: options).json)
    }
  }

  private var check: MCPTool {
    MCPTool(
      name: "check",
      description: "Checks a finished translation against its source: terms missing or forbidden, "
        + "numbers, dates and names that were not carried over, what is untranslated or missing, "
        + "terms rendered in two ways. Each finding has its place in both texts, in UTF-8 bytes.",
      parameters: [
        Self.text("source", "The source text.", maximum: Self.article),
        Self.text("target", "Its translation.", maximum: Self.article), Self.pair, Self.date,
        MCPParameter(
          name: "presegmented", kind: .boolean,
          description: "Whether each line of the translation translates the same line of the "
            + "source. Usual: false."),
        MCPParameter(
          name: "ignore", kind: .words(CheckFinding.Rule.allCases.map(\.rawValue)),
          description: "Rules that are not checked."),
      ]
    ) { call in
      var options = CheckOptions()
      options.pair = try pair(call)
      options.date = try date(call)
      options.isPresegmented = call.arguments["presegmented"]?.boolean ?? false
      options.ignored = Set((call.words("ignore") ?? []).compactMap(CheckFinding.Rule.init))
      let report = try workspace.check(
        text: call.required("source"), against: call.required("target"), options)
      return [
        "pair": .string(report.pair.description), "segments": .number(report.segments),
        "terms": .number(report.terms),
        "findings": .array(try report.findings.map { try value($0.json) }),
      ]
    }
  }

  // MARK: Changes

  private var add: MCPTool {
    MCPTool(
      name: "add",
      description: "Stores a segment and its translation in a translation memory. A pair that is "
        + "known is left as it is.",
      isReadOnly: false,
      parameters: [
        Self.text("source", "The segment."), Self.text("target", "Its translation."), Self.pair,
        MCPParameter(
          name: "memory", kind: .text(200),
          description: "The memory, made if it is missing. Usual: \(Workspace.defaultMemory)."),
        MCPParameter(
          name: "status", kind: .word(UnitStatus.allCases.map(\.name)),
          description: "How far the translation is trusted. Usual: draft, until a person read it."),
      ]
    ) { call in
      let pair = try pair(call)
      try call.commit()
      let added = try workspace.add(
        call.required("source"), call.required("target"), pair: pair,
        into: call.text("memory") ?? Workspace.defaultMemory,
        status: call.text("status").flatMap(UnitStatus.init(name:)) ?? .draft)
      return [
        "unit": .string(added.id.description), "memory": .string(added.resource),
        "new": .boolean(added.isNew),
        "doubts": .array(added.doubts.map { .string($0.rawValue) }),
      ]
    }
  }

  private var addTerm: MCPTool {
    MCPTool(
      name: "term_add",
      description: "Stores a term and its rendering in a glossary. A pair that is known keeps its "
        + "details and gets the new ones.",
      isReadOnly: false,
      parameters: [
        Self.text("source", "The term."), Self.text("target", "Its rendering."), Self.pair,
        MCPParameter(
          name: "glossary", kind: .text(200),
          description: "The glossary, made if it is missing. Usual: \(Workspace.defaultGlossary)."),
        MCPParameter(
          name: "status", kind: .word(TermStatus.allCases.map(\.name)),
          description: "Whether to use the rendering. Usual: preferred."),
        MCPParameter(name: "domain", kind: .text(200), description: "The subject field."),
        MCPParameter(
          name: "note", kind: .text(Self.segment), description: "A note for whoever uses it."),
        MCPParameter(
          name: "valid", kind: .text(40),
          description: "When it holds: 2023-07..2024-01, either end open."),
      ]
    ) { call in
      var validity = Validity()
      if let written = call.text("valid") {
        guard let span = Validity(written) else {
          throw MCPRefusal(
            message: "'\(written)' is no span of time; write one as 2023-07..2024-01")
        }
        validity = span
      }
      let pair = try pair(call)
      let details = TermDetails(
        status: call.text("status").flatMap(TermStatus.init(name:)), domain: call.text("domain"),
        note: call.text("note"), validity: validity, partOfSpeech: nil, gender: nil)
      try call.commit()
      let added = try workspace.addTerm(
        call.required("source"), call.required("target"), pair: pair,
        into: call.text("glossary") ?? Workspace.defaultGlossary, details: details)
      return try value(added.json)
    }
  }
}
