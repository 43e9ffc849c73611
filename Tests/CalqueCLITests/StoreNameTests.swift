import Testing

@Suite("A store's name")
struct StoreNameTests {
  let calque: Command

  init() throws { calque = try Command() }

  @Test(
    "is a path, whatever it looks like",
    arguments: [
      "file:x.db", ":memory:", "file:x.db?mode=memory", "a?b#c%41.db", "caf\\351.db",
    ])
  func path(name: String) throws {
    let result = try calque.shell(
      """
      name=$(printf "$NAME"); mkdir here; cd here
      calque init "--store=$name" && calque add "--store=$name" --pair fr-en Oui Yes &&
        calque stats --json "--store=$name" && ls -d -- "$name" && ls | LC_ALL=C grep -acv index
      """, environment: ["NAME": name.replacing("%", with: "%%")])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("\"units\":1"), "\(result.output)")
    #expect(result.output.hasSuffix("\n1\n"), "nothing else is made: \(result.output)")
  }

  @Test("in a folder that is missing is refused with the folder's name, and nothing is made")
  func missingFolder() throws {
    let result = try calque.shell("calque init --store new/folder/x.db; s=$?; ls; exit $s")
    #expect(result.status == 3)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("there is no folder new/folder"), "\(result.errors)")
  }

  @Test("is not empty")
  func empty() throws {
    for verb in ["init", "stats"] {
      let result = try calque(verb, "--store", "")
      #expect(result.status == 3)
      #expect(result.errors.contains("the store's name is empty"), "\(result.errors)")
    }
  }

  @Test("stands for no file that an import reads or an export replaces")
  func ownFile() throws {
    _ = try calque.shell("calque init --pair fr-en; calque add Oui Yes; ln -s calque.db link.tsv")
    for verb in [
      "import calque.db", "import link.tsv", "suggest calque.db",
      "export -o calque.db --format tsv",
      "export -o link.tsv", "convert rows.tsv -o calque.db --format tsv",
    ] {
      let result = try calque.shell("echo 'Un.' >rows.tsv; calque \(verb)")
      #expect(result.status == 2, "\(verb): \(result.errors)")
      #expect(result.errors.contains("belongs to"), "\(verb): \(result.errors)")
    }
    let stats = try calque("stats", "--json")
    #expect(stats.output.contains("\"units\":1"), "\(stats.errors)")
  }
}
