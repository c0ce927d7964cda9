/** Drawn journals exported to a lake, in one step or in several. */
import { MemoryStore } from "@grootboek/core"
import { Exporter, type LakeFiles, type LakeManifest } from "@grootboek/lake"
import { sha256 } from "@grootboek/testing/Ledgers"
import * as Effect from "effect/Effect"
import type { DrawnJournal } from "./Journals.ts"

/** Exports each journal, an equal part of its entries at a time, and returns the last manifest of each. */
export const exported = (
  files: LakeFiles.LakeFiles,
  journals: ReadonlyArray<Pick<DrawnJournal, "name" | "sealed">>,
  steps: number,
) =>
  Effect.gen(function* () {
    const manifests: Array<LakeManifest.LakeManifest> = []
    for (const { name, sealed } of journals) {
      const store = yield* MemoryStore.make(sha256)
      for (let step = 1; step <= steps; step++) {
        const from = Math.floor((sealed.length * (step - 1)) / steps)
        yield* store.restore("main", from, sealed.slice(from, Math.floor((sealed.length * step) / steps)))
        const { manifest } = yield* Exporter.run(files, { store, ledger: "main", name, sha256 })
        if (step === steps) manifests.push(manifest)
      }
    }
    return manifests
  })
