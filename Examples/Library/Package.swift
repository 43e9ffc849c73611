// swift-tools-version: 6.2
import PackageDescription

// A program that uses Calque as a library. It sees the product `Calque` and nothing else.
let package = Package(
  name: "LibraryExample",
  dependencies: [.package(name: "Calque", path: "../..")],
  targets: [
    .executableTarget(
      name: "LibraryExample", dependencies: [.product(name: "Calque", package: "Calque")])
  ],
  swiftLanguageModes: [.v6]
)
