/** The tables of version 3, and the statements on them: an entry is part of a segment. */
import { only } from "./Column.ts"
import type { Driver, PreparedStatement } from "./Driver.ts"

/** The prepared statements of a connection. Each binds the number of a ledger first. */
export interface SegmentStatements {
  readonly number: PreparedStatement
  readonly name: PreparedStatement
  readonly names: PreparedStatement
  readonly insert: PreparedStatement
  /** The first segment that ends after a position. */
  readonly after: PreparedStatement
  /** The number of entries in the segment that begins at a position. */
  readonly next: PreparedStatement
  readonly last: PreparedStatement
  /** The position of the last entry, without reading it. */
  readonly end: PreparedStatement
  /** Keys of segments that end after a position. */
  readonly keys: PreparedStatement
  /** Sizes of the last segments, the last one first. */
  readonly tail: PreparedStatement
  /** Segments that begin from a position to another. */
  readonly range: PreparedStatement
  readonly grow: PreparedStatement
  readonly remove: PreparedStatement
}

/** The largest number of rows that a statement for several segments returns. */
export const most = 64

// The first position of a ledger's segments, and of the next ledger's. A row is found by one number: an index of names
// and positions would be a second page to write for each entry that is appended alone.
const start = "((NEW.place >> 32) << 32)"

/**
 * Creates the tables. `entries` shows one entry a row, for people who read a ledger with SQL. A segment follows the one
 * before it. It may grow by those after it, which then may be removed: that is how small segments become one.
 */
export const create = `
  CREATE TABLE ledgers (number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 2000000), name BLOB NOT NULL UNIQUE) STRICT;
  CREATE TABLE segments (
    place INTEGER PRIMARY KEY,
    count INTEGER NOT NULL CHECK (count > 0),
    keys BLOB NOT NULL CHECK (length(keys) = 4 * count),
    lengths BLOB NOT NULL,
    hashes BLOB NOT NULL CHECK (length(hashes) = 32 * count),
    bodies BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER segments_follow_each_other BEFORE INSERT ON segments
  WHEN NEW.place <> coalesce(
    (SELECT place + count FROM segments WHERE place > ${start} AND place < ${start} + (1 << 32) ORDER BY place DESC LIMIT 1),
    ${start} + 1
  )
  BEGIN SELECT RAISE(ABORT, 'a segment follows the one before it'); END;
  CREATE TRIGGER segments_are_not_changed BEFORE UPDATE ON segments
  WHEN NOT (
    NEW.place = OLD.place
    AND substr(NEW.keys, 1, length(OLD.keys)) = OLD.keys
    AND substr(NEW.hashes, 1, length(OLD.hashes)) = OLD.hashes
    AND substr(NEW.bodies, 1, length(OLD.bodies)) = OLD.bodies
    AND CAST(substr(NEW.lengths, 1, length(OLD.lengths) + 1) AS TEXT) = CAST(OLD.lengths AS TEXT) || ','
    AND EXISTS (
      SELECT 1 FROM segments
      WHERE place > OLD.place AND place < NEW.place + NEW.count AND place + count = NEW.place + NEW.count
    )
  )
  BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
  CREATE TRIGGER segments_are_not_removed BEFORE DELETE ON segments
  WHEN NOT EXISTS (
    SELECT 1 FROM segments AS grown, (
      SELECT sum(length(rest.bodies)) AS bodies, sum(length(rest.lengths) + 1) AS lengths
      FROM segments AS rest
      WHERE rest.place >= OLD.place AND rest.place < (
        SELECT place + count FROM segments WHERE place < OLD.place ORDER BY place DESC LIMIT 1
      )
    ) AS rest
    WHERE grown.place = (SELECT max(place) FROM segments WHERE place < OLD.place)
      AND grown.place + grown.count >= OLD.place + OLD.count
      AND substr(grown.keys, 1 + 4 * (OLD.place - grown.place), 4 * OLD.count) = OLD.keys
      AND substr(grown.hashes, 1 + 32 * (OLD.place - grown.place), 32 * OLD.count) = OLD.hashes
      AND substr(grown.lengths, length(grown.lengths) + 2 - rest.lengths, length(OLD.lengths)) = OLD.lengths
      AND substr(grown.bodies, length(grown.bodies) + 1 - rest.bodies, length(OLD.bodies)) = OLD.bodies
  )
  BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
  CREATE TRIGGER ledgers_are_not_changed BEFORE UPDATE ON ledgers
  BEGIN SELECT RAISE(ABORT, 'ledgers are never changed'); END;
  CREATE TRIGGER ledgers_are_not_removed BEFORE DELETE ON ledgers
  BEGIN SELECT RAISE(ABORT, 'ledgers are never removed'); END;
  CREATE VIEW entries AS
    SELECT
      ledgers.name AS ledger,
      (segments.place & 4294967295) + piece.turn AS position,
      substr(segments.hashes, 1 + 32 * piece.turn, 32) AS hash,
      substr(segments.bodies, 1 + piece.start, piece.length) AS body
    FROM (
      SELECT
        place, listed.key AS turn, listed.value AS length,
        coalesce(sum(listed.value) OVER (
          PARTITION BY place ORDER BY listed.key ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ), 0) AS start
      FROM segments, json_each('[' || CAST(lengths AS TEXT) || ']') AS listed
    ) AS piece
    JOIN segments ON segments.place = piece.place
    JOIN ledgers ON ledgers.number = piece.place >> 32;
`

