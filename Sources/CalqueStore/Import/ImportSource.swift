package import CalqueModel

/// The file of an import, and the memory or glossary into which it goes.
package struct ImportSource: Sendable {
  /// The kind of the resource, which is made if the store does not have it.
  package var kind: Resource.Kind
  /// The name of the resource.
  package var name: String
  /// The subject field of the resource if it is new.
  package var domain: String?
  /// The file as the user named it.
  package var file: String?
  /// The file's format.
  package var format: String?
  /// The version of the format, as the file names it.
  package var formatVersion: String?
  /// The SHA-256 of the file's bytes, in hexadecimal.
  package var sha256: String?
  /// The file's header, in the form of its format.
  package var header: String?
  /// Whether a new resource is one that comes with Calque.
  package var isShipped: Bool
  /// Whether the resource becomes what the file says: what the file does not have is removed.
  package var replaces: Bool
  /// The description that a new memory or glossary gets; nil for the usual one.
  ///
  /// A resource with a description is made even if nothing is stored in it.
  package var description: Resource?
  /// Whether an external id stands for a unit within its file only, as in XLIFF: another file has
  /// the same ids for other texts.
  package var hasLocalIDs: Bool

  package init(
    kind: Resource.Kind, name: String, domain: String? = nil, file: String? = nil,
    format: String? = nil, formatVersion: String? = nil, sha256: String? = nil,
    header: String? = nil, isShipped: Bool = false, replaces: Bool = false,
    hasLocalIDs: Bool = false
  ) {
    self.kind = kind
    self.name = name
    self.domain = domain
    self.file = file
    self.format = format
    self.formatVersion = formatVersion
    self.sha256 = sha256
    self.header = header
    self.isShipped = isShipped
    self.replaces = replaces
    self.hasLocalIDs = hasLocalIDs
  }
}
