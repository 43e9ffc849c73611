// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room of the house: it imports only the rooms named here, all of which stand above it.
func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

/// The tests of one room, with the room itself and what they read beside it.
func tests(
  of name: String, imports: [Target.Dependency] = [], fixtures: Bool = false
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + imports,
    exclude: fixtures ? ["Fixtures"] : [], swiftSettings: strict)
}

let package = Package(
  name: "Calque",
  products: [
    .library(name: "Calque", targets: ["Calque"]),
    .library(name: "CalqueModel", targets: ["CalqueModel"]),
    .library(name: "CalqueFormats", targets: ["CalqueFormats"]),
    .library(name: "CalqueMatch", targets: ["CalqueMatch"]),
    .library(name: "CalqueTerms", targets: ["CalqueTerms"]),
    .library(name: "CalqueAlign", targets: ["CalqueAlign"]),
    .executable(name: "calque", targets: ["CalqueCLI"]),
    .executable(name: "calque-lexicon", targets: ["CalqueLexicon"]),
    .executable(name: "calque-bilingual-lexicon", targets: ["CalqueBilingualLexicon"]),
    .executable(name: "calque-fuzz", targets: ["CalqueFuzz"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Loads libarchive when it is needed; the headers are all that the build needs of it.
    .target(name: "CArchive", linkerSettings: [.linkedLibrary("dl")]),
    room("CalqueModel"),
    .target(name: "CProcess"),
    .target(name: "CSHA256"),
    room(
      "CalqueSystem",
      imports: [
        "CalqueModel", "CProcess", .product(name: "SystemPackage", package: "swift-system"),
      ]),
    room("CalqueText", imports: ["CalqueModel", "CICU"]),
    room("CalqueMorphology", imports: ["CalqueText"]),
    room(
      "CalqueInput",
      imports: ["CalqueModel", "CalqueSystem", "CICU", "CXML", "CZlib", "CArchive"]),
    room("CalqueFormats", imports: ["CalqueModel", "CalqueText", "CalqueInput"]),
    room("CalqueDocuments", imports: ["CalqueModel", "CalqueText", "CalqueInput"]),
    room(
      "CalqueStore",
      imports: [
        "CalqueModel", "CalqueSystem", "CalqueText",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room("CalqueMatch", imports: ["CalqueModel", "CalqueText"]),
    room("CalqueIndex", imports: ["CalqueModel", "CalqueSystem", "CalqueText", "CalqueMatch"]),
    room(
      "CalqueTerms", imports: ["CalqueModel", "CalqueText", "CalqueMorphology", "CalqueMatch"]),
    // The word pairs that come with the aligner, as bytes of the program.
    .target(name: "CBilingualLexicon", exclude: ["README.md", "fr-en.tsv"]),
    room("CalqueAlign", imports: ["CalqueModel", "CalqueText", "CBilingualLexicon"]),
    room(
      "Calque",
      imports: [
        "CalqueModel", "CalqueSystem", "CalqueText", "CalqueMorphology", "CalqueInput",
        "CalqueFormats", "CalqueDocuments", "CalqueStore", "CalqueMatch", "CalqueIndex",
        "CalqueTerms", "CalqueAlign", "CSHA256", "TOMLKit",
      ]),
    room("CalqueServer", imports: ["Calque", "CalqueModel", "CalqueSystem"]),
    .executableTarget(
      name: "CalqueCLI",
      dependencies: [
        "Calque", "CalqueModel", "CalqueServer", "CalqueSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Makes the lexicon of French forms from Debian's dictionary; no product of the library.
    .executableTarget(
      name: "CalqueLexicon", dependencies: ["CalqueMorphology", "CalqueSystem"],
      swiftSettings: strict),
    // Makes the table of CBilingualLexicon from a memory; no product of the library.
    .executableTarget(
      name: "CalqueBilingualLexicon", dependencies: ["CalqueAlign", "CalqueSystem"],
      swiftSettings: strict),
    // Gives the parsers spoilt files: scripts/fuzz. No product of the library.
    .executableTarget(
      name: "CalqueFuzz",
      dependencies: ["CalqueFormats", "CalqueInput", "CalqueModel", "TestSupport"],
      path: "Tests/CalqueFuzz",
      swiftSettings: strict),
    // What the tests of several rooms share; no product of the library holds it.
    .target(
      name: "TestSupport", dependencies: ["CZlib", "CalqueMorphology"], path: "Tests/TestSupport",
      swiftSettings: strict
    ),
    tests(of: "CalqueModel"),
    tests(
      of: "CalqueSystem",
      imports: ["CalqueModel", .product(name: "SystemPackage", package: "swift-system")]),
    tests(
      of: "CalqueStore",
      imports: ["CalqueModel", "CalqueText", .product(name: "GRDB", package: "GRDB.swift")],
      fixtures: true),
    tests(
      of: "Calque",
      imports: [
        "CalqueModel", "CalqueText", "CalqueFormats", "CalqueStore", "CalqueTerms",
        "CalqueAlign", "CalqueSystem",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "CalqueCLITests",
      dependencies: [
        "CalqueCLI", "CalqueModel", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Transcripts"], swiftSettings: strict),
    tests(of: "CalqueServer", imports: ["CalqueModel"]),
    tests(of: "CalqueText", imports: ["CalqueModel"]),
    tests(of: "CalqueMatch", imports: ["CalqueModel", "CalqueText"], fixtures: true),
    tests(of: "CalqueInput", imports: ["CalqueModel"]),
    tests(of: "CalqueDocuments", imports: ["CalqueModel", "CalqueText", "CalqueInput"]),
    tests(of: "CalqueIndex", imports: ["CalqueModel", "CalqueText", "CalqueMatch"]),
    tests(
      of: "CalqueFormats", imports: ["CalqueModel", "CalqueText", "CalqueInput", "CalqueFuzz"],
      fixtures: true),
    tests(of: "CalqueMorphology", imports: ["CalqueModel", "CalqueText"]),
    tests(
      of: "CalqueTerms", imports: ["CalqueModel", "CalqueText", "CalqueMorphology", "CalqueMatch"]),
    tests(of: "CalqueAlign", imports: ["CalqueModel", "CalqueText"]),
  ],
  swiftLanguageModes: [.v6]
)
