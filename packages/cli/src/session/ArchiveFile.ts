/** An exported journal as a file, read chunk by chunk: checked, compared with a ledger, and restored. */
import { Archive, type Journal } from "@grootboek/core"
import { Audit } from "@grootboek/core/ledger"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as InputFile from "../output/InputFile.ts"
import * as Progress from "../output/Progress.ts"
import type { CommandFailure } from "../words/CommandFailure.ts"
import { storeError } from "./CoreFailure.ts"
import * as LineGuard from "./LineGuard.ts"
import type { OpenStore } from "./Store.ts"

/** The result of checking a file: findings of the file and of its entries. */
export type ArchiveCheck = Pick<Audit.AuditedJournal, "head" | "findings" | "remarks">

/** Returns whether a file was saved as UTF-16: by its byte order mark, or by a zero beside its first character. */
export const isUtf16 = (file: InputFile.Chunks): boolean => {
  for (const [first, second] of file.chunks())
    return (
      (first === 0xff && second === 0xfe) ||
      (first === 0xfe && second === 0xff) ||
      first === 0 ||
      second === 0
    )
  return false
}

/** Checks a file and every entry in it. */
export const audit = (file: InputFile.Chunks): Effect.Effect<ArchiveCheck> =>
  Effect.sync(() => {
    const auditing = Audit.begin({ sha256: InputFile.sha256, now: Date.now() })
    const reading = Archive.begin(auditing)
    const progress = Progress.start("verify", file.size)
    const guard = LineGuard.begin()
    let done = 0
    for (const chunk of file.passing()) {
      if (guard.allows(chunk)) reading.push(chunk)
      done += chunk.length
      progress.to(done)
    }
    const stopped = guard.finding()
    if (stopped === undefined) reading.end()
    progress.stop()
    const { head, remarks } = auditing.report()
    return { head, remarks, findings: [...reading.findings(), ...(stopped === undefined ? [] : [stopped])] }
  })

/** The entries of a ledger that a file has as well, and the first one that it does not. */
export interface ArchiveComparison {
  readonly present: number
  readonly other: number | undefined
}

/** Compares the entries of a ledger with those of a checked file, by their hashes. */
export const compare = Effect.fnUntraced(function* (
  file: InputFile.Chunks,
  { store, ledger }: OpenStore,
): Effect.fn.Return<ArchiveComparison, CommandFailure> {
  const entries = entriesOf(file)
  let present = 0
  let other: number | undefined
  yield* store.read(ledger, 0).pipe(
    Stream.mapError(storeError),
    Stream.takeWhile(({ position, hash }) => {
      const next = entries.next()
      if (next.done === true || next.value.hash !== hash) other = position
      else present += 1
      return other === undefined
    }),
    Stream.runDrain,
  )
  entries.return(undefined)
  return { present, other }
})

/** Returns the hash of the entry of a file at a position, undefined when it has none. */
export const hashAt = (file: InputFile.Chunks, position: number): string | undefined => {
  for (const entry of entriesOf(file)) if (entry.position === position) return entry.hash
  return undefined
}

/** Returns the entries after a position in pages, for a store. */
export const pages = (file: InputFile.Chunks, after: number): Stream.Stream<ReadonlyArray<Journal.Sealed>> =>
  // One page at a time: by default a stream first collects thousands of pages.
  Stream.fromIterable(pagesOf(file, after), { chunkSize: 1 })

const pageSize = 200

function* pagesOf(file: InputFile.Chunks, after: number): Generator<ReadonlyArray<Journal.Sealed>> {
  const progress = Progress.start("restore", file.size)
  let page: Array<Journal.Sealed> = []
  let done = 0
  for (const sealed of entriesOf(file)) {
    done += sealed.body.length
    if (sealed.position <= after) continue
    page.push(sealed)
    if (page.length < pageSize) continue
    progress.to(done)
    yield page
    page = []
  }
  if (page.length > 0) yield page
  progress.stop()
}

// The file was checked before: the store checks the chain again while it restores.
function* entriesOf(file: InputFile.Chunks): Generator<Journal.Sealed, undefined> {
  const unchecked = { take: () => [], report: () => ({ entries: 0, head: genesis, findings: [] }) }
  const reading = Archive.begin(unchecked)
  for (const chunk of file.chunks()) yield* reading.push(chunk)
  yield* reading.end()
  return undefined
}

const { head: genesis } = Audit.all([], { sha256: InputFile.sha256 })
