/**
 * Verification: reads and hashes every entry again and reports every problem, not only the first.
 *
 * After a broken entry it continues from the stored hash. One changed byte is therefore one finding, and later entries
 * are checked independently.
 *
 * ```ts
 * Verify.all(sealed, sha256).entries // => 9
 * Verify.all(sealed.slice(1), sha256).findings.map(({ code }) => code) // => ["PositionGap", "BrokenChain"]
 * const store = await Effect.runPromise(MemoryStore.make(sha256))
 * await Effect.runPromise(store.append("demo", 0, proposals))
 * (await Effect.runPromise(Verify.ledger(store, "demo", sha256))).findings // => []
 * const verification = Verify.begin(sha256)
 * (await Effect.runPromise(Verify.through(store, "demo", verification))).length // => 0
 * verification.report().entries // => 9
 * Verify.positionOf(sealedEntry.body) // => 4
 * ```
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as FoldReader from "../codec/FoldReader.ts"
import { decoder, encoder } from "../value/Utf8.ts"
import * as EntryCheck from "./EntryCheck.ts"
import * as EntryTail from "./EntryTail.ts"
import * as Finding from "./Finding.ts"
import { IdIndex } from "./IdIndex.ts"
import * as IdLookup from "./IdLookup.ts"
import * as Journal from "./Journal.ts"
import type { JournalStoreShape, StoreError } from "./JournalStore.ts"
import * as RecordTime from "./RecordTime.ts"

/** The result of a verification: the number of entries, the stored head, and the findings. */
export interface Report {
  readonly entries: number
  readonly head: Journal.Head
  readonly findings: ReadonlyArray<Finding.Finding>
}

/** A verification in progress: it takes entries in order and can report at any time. */
export interface Verification {
  readonly take: (sealed: Journal.Sealed) => ReadonlyArray<Finding.Finding>
  /** Like `take`, and also returns the content of an entry that is not damaged. */
  readonly read: (sealed: Journal.Sealed) => VerifiedEntry
  readonly report: () => Report
}

/** An entry with its findings; it has a content unless it is damaged. */
export interface VerifiedEntry {
  readonly findings: ReadonlyArray<Finding.Finding>
  readonly folded?: FoldReader.Folded
}

/** Verifies entries in memory. */
export const all = (entries: Iterable<Journal.Sealed>, sha256: Journal.Sha256): Report => {
  const verification = begin(sha256)
  for (const sealed of entries) verification.take(sealed)
  return verification.report()
}

/** Verifies a ledger in a store, including its index of ids. */
export const ledger = (
  store: JournalStoreShape,
  name: string,
  sha256: Journal.Sha256,
): Effect.Effect<Report, StoreError> =>
  Effect.suspend(() => {
    const verification = begin(sha256)
    return Effect.map(through(store, name, verification), (unfound) => {
      const report = verification.report()
      return { ...report, findings: [...report.findings, ...unfound] }
    })
  })

// Not `Effect.fn`: a bundler keeps its call at the top of a module, and all of streams with it.
/** Lets a verification take every entry of a ledger, and returns the entries that its index of ids does not find. */
export const through = (
  store: JournalStoreShape,
  name: string,
  { take }: Pick<Verification, "take">,
): Effect.Effect<ReadonlyArray<Finding.Finding>, StoreError> =>
  Effect.gen(function* () {
    const unfound: Array<Finding.Finding> = []
    yield* Stream.runForEachArray(store.read(name, 0), (page) =>
      Effect.gen(function* () {
        for (const sealed of page) take(sealed)
        const positions = new Set(yield* IdLookup.positions(store, name, page.flatMap(idOf)))
        for (const { position, body } of page)
          if (!positions.has(position))
            unfound.push(
              Finding.of(
                { _tag: "IdNotFound" },
                { position, field: "id", offset: Finding.offsetOf(body, "id") },
              ),
            )
      }),
    )
    return unfound
  })

/** Starts a verification. */
export const begin = (sha256: Journal.Sha256): Verification => {
  let head = Journal.genesis
  let entries = 0
  const findings: Array<Finding.Finding> = []
  const ids = new IdIndex()
  const readNext = FoldReader.make()

  const checkId = (sealed: Journal.Sealed, id: Uint8Array): ReadonlyArray<Finding.Finding> => {
    const earlier = ids.take(id, sealed.position)
    if (earlier === undefined) return none
    return [EntryCheck.found(sealed, { _tag: "IdReused", id: decoder.decode(id), earlier }, "id")]
  }

  // Makes every check and returns all findings of an entry that the fast reader refused.
  const readSlowly = (sealed: Journal.Sealed): VerifiedEntry => {
    const stated = EntryCheck.statedFields(sealed)
    const { entry, findings: inside } = EntryCheck.inItself(sealed, sha256)
    const wrong = [...inside, ...EntryCheck.inItsPlace(sealed, stated, head)]
    if (stated.id !== undefined) wrong.push(...checkId(sealed, encoder.encode(stated.id)))
    const time = RecordTime.later(stated.time ?? "", head.time)
    head = { position: sealed.position, hash: sealed.hash, time }
    // An entry that is only not canonical has a content all the same.
    return entry === undefined || wrong.some(({ code }) => code !== "InvalidEntry")
      ? { findings: wrong }
      : { findings: wrong, folded: foldedOf(entry) }
  }

  const read = (sealed: Journal.Sealed): VerifiedEntry => {
    entries += 1
    const next = Journal.isNext(sealed, head, sha256) ? readNext(sealed.body, head) : undefined
    if (next === undefined) {
      const verified = readSlowly(sealed)
      findings.push(...verified.findings)
      return verified
    }
    head = { position: sealed.position, hash: sealed.hash, time: next.time }
    const reused = checkId(sealed, next.id)
    findings.push(...reused)
    return reused.length > 0 ? { findings: reused } : { findings: reused, folded: next }
  }

  return {
    take: (sealed) => read(sealed).findings,
    read,
    report: () => ({ entries, head, findings: [...findings] }),
  }
}

const none: ReadonlyArray<Finding.Finding> = []

const foldedOf = ({ event, source, time }: Journal.Entry): FoldReader.Folded => ({
  kind: event._tag,
  content: { event },
  source,
  time,
})

const idOf = ({ body }: Journal.Sealed): string | ReadonlyArray<string> => EntryTail.idOf(body) ?? []

/** Returns the position that a body states. */
export const positionOf = EntryTail.positionOf