export const statements = (driver: Driver): SegmentStatements => ({
  number: driver.prepare("SELECT number FROM ledgers WHERE name = ?"),
  name: driver.prepare("INSERT INTO ledgers (name) VALUES (?)"),
  names: driver.prepare(`
    SELECT ${only("blob", "name")} FROM ledgers
    WHERE EXISTS (SELECT 1 FROM segments WHERE place > number << 32 AND place < (number + 1) << 32)
  `),
  insert: driver.prepare(
    "INSERT INTO segments (place, count, keys, lengths, hashes, bodies) VALUES ((?1 << 32) + CAST(?2 AS INTEGER), ?3, ?4, ?5, ?6, ?7)",
  ),
  after: driver.prepare(`SELECT ${first}, ${lists} FROM segments ${ending} LIMIT 1`),
  next: driver.prepare(`SELECT ${only("integer", "count")} FROM segments WHERE place = (?1 << 32) + ?2`),
  last: driver.prepare(`SELECT ${first}, ${lists} FROM segments WHERE ${within} ORDER BY place DESC LIMIT 1`),
  end: driver.prepare(
    `SELECT (place & 4294967295) + count - 1 AS position FROM segments WHERE ${within} ORDER BY place DESC LIMIT 1`,
  ),
  keys: driver.prepare(
    `SELECT ${first}, ${only("integer", "count")}, ${only("blob", "keys")} FROM segments ${ending} LIMIT ${most}`,
  ),
  tail: driver.prepare(
    `SELECT ${first}, count, length(bodies) AS size FROM segments WHERE ${within} ORDER BY place DESC LIMIT ${most}`,
  ),
  range: driver.prepare(
    `SELECT ${first}, ${only("blob", "keys")}, ${lists} FROM segments
     WHERE place BETWEEN (?1 << 32) + ?2 AND (?1 << 32) + ?3 ORDER BY place`,
  ),
  grow: driver.prepare(
    "UPDATE segments SET count = ?3, keys = ?4, lengths = ?5, hashes = ?6, bodies = ?7 WHERE place = (?1 << 32) + ?2",
  ),
  remove: driver.prepare("DELETE FROM segments WHERE place > (?1 << 32) + ?2 AND place <= (?1 << 32) + ?3"),
})

const first = "place & 4294967295 AS first"
const lists = [
  only("integer", "count"),
  only("blob", "lengths"),
  only("blob", "hashes"),
  only("blob", "bodies"),
].join(", ")
const within = "place > ?1 << 32 AND place < (?1 + 1) << 32"
const ending = `
  WHERE place >= coalesce(
      (SELECT place FROM segments WHERE place > ?1 << 32 AND place <= (?1 << 32) + ?2 + 1 ORDER BY place DESC LIMIT 1),
      ?1 << 32
    )
    AND place < (?1 + 1) << 32 AND place + count > (?1 << 32) + ?2 + 1
  ORDER BY place
`
