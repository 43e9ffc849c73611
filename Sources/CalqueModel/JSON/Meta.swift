/// What a file says of a unit, a variant, a concept or a term beyond what the model has a place for.
///
/// Everything keeps its order and its spelling, so that a file can be written back unharmed.
public struct Meta: Hashable, Sendable {
  /// Attributes without a place of their own, and dates that do not parse, as written, in order.
  public var attributes: [Attribute] = []
  /// Notes, in order.
  public var notes: [Note] = []
  /// Properties (TMX `prop`, tabular columns that no header rule names …), in order.
  public var properties: [Property] = []
  /// Child elements that the model does not know, as verbatim XML, in order.
  public var elements: [String] = []

  /// Nothing said.
  public init() {}

  /// Whether nothing is said.
  public var isEmpty: Bool {
    attributes.isEmpty && notes.isEmpty && properties.isEmpty && elements.isEmpty
  }

  /// An attribute: its name as written (with prefix) and its value.
  public struct Attribute: Hashable, Sendable {
    /// The name, with its prefix.
    public var name: String
    /// The value, references expanded.
    public var value: String

    /// Joins a name and a value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A note for people.
  public struct Note: Hashable, Sendable {
    /// The note's text.
    public var text: String
    /// Its attributes, such as a language or an author.
    public var attributes: [Attribute]

    /// A note, with attributes if it has some.
    public init(_ text: String, attributes: [Attribute] = []) {
      self.text = text
      self.attributes = attributes
    }
  }

  /// A typed value that tools exchange.
  public struct Property: Hashable, Sendable {
    /// The property's type: `x-ConfirmationLevel`, or a column's name.
    public var type: String
    /// Its value.
    public var value: String
    /// Its further attributes.
    public var attributes: [Attribute]

    /// A property, with attributes if it has some.
    public init(type: String, value: String, attributes: [Attribute] = []) {
      self.type = type
      self.value = value
      self.attributes = attributes
    }
  }
}

extension Meta {
  /// Whether the same is said in the same order, byte for byte.
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
