import CalqueFormats
public import CalqueModel
import CalqueStore
import CalqueSystem

/// The reason why Calque could not answer or act.
///
/// All errors of the library's own are of this type, and most public functions say so by
/// `throws(WorkspaceError)`. A function that runs the caller's code (a sink, a body for each entry
/// or document) may throw the errors of that code too, as they are, and therefore says `throws`.
///
///     do { try workspace.importFile("archive.tmx") } catch {
///       print(error.message)                       // what happened
///       if let place = error.place { show(place) } // where, in a file
///       if let remedy = error.remedy { offer(remedy) }
///     }
///
/// The parts are data, so that a program can word them in its own way. `description` joins the
/// parts in plain English.
public struct WorkspaceError: Error, Hashable, Sendable {
  /// The kind of the failure.
  public enum Kind: Hashable, Sendable {
    /// The store cannot be used.
    case store
    /// The request is wrong, or names something that does not exist.
    case request
    /// The query of a search has no text to look for.
    case emptyQuery
    /// `calque.toml` has an error.
    case configuration
    /// A file cannot be read or written.
    case file
    /// The work was interrupted; the store is unchanged.
    case interrupted
  }

  /// The kind of the failure.
  public let kind: Kind
  /// The failure, and the form that was expected, without a final full stop.
  public let message: String
  /// The place in a file; nil if the failure is not in a file.
  public var place: SourcePlace?
  /// The lines of the file around the place.
  public var excerpt: Excerpt?
  /// The state of the store, such as `nothing was stored`; nil if it is evident.
  public var outcome: String?
  /// The advice to the user; nil if there is none.
  public var remedy: Remedy?
  /// The database's message, for logs; nil if there is none.
  public var failure: DatabaseFailure?

  /// Creates an error from its parts.
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

  /// The error for people, with the remedy in the caller's words.
  ///
  /// The text begins with the place and the message. The outcome and the remedy follow on the same
  /// line, or for a file on separate lines below the excerpt.
  ///
  /// - Parameter words: returns the words of a remedy, without a final full stop.
  /// - Returns: the text, without a final full stop.
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

  /// The request is wrong, or names something that does not exist.
  static func usage(
    _ message: String, outcome: String? = nil, remedy: Remedy? = nil
  ) -> WorkspaceError {
    WorkspaceError(.request, message, outcome: outcome, remedy: remedy)
  }

  /// `calque.toml` has an error.
  static func configuration(_ place: SourcePlace, _ message: String) -> WorkspaceError {
    WorkspaceError(.configuration, message, place: place)
  }

  /// A file cannot be read or written.
  ///
  /// - Parameters:
  ///   - error: the fault of the file.
  ///   - readable: the number of units or concepts before the place; nil if nothing was read.
  /// - Returns: the error with the file's place, excerpt and remedy.
  static func file(_ error: FormatError, readable: Int? = nil) -> WorkspaceError {
    WorkspaceError(
      .file, error.message, place: error.place, excerpt: error.excerpt,
      outcome: readable.map { "nothing was stored (\($0) could be read)" }, remedy: error.remedy)
  }

  /// The work was interrupted.
  static var interrupted: WorkspaceError {
    WorkspaceError(.interrupted, "interrupted", outcome: "nothing was stored")
  }

  /// Converts an error of a lower module.
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

  /// Runs a body and converts its errors to errors of the workspace.
  static func carrying<T>(_ body: () throws -> T) throws(WorkspaceError) -> T {
    do { return try body() } catch { throw WorkspaceError(error) }
  }
}
