package import CalqueModel

/// Where an import comes from and where it goes.
package struct ImportSource: Sendable {
  /// The memory or glossary, made if it is not there.
  package var kind: Resource.Kind
  /// Its name.
  package var name: String
  /// The subject field that a new resource gets.
  package var domain: String?
  /// The file as the user named it.
  package var file: String?
  /// The file's format.
  package var format: String?
  /// The version of the format that the file names.
  package var formatVersion: String?
  /// The SHA-256 of the file's bytes, in hexadecimal.
  package var sha256: String?
  /// The file's header, as its format keeps it.
  package var header: String?

  package init(
    kind: Resource.Kind, name: String, domain: String? = nil, file: String? = nil,
    format: String? = nil, formatVersion: String? = nil, sha256: String? = nil,
    header: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.domain = domain
    self.file = file
    self.format = format
    self.formatVersion = formatVersion
    self.sha256 = sha256
    self.header = header
  }
}
