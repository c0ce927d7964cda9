/** Files cut or changed on disk: each change is harmless, refused, located, or found by a checkpoint. */
import { rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Archive, Checkpoint, type Journal } from "@grootboek/core"
import { type Campaign, inPairs, type Measure } from "./Campaign.ts"
import { cuts, type DamagedFile, flipped, type LedgerSize, type Sample, sampleIn } from "./DamagedLedger.ts"
import * as Inspector from "./Inspector.ts"
import { chain, inMemory, sha256 } from "./Sample.ts"

const promise = "silently wrong 0, and the calling process survives"

const small: LedgerSize = { pageSize: 512, entries: 3 }

const usual: LedgerSize = { pageSize: 4_096, entries: 12 }

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

const inspected = (size: LedgerSize, damage: (sample: Sample) => Iterable<DamagedFile>): Promise<Measure> =>
  inMemory(async (folder) => {
    const sample = await sampleIn(folder, size)
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
