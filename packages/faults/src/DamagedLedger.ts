/** A valid SQLite ledger, and copies of it that are cut or have one bit flipped. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Checkpoint, type JournalStore } from "@grootboek/core"
import { SqliteStore } from "@grootboek/store-sqlite"
import * as Random from "@grootboek/testing/Random"
import * as Effect from "effect/Effect"
import Libsql from "libsql"
import { ledger, proposals } from "./Sample.ts"

/** The page size and the number of entries of a sample. With the smallest pages every bit of a file can be tried. */
export interface LedgerSize {
  readonly pageSize: 512 | 4_096
  readonly entries: number
}

/** A valid ledger as one file, as a file with the last entries in a log, and its checkpoint. */
export interface Sample {
  readonly whole: Buffer
  readonly base: Buffer
  readonly log: Buffer
  readonly checkpoint: Checkpoint.Checkpoint
}

/** A damaged copy of a sample. */
export interface DamagedFile {
  readonly file: Buffer
  readonly log: Buffer | undefined
}

/** The damaged file: the closed ledger, or the log beside an intact file. */
type Part = "whole" | "log"

/** Makes a sample in a folder. */
export const sampleIn = (folder: string, { pageSize, entries }: LedgerSize): Promise<Sample> => {
  const path = join(folder, "sample.db")
  const half = Math.ceil(entries / 2)
  // The page size is set before the store opens the empty file.
  const empty = new Libsql(path)
  empty.exec(`PRAGMA page_size = ${pageSize}; VACUUM`)
  empty.close()
  const using = <A>(
    work: (store: JournalStore.JournalStoreShape) => Effect.Effect<A, JournalStore.StoreError>,
  ) => Effect.runPromise(Effect.scoped(Effect.flatMap(SqliteStore.make(path), work)))
  return using((store) => store.append(ledger, 0, proposals("p", 1, half)))
    .then(() =>
      using((store) =>
        Effect.gen(function* () {
          for (let n = half; n < entries; n++) yield* store.append(ledger, n, proposals("p", n + 1, 1))
          const checkpoint = Checkpoint.of("faults/main", yield* store.head(ledger))
          // Read while the store is open: closing it moves the log into the file.
          return { base: readFileSync(path), log: readFileSync(`${path}-wal`), checkpoint }
        }),
      ),
    )
    .then((open) => ({ ...open, whole: readFileSync(path) }))
}

/** Returns copies that are cut at every `step` bytes. */
export function* cuts(sample: Sample, part: Part, step: number): Generator<DamagedFile> {
  for (let length = 0; length < sample[part].length; length += step)
    yield damaged(sample, part, sample[part].subarray(0, length))
}

/** Returns copies with one flipped bit: of every bit, or of `count` bits that the seed chooses. */
export function* flipped(
  sample: Sample,
  part: Part,
  { seed, count }: { readonly seed: number; readonly count: number },
): Generator<DamagedFile> {
  const intact = sample[part]
  const bits = intact.length * 8
  const next = Random.from(seed)
  for (let n = 0; n < Math.min(count, bits); n++) {
    // Every bit when there is time for all of them, else as many as there is time for.
    const bit = count >= bits ? n : Math.floor(next() * bits)
    const bytes = Buffer.from(intact)
    bytes[bit >> 3] = (intact[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    yield damaged(sample, part, bytes)
  }
}

const damaged = (sample: Sample, part: Part, bytes: Buffer): DamagedFile =>
  part === "whole" ? { file: bytes, log: undefined } : { file: sample.base, log: bytes }
