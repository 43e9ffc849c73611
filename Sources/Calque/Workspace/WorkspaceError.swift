import CalqueFormats
public import CalqueModel
import CalqueStore
import CalqueSystem

/// Why Calque did not do what was asked: the one error of the library's front door.
///
///     do { try workspace.importFile("archive.tmx") } catch {
///       print(error.message)                       // what happened
///       if let place = error.place { show(place) } // where, in a file
///       if let remedy = error.remedy { offer(remedy) }
///     }
///
/// The parts are data, so that a program can word them its own way; `description` joins them in
/// plain English.
public struct WorkspaceError: Error, Hashable, Sendable {
  /// What kind of thing failed.
  public enum Kind: Hashable, Sendable {
    /// The store cannot be used.
    case store
    /// The question is wrong, or names something that is not there.
    case request
    /// The query of a search holds nothing to look for.
    case emptyQuery
    /// `calque.toml` is wrong.
    case configuration
    /// A file cannot be read or written.
    case file
    /// The work was broken off; the store is as it was.
    case interrupted
  }

  /// What kind of thing failed.
  public let kind: Kind
  /// What happened and what was expected, without a final full stop.
  public let message: String
  /// Where, in a file; nil where no file is concerned.
  public var place: SourcePlace?
  /// The lines of the file in question.
  public var excerpt: Excerpt?
  /// What became of the store: `nothing was stored`; nil where that goes without saying.
  public var outcome: String?
  /// What to do; nil where nobody can say.
  public var remedy: Remedy?
  /// What the database said, for logs; nil where it said nothing.
  public var failure: DatabaseFailure?

  /// Joins the parts of an error.
  public init(
    _ kind: Kind, _ message: String, place: SourcePlace? = nil, excerpt: Excerpt? = nil,
    outcome: String? = nil, remedy: Remedy? = nil, failure: DatabaseFailure? = nil
  ) {
    self.kind = kind
    self.message = message
    self.place = place
    self.excerpt = excerpt
    self.outcome = outcome
    self.remedy = remedy
    self.failure = failure
  }
}

extension WorkspaceError: CustomStringConvertible {
  /// The error for people, without a final full stop.
  public var description: String { text { $0.description } }

  /// The error for people, with its remedy in the words of whoever tells it.
  ///
  /// - Parameter words: words a remedy, without a final full stop.
  /// - Returns: place and message; then, on the same line or, below an excerpt, on lines of their
  ///   own, what was stored and what to do.
  public func text(_ words: (Remedy) -> String) -> String {
    let head = (place.map { "\($0): " } ?? "") + message
    let rest = [outcome, remedy.map(words)].compactMap(\.self)
    guard kind == .file else { return ([head] + rest).joined(separator: "; ") }
    let lines = [head] + (excerpt.map { ["\($0)"] } ?? []) + rest.map { "  = \($0)" }
    return lines.joined(separator: "\n")
  }
}

extension WorkspaceError {
  /// The store cannot be used.
  static func store(
    _ message: String, outcome: String? = nil, remedy: Remedy? = nil
  ) -> WorkspaceError {
    WorkspaceError(.store, message, outcome: outcome, remedy: remedy)
  }

  /// The question is wrong, or names something that is not there.
  static func usage(
    _ message: String, outcome: String? = nil, remedy: Remedy? = nil
  ) -> WorkspaceError {
    WorkspaceError(.request, message, outcome: outcome, remedy: remedy)
  }

  /// `calque.toml` is wrong.
  static func configuration(_ place: SourcePlace, _ message: String) -> WorkspaceError {
    WorkspaceError(.configuration, message, place: place)
  }

  /// A file cannot be read or written.
  ///
  /// - Parameters:
  ///   - error: what is wrong with the file.
  ///   - readable: how many units or concepts came before the place; nil where nothing was read.
  /// - Returns: the error with the file's place, excerpt and remedy.
  static func file(_ error: FormatError, readable: Int? = nil) -> WorkspaceError {
    WorkspaceError(
      .file, error.message, place: error.place, excerpt: error.excerpt,
      outcome: readable.map { "nothing was stored (\($0) could be read)" }, remedy: error.remedy)
  }

  /// The work was broken off.
  static var interrupted: WorkspaceError {
    WorkspaceError(.interrupted, "interrupted", outcome: "nothing was stored")
  }

  /// What an error from a room below means here.
  init(_ error: any Error) {
    switch error {
    case let error as WorkspaceError: self = error
    case .interrupted as StoreError: self = .interrupted
    case let error as StoreError:
      self.init(
        error.isUsage ? .request : .store, error.message, outcome: error.outcome,
        remedy: error.remedy, failure: error.failure)
    case let error as FormatError: self = .file(error)
    case let error as SearchError:
      self.init(error == .emptyQuery ? .emptyQuery : .request, error.message, remedy: error.remedy)
    case let error as FileFailure: self = .usage("\(error)")
    case is CancellationError: self = .interrupted
    default: self = .store("\(error)")
    }
  }

  /// Carries the errors of rooms below over into errors of the workspace; those of the caller's own
  /// code pass as they are.
  static func carryingOurs<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch {
      switch error {
      case is StoreError, is FormatError, is FileFailure, is CancellationError:
        throw WorkspaceError(error)
      default: throw error
      }
    }
  }

  /// Carries a body's errors over into errors of the workspace.
  static func carrying<T>(_ body: () throws -> T) throws(WorkspaceError) -> T {
    do { return try body() } catch { throw WorkspaceError(error) }
  }
}
