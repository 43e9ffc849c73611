import GRDB

extension Schema {
  /// The first released schema.
  ///
  /// A row with `deleted_seq` is a tombstone or an earlier version (`version_of`), which only
  /// queries of the history return. `changed_seq` is the number of the change that made a row's
  /// present state. A follower of the store, such as the fuzzy index, asks for all rows changed
  /// after a number.
  static func createFirstTables(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA user_version = 1;

        -- A language tag in each spelling that occurs.
        CREATE TABLE language (
          id INTEGER PRIMARY KEY,
          written TEXT NOT NULL UNIQUE,
          key TEXT NOT NULL,
          primary_key TEXT NOT NULL
        ) STRICT;

        -- The append-only log: one row an import, one a single edit.
        CREATE TABLE change (
          seq INTEGER PRIMARY KEY,
          kind TEXT NOT NULL,
          at INTEGER NOT NULL,
          by TEXT,
          resource INTEGER,
          import INTEGER,
          unit INTEGER,
          concept INTEGER,
          -- Tells two histories apart that came to the same number (a restored copy).
          mark INTEGER NOT NULL DEFAULT (random())
        ) STRICT;

        CREATE TABLE resource (
          id INTEGER PRIMARY KEY,
          kind TEXT NOT NULL CHECK (kind IN ('memory', 'glossary')),
          name TEXT NOT NULL,
          languages TEXT NOT NULL DEFAULT '',
          priority INTEGER NOT NULL DEFAULT 0,
          penalty INTEGER NOT NULL DEFAULT 0,
          read_only INTEGER NOT NULL DEFAULT 0,
          domain TEXT,
          file TEXT,
          format TEXT,
          format_version TEXT,
          sha256 TEXT,
          header TEXT,
          changed_seq INTEGER NOT NULL REFERENCES change (seq),
          deleted_seq INTEGER REFERENCES change (seq)
        ) STRICT;
        CREATE UNIQUE INDEX resource_name ON resource (kind, name) WHERE deleted_seq IS NULL;

        -- The ledger of imports.
        CREATE TABLE import (
          id INTEGER PRIMARY KEY,
          resource INTEGER NOT NULL REFERENCES resource (id),
          seq INTEGER NOT NULL REFERENCES change (seq),
          state TEXT NOT NULL CHECK (state IN ('running', 'done')),
          file TEXT,
          format TEXT,
          sha256 TEXT,
          read INTEGER NOT NULL DEFAULT 0,
          stored INTEGER NOT NULL DEFAULT 0,
          known INTEGER NOT NULL DEFAULT 0,
          skipped TEXT NOT NULL DEFAULT '{}',
          refused INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        -- The order of units and of concepts is that of their ids.
        CREATE TABLE unit (
          id INTEGER PRIMARY KEY,
          resource INTEGER NOT NULL REFERENCES resource (id),
          identity INTEGER NOT NULL,
          status INTEGER NOT NULL,
          changed_seq INTEGER NOT NULL,
          deleted_seq INTEGER,
          version_of INTEGER,
          import INTEGER,
          source_language INTEGER,
          external_id TEXT,
          created INTEGER,
          created_by TEXT,
          changed INTEGER,
          changed_by TEXT,
          origin TEXT,
          previous_hash INTEGER,
          next_hash INTEGER,
          use_count INTEGER,
          meta TEXT
        ) STRICT;

        CREATE TABLE variant (
          id INTEGER PRIMARY KEY,
          unit INTEGER NOT NULL REFERENCES unit (id),
          position INTEGER NOT NULL,
          language INTEGER NOT NULL REFERENCES language (id),
          exact_hash INTEGER NOT NULL,
          folded_hash INTEGER NOT NULL,
          text TEXT NOT NULL,
          codes TEXT,
          meta TEXT
        ) STRICT;

        CREATE TABLE concept (
          id INTEGER PRIMARY KEY,
          resource INTEGER NOT NULL REFERENCES resource (id),
          pair_hash INTEGER NOT NULL,
          changed_seq INTEGER NOT NULL,
          deleted_seq INTEGER,
          version_of INTEGER,
          import INTEGER,
          external_id TEXT,
          domains TEXT,
          definition TEXT,
          note TEXT,
          meta TEXT
        ) STRICT;
        CREATE INDEX concept_pair ON concept (pair_hash) WHERE deleted_seq IS NULL;
        CREATE INDEX concept_changed ON concept (changed_seq);
        CREATE INDEX concept_resource ON concept (resource) WHERE deleted_seq IS NULL;

        CREATE TABLE term (
          id INTEGER PRIMARY KEY,
          concept INTEGER NOT NULL REFERENCES concept (id),
          position INTEGER NOT NULL,
          language INTEGER NOT NULL REFERENCES language (id),
          text TEXT NOT NULL,
          folded_hash INTEGER NOT NULL,
          status INTEGER NOT NULL,
          flags INTEGER NOT NULL DEFAULT 0,
          raw_status TEXT,
          type TEXT,
          part_of_speech TEXT,
          gender TEXT,
          number TEXT,
          register TEXT,
          region TEXT,
          valid_from TEXT,
          valid_to TEXT,
          example TEXT,
          note TEXT,
          source TEXT,
          meta TEXT
        ) STRICT;
        CREATE INDEX term_concept ON term (concept, position);
        CREATE INDEX term_folded ON term (folded_hash);
        """)
    try createDeferredIndexes(db)
  }
}
