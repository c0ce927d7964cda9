/** Files cut or changed on disk: each change is harmless, refused, located, or found by a checkpoint. */
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Archive, Checkpoint, type Journal, type JournalStore } from "@grootboek/core"
import { SqliteStore } from "@grootboek/store-sqlite"
import * as Effect from "effect/Effect"
import Libsql from "libsql"
import { type Campaign, inPairs, type Measure, random } from "./Campaign.ts"
import * as Inspector from "./Inspector.ts"
import { chain, inMemory, ledger, proposals, sha256 } from "./Sample.ts"

const promise = "silently wrong 0, and the calling process survives"

/** Page sizes of a sample. With the smallest pages every bit of a file can be tried. */
interface Kind {
  readonly pageSize: 512 | 4_096
  readonly entries: number
}

const small: Kind = { pageSize: 512, entries: 3 }
const usual: Kind = { pageSize: 4_096, entries: 12 }

export const damages: ReadonlyArray<Campaign> = [
  {
    fault: "an export cut at every byte",
    promise: "found 1 of 1",
    run: async () => {
      const file = Archive.write(chain(12))
      return archives(Array.from({ length: file.length }, (_, length) => file.subarray(0, length)))
    },
  },
  {
    fault: "every bit of an export flipped",
    promise: "found 1 of 1",
    run: async () => archives(flips(Archive.write(chain(4)))),
  },
  {
    fault: "a SQLite ledger cut at every byte (pages of 512 bytes)",
    promise,
    run: () => inspected(small, (sample) => cuts(sample, "whole", 1)),
  },
  {
    fault: "every bit of a SQLite ledger flipped (pages of 512 bytes)",
    promise,
    run: ({ seed }) => inspected(small, (sample) => flipped(sample, "whole", { seed, count: everyBit })),
  },
  {
    fault: "a write-ahead log cut at every byte (pages of 512 bytes)",
    promise,
    run: () => inspected(small, (sample) => cuts(sample, "log", 1)),
  },
  {
    fault: "every bit of a write-ahead log flipped (pages of 512 bytes)",
    promise,
    run: ({ seed }) => inspected(small, (sample) => flipped(sample, "log", { seed, count: everyBit })),
  },
  {
    fault: "a SQLite ledger of usual pages cut at every 32nd byte (long run: every byte)",
    promise,
    run: ({ scale }) => inspected(usual, (sample) => cuts(sample, "whole", scale < 10 ? 32 : 1)),
  },
  {
    fault: "bits of a SQLite ledger of usual pages flipped (long run: every bit)",
    promise,
    run: ({ seed, scale }) =>
      inspected(usual, (sample) =>
        flipped(sample, "whole", { seed, count: scale < 10 ? 500 * scale : everyBit }),
      ),
  },
  {
    fault: "a write-ahead log of usual pages cut at every 293rd byte (long run: every byte)",
    promise,
    run: ({ scale }) => inspected(usual, (sample) => cuts(sample, "log", scale < 10 ? 293 : 1)),
  },
  {
    fault: "bits of a write-ahead log of usual pages flipped (long run: ten times as many)",
    promise,
    run: ({ seed, scale }) =>
      inspected(usual, (sample) => flipped(sample, "log", { seed, count: 200 * scale })),
  },
]

const everyBit = Number.POSITIVE_INFINITY

const archives = (files: Iterable<Uint8Array>): Measure => {
  let [tried, found] = [0, 0]
  for (const file of files) {
    tried += 1
    if (Archive.readWithFindings(file, sha256).findings.length > 0) found += 1
  }
  return { figure: `${tried} tried, ${found} found, silently wrong ${tried - found}`, holds: tried === found }
}

function* flips(file: Uint8Array): Generator<Uint8Array> {
  const copy = new Uint8Array(file)
  for (let bit = 0; bit < file.length * 8; bit++) {
    const at = bit >> 3
    copy[at] = (file[at] ?? 0) ^ (1 << (bit & 7))
    yield copy
    copy[at] = file[at] ?? 0
  }
}

/** A valid ledger as one file, as a file with the last entries in a log, and its checkpoint. */
interface Sample {
  readonly whole: Buffer
  readonly base: Buffer
  readonly log: Buffer
  readonly checkpoint: Checkpoint.Checkpoint
}

/** A damaged copy of a sample. */
interface Damaged {
  readonly file: Buffer
  readonly log: Buffer | undefined
}

const inspected = (kind: Kind, damage: (sample: Sample) => Iterable<Damaged>): Promise<Measure> =>
  inMemory(async (folder) => {
    const sample = await sampleIn(folder, kind)
    const sum = { harmless: 0, located: 0, refused: 0, checkpoint: 0, died: 0, wrong: 0 }
    let tried = 0
    const files = damage(sample)[Symbol.iterator]()
    const program = await Inspector.program()
    const lane = async () => {
      const inspector = Inspector.make(program)
      for (let next = files.next(); next.done !== true; next = files.next()) {
        const { file, log } = next.value
        // A new name for each: a driver may still hold what it knew of the one before.
        const path = join(folder, `damaged-${tried++}.db`)
        writeFileSync(path, file)
        if (log !== undefined) writeFileSync(`${path}-wal`, log)
        const inspection = await inspector.inspect(path)
        sum[judge(inspection, sample.checkpoint)] += 1
        for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(path + end, { force: true })
      }
      inspector.end()
    }
    await inPairs([lane, lane])
    const { harmless, located, refused, checkpoint, died, wrong } = sum
    return {
      figure: `${tried} tried: harmless ${harmless}, located ${located}, refused ${refused}, found by the checkpoint ${checkpoint}, the inspecting child died ${died}, silently wrong ${wrong}`,
      holds: wrong === 0,
    }
  })

const judge = (
  inspection: Inspector.Inspection,
  checkpoint: Checkpoint.Checkpoint,
): "harmless" | "located" | "refused" | "checkpoint" | "died" | "wrong" => {
  if (inspection._tag === "Died") return "died"
  if (inspection._tag === "Refused") return "refused"
  if (inspection.findings > 0) return "located"
  const last: Journal.Sealed = { position: inspection.entries, hash: inspection.head, body: new Uint8Array() }
  if (Checkpoint.compare(checkpoint, { position: inspection.entries }, last).length > 0) return "checkpoint"
  // The hash of the last entry depends on every byte before it.
  return inspection.entries === checkpoint.entries && inspection.head === checkpoint.hash
    ? "harmless"
    : "wrong"
}

const sampleIn = (folder: string, { pageSize, entries }: Kind): Promise<Sample> => {
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

/** The damaged file: the closed ledger, or the log beside an intact file. */
type Part = "whole" | "log"

const damaged = (sample: Sample, part: Part, bytes: Buffer): Damaged =>
  part === "whole" ? { file: bytes, log: undefined } : { file: sample.base, log: bytes }

function* cuts(sample: Sample, part: Part, step: number): Generator<Damaged> {
  for (let length = 0; length < sample[part].length; length += step)
    yield damaged(sample, part, sample[part].subarray(0, length))
}

function* flipped(
  sample: Sample,
  part: Part,
  { seed, count }: { readonly seed: number; readonly count: number },
): Generator<Damaged> {
  const sound = sample[part]
  const bits = sound.length * 8
  const next = random(seed)
  for (let n = 0; n < Math.min(count, bits); n++) {
    // Every bit when there is time for all of them, else as many as there is time for.
    const bit = count >= bits ? n : Math.floor(next() * bits)
    const bytes = Buffer.from(sound)
    bytes[bit >> 3] = (sound[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    yield damaged(sample, part, bytes)
  }
}
