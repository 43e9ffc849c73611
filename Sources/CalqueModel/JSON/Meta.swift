/// The data of a unit, a variant, a concept or a term that the model has no property for.
///
/// Order and spelling are those of the file, so that the file can be written back unharmed.
public struct Meta: Hashable, Sendable {
  /// Attributes that the model has no property for and dates that cannot be read, as written, in order.
  public var attributes: [Attribute] = []
  /// The notes, in order.
  public var notes: [Note] = []
  /// The properties, in order: TMX `prop`, unknown columns of a table and the like.
  public var properties: [Property] = []
  /// Child elements that the model does not know, as XML in the file's spelling, in order.
  public var elements: [String] = []

  /// Makes empty data.
  public init() {}

  /// Whether there is no data.
  @inlinable public var isEmpty: Bool {
    attributes.isEmpty && notes.isEmpty && properties.isEmpty && elements.isEmpty
  }

  /// An attribute of an XML element.
  public struct Attribute: Hashable, Sendable {
    /// The name as written, with its prefix.
    public var name: String
    /// The value, with references expanded.
    public var value: String

    /// Makes an attribute.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A note for people.
  public struct Note: Hashable, Sendable {
    /// The note's text.
    public var text: String
    /// The note's attributes, such as a language or an author.
    public var attributes: [Attribute]

    /// Makes a note.
    public init(_ text: String, attributes: [Attribute] = []) {
      self.text = text
      self.attributes = attributes
    }
  }

  /// A typed value that tools exchange.
  public struct Property: Hashable, Sendable {
    /// The property's type: `x-ConfirmationLevel`, or a column's name.
    public var type: String
    /// The value.
    public var value: String
    /// Further attributes.
    public var attributes: [Attribute]

    /// Makes a property.
    public init(type: String, value: String, attributes: [Attribute] = []) {
      self.type = type
      self.value = value
      self.attributes = attributes
    }
  }
}

extension Meta {
  /// Whether two files' data are equal, order included, byte for byte.
  public static func == (a: Meta, b: Meta) -> Bool {
    a.attributes == b.attributes && a.notes == b.notes && a.properties == b.properties
      && a.elements.hasSameBytes(as: b.elements)
  }
}

extension Meta.Attribute {
  /// Whether two attributes are the same, byte for byte.
  public static func == (a: Self, b: Self) -> Bool {
    a.name.hasSameBytes(as: b.name) && a.value.hasSameBytes(as: b.value)
  }
}

extension Meta.Note {
  /// Whether two notes are the same, byte for byte.
  public static func == (a: Self, b: Self) -> Bool {
    a.text.hasSameBytes(as: b.text) && a.attributes == b.attributes
  }
}

extension Meta.Property {
  /// Whether two properties are the same, byte for byte.
  public static func == (a: Self, b: Self) -> Bool {
    a.type.hasSameBytes(as: b.type) && a.value.hasSameBytes(as: b.value)
      && a.attributes == b.attributes
  }
}

extension Meta {
  /// The attribute that keeps the doubts about a unit; formats but JSON lines leave it out.
  package static let doubt = "calque:doubt"
}
