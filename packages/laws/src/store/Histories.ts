/**
 * Law of a journal store: any history of appends gives the same journal, byte for byte, and the same refusals as the
 * store in memory.
 */
import { type Journal, type JournalStore, MemoryStore } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as fc from "fast-check"
import type { LawVerdict, Trial } from "../kit/Law.ts"
import { all, at } from "./Sample.ts"
import type { Open, Store, Subject } from "./StoreLaw.ts"

/** Tries histories on a store; a failing verdict has the shortest one. */
export const check = async (subject: Subject, { runs, seed, path }: Trial): Promise<LawVerdict> => {
  const details = await fc.check(
    fc.asyncProperty(fc.array(historyStep, { maxLength: 80, size: "max" }), (steps) => run(subject, steps)),
    { numRuns: runs, seed, ...(path === undefined ? {} : { path, endOnFailure: true }) },
  )
  const [steps] = details.counterexample ?? []
  return {
    law: "histories: the store agrees with the store in memory",
    runs: details.numRuns,
    seed,
    counterexample:
      details.failed && steps !== undefined
        ? {
            sample: steps.map(show).join("\n"),
            breach: { what: String(details.errorInstance) },
            path: details.counterexamplePath ?? undefined,
          }
        : undefined,
  }
}

/** A step of a history, with the number of entries that it is about. */
interface HistoryStep {
  readonly kind:
    | "append"
    | "append one by one"
    | "append a stream"
    | "append a stream that fails"
    | "append again"
    | "append other content under a known id"
    | "append past the end"
    | "open another handle"
  readonly ledger: string
  readonly count: number
}

const one = (kind: HistoryStep["kind"], most: number): fc.Arbitrary<HistoryStep> =>
  fc.record({
    kind: fc.constant(kind),
    ledger: fc.constantFrom("main", "main", "main", "copy"),
    count: fc.integer({ min: 1, max: most }),
  })

const historyStep: fc.Arbitrary<HistoryStep> = fc.oneof(
  one("append", 50),
  one("append", 900),
  one("append one by one", 40),
  one("append one by one", 40),
  one("append a stream", 60),
  one("append a stream that fails", 60),
  one("append again", 60),
  one("append other content under a known id", 60),
  one("append past the end", 5),
  one("open another handle", 1),
)

const show = ({ kind, ledger, count }: HistoryStep): string => `${kind} ${ledger} ${count}`

/** The two stores, one of them with handles that take turns, and the proposals recorded so far. */
interface Pair {
  readonly open: Open
  readonly memory: Store
  readonly handles: Array<Store>
  readonly recorded: Map<string, Array<Journal.Proposal>>
}

const run = (subject: Subject, steps: ReadonlyArray<HistoryStep>): Promise<void> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const open = yield* subject.place(new Map())
        const memory = yield* MemoryStore.make(subject.sha256)
        const pair: Pair = { open, memory, handles: [yield* open], recorded: new Map() }
        for (const [turn, step] of steps.entries()) {
          yield* at(`2026-01-01T00:00:${String(turn % 60).padStart(2, "0")}.000Z`, play(pair, step, turn))
          if (turn % 8 === 7) yield* compare(pair, step, turn)
        }
        for (const ledger of pair.recorded.keys())
          yield* compare(pair, { kind: "append", ledger, count: 50 }, steps.length)
      }),
    ),
  )

const play = (pair: Pair, { kind, ledger, count }: HistoryStep, turn: number) =>
  Effect.gen(function* () {
    const known = pair.recorded.get(ledger) ?? []
    const store = handleOf(pair, turn)
    const fresh = Array.from({ length: count }, (_, n) => proposal(`${turn}:${n}`, count))
    const both = (use: (one: Store) => Effect.Effect<unknown, JournalStore.StoreError | "stop">) =>
      Effect.gen(function* () {
        const [expected, found] = [yield* outcome(use(pair.memory)), yield* outcome(use(store))]
        same(kind, found, expected)
      })
    const append = (batch: ReadonlyArray<Journal.Proposal>, expected = known.length) =>
      both((one) => one.append(ledger, expected, batch))
    const stream = [...pages(fresh, 7)]
    switch (kind) {
      case "append":
        yield* append(fresh)
        break
      case "append one by one":
        for (const [n, proposed] of fresh.entries()) yield* append([proposed], known.length + n)
        break
      case "append a stream":
        yield* both((one) => one.appendAll(ledger, known.length, Stream.fromIterable(stream)))
        break
      case "append a stream that fails": {
        const failing = Stream.concat(Stream.fromIterable(stream), Stream.fail("stop" as const))
        return yield* both((one) => one.appendAll(ledger, known.length, failing))
      }
      case "append again":
        return yield* append(known.slice(-count), 0)
      case "append other content under a known id": {
        const other = known.at(-count)
        return yield* append(
          [...fresh, ...(other === undefined ? [] : [{ ...other, event: closed(1_999) }])],
          -1,
        )
      }
      case "append past the end":
        return yield* append(fresh, known.length + count)
      case "open another handle":
        pair.handles.push(yield* pair.open)
        return
    }
    pair.recorded.set(ledger, [...known, ...fresh])
  })

/** Compares everything that can be read. */
const compare = (pair: Pair, { ledger, count }: HistoryStep, turn: number) =>
  Effect.gen(function* () {
    const known = pair.recorded.get(ledger) ?? []
    const ids = [`${count}:0`, "none", ...known.filter((_, n) => n % 97 === count % 97).map(({ id }) => id)]
    const ends = [0, known.length - count, known.length]
    const seen = (from: Store) =>
      Effect.gen(function* () {
        const reads = yield* Effect.forEach(ends, (after) =>
          all(from, { name: ledger, after: Math.max(0, after) }),
        )
        const found = yield* from.find(ledger, ids)
        const located = yield* from.locate?.(ledger, ids) ??
          Effect.succeed(found.map(({ position }) => position))
        const positions = [...located].sort((a, b) => a - b)
        return [yield* from.head(ledger), yield* from.ledgers, ...reads.map(bytes), bytes(found), positions]
      })
    same("content", yield* seen(handleOf(pair, turn)), yield* seen(pair.memory))
  })

const handleOf = ({ handles, memory }: Pair, turn: number): Store => handles[turn % handles.length] ?? memory

const proposal = (id: string, count: number): Journal.Proposal => ({
  id,
  actor: "laws",
  event: closed(2_000 + (count % 100)),
})

const closed = (year: number) => ({ _tag: "YearClosed", year }) as const

function* pages<A>(list: ReadonlyArray<A>, size: number): Generator<ReadonlyArray<A>> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}

const bytes = (entries: ReadonlyArray<Journal.Sealed>): ReadonlyArray<string> =>
  entries.map(({ position, hash, body }) => `${position} ${hash} ${new TextDecoder().decode(body)}`)

const outcome = <A, E>(effect: Effect.Effect<A, E>): Effect.Effect<unknown> =>
  Effect.map(Effect.result(effect), (result) =>
    Result.isSuccess(result) ? { success: result.success } : { failure: result.failure },
  )

const same = (what: string, found: unknown, expected: unknown): void => {
  const [a, b] = [found, expected].map((value) => JSON.stringify(value))
  if (a !== b) throw new Error(`${what}: expected ${b?.slice(0, 2_000)}, found ${a?.slice(0, 2_000)}`)
}
