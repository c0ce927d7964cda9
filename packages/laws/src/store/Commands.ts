/** Commands of the state machine test, with the expected result from the model. */
import { Canonical, Intake, Journal, type JournalStore, Ledger, Money, Replay } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import * as fc from "fast-check"
import type { Authority } from "../draw/Authorities.ts"
import * as Requests from "../draw/Requests.ts"
import * as Scenarios from "../draw/Scenarios.ts"
import { type ScenarioStep, step } from "../draw/Steps.ts"
import * as Reading from "../kit/LedgerCells.ts"
import * as Figures from "../reference/Figures.ts"
import * as Sums from "../reference/Sums.ts"
import type { Store } from "./StoreLaw.ts"

export const ledgers = ["stad", "ocmw"] as const

/** The model: recorded proposals per ledger, in order. */
export type List = ReadonlyArray<Array<Journal.Proposal>>

/** The system under test: a store, the ledgers folded from acknowledged entries, and an effect that reopens the store. */
export interface Real {
  readonly authority: Authority
  readonly sha256: Journal.Sha256
  readonly open: Effect.Effect<Store, JournalStore.StoreError>
  store: Store
  readonly ledgers: Array<Ledger.Ledger>
}

/** A command of the model. */
export type Command = fc.AsyncCommand<List, Real>

/** Makes a command that can always run; afterwards the store is compared with the model. */
const command = (
  name: string,
  which: number,
  doing: (known: Array<Journal.Proposal>, real: Real, ledger: string) => Promise<void>,
): Command => ({
  check: () => true,
  run: async (list, real) => {
    const ledger = ledgers[which]
    const known = list[which]
    if (ledger === undefined || known === undefined) return
    await doing(known, real, ledger)
    for (const at of ledgers.keys()) await compare(list[at] ?? [], real, at)
  },
  toString: () => `${ledgers[which]}: ${name}`,
})

const which = fc.nat(ledgers.length - 1)

export const commands: Array<fc.Arbitrary<Command>> = [
  fc.tuple(which, step).map(([at, one]) => record(at, one)),
  fc.tuple(which, step).map(([at, one]) => record(at, one)),
  fc.tuple(which, fc.nat(30)).map(([at, batch]) =>
    command(`appends the entries after ${batch} again`, at, async (known, { store }, ledger) => {
      const again = known.slice(batch)
      const answer = await Effect.runPromise(store.append(ledger, 0, again))
      expect("written", answer.written, [])
      expect(
        "known",
        answer.known,
        again.map(({ id }) => id),
      )
    }),
  ),
  fc.tuple(which, fc.nat(30)).map(([at, entry]) =>
    command(
      `appends other content under the id of entry ${entry}, in a batch`,
      at,
      async (known, { store }, ledger) => {
        const one = known[entry % Math.max(1, known.length)]
        if (one === undefined) return
        const fresh = { ...one, id: `fresh:${known.length}` }
        const other = { ...one, event: { _tag: "YearClosed", year: 1999 } } as const
        const refused = await refusal(
          store.append(ledger, known.length, [fresh, other, { ...fresh, id: "later" }]),
        )
        expect("refused", refused._tag, "IdConflict")
      },
    ),
  ),
  fc.tuple(which, fc.constantFrom(-1, 1, 3)).map(([at, off]) =>
    command(`appends at a position that differs by ${off}`, at, async (known, { store }, ledger) => {
      const late: Journal.Proposal = { id: "stale", event: { _tag: "YearClosed", year: 1999 }, actor: "laws" }
      const expected = known.length + off
      const refused = await refusal(store.append(ledger, expected, [late]))
      expect("refused", refused, { _tag: "PositionConflict", ledger, expected, actual: known.length })
    }),
  ),
  which.map((at) =>
    command("opens the store again and replays it", at, async (_, real, ledger) => {
      real.store = await Effect.runPromise(real.open)
      const sealed = await Effect.runPromise(Stream.runCollect(real.store.read(ledger, 0)))
      const replayed = Replay.all(sealed, real.sha256)
      if (Result.isFailure(replayed)) throw new Error(`replaying found ${replayed.failure._tag}`)
      real.ledgers[at] = replayed.success
    }),
  ),
  fc.tuple(which, fc.nat(400)).map(([at, cell]) =>
    command(`reads cell ${cell} of M2`, at, async (known, real) => {
      const ledger = real.ledgers[at]
      const read = ledger === undefined ? [] : Reading.form(ledger, "M2")
      const asked = read[cell % Math.max(1, read.length)]
      if (asked === undefined) return
      const figure = Figures.of(known.map(({ event }) => event)).get(asked.where)
      expect(asked.where, Number(Money.format(asked.exact)), figure?.exact.toNumber())
    }),
  ),
]

const record = (at: number, one: ScenarioStep): Command =>
  command(`records ${one.step}`, at, async (known, real, ledger) => {
    const working = real.ledgers[at]
    if (working === undefined) return
    const requests =
      known.length === 0
        ? Requests.opening(real.authority)
        : Scenarios.requestsOf(working, known, one, known.length)
    const context = { actor: "laws", sha256: real.sha256, recorded: new Map() }
    const fold = (list: ReadonlyArray<Journal.Proposal>) => Scenarios.fold(list.map(Scenarios.entryOf))
    const outcome = Intake.decideInto(fold(known), requests, context)
    if (outcome.refused.length > 0) return
    const answer = await Effect.runPromise(real.store.append(ledger, known.length, outcome.proposals))
    expect(
      "written",
      answer.written,
      outcome.proposals.map((_, index) => known.length + index + 1),
    )
    for (const proposal of outcome.proposals) {
      Result.getOrThrowWith(
        Ledger.append(working, Scenarios.entryOf(proposal, known.length)),
        ({ _tag }) => new Error(_tag),
      )
      known.push(proposal)
    }
  })

/** Compares the store with the model, and the ledger with the reference calculation. */
const compare = async (known: ReadonlyArray<Journal.Proposal>, real: Real, at: number): Promise<void> => {
  const ledger = ledgers[at] ?? ""
  const head = await Effect.runPromise(real.store.head(ledger))
  expect(`head of ${ledger}`, head.position, known.length)
  const after = Math.floor(known.length / 2)
  const sealed = await Effect.runPromise(Stream.runCollect(real.store.read(ledger, after)))
  const read = sealed.map((one) => Result.getOrThrowWith(Journal.parse(one), ({ _tag }) => new Error(_tag)))
  expect(
    `entries of ${ledger}`,
    read.map(({ id, event, position }) => [id, position, Canonical.stringify(event)]),
    known.slice(after).map(({ id, event }, turn) => [id, after + turn + 1, Canonical.stringify(event)]),
  )
  const working = real.ledgers[at]
  if (working === undefined) return
  const off = Sums.difference(Sums.ofLedger(working), Sums.of(known.map(({ event }) => event)))
  expect(`balances of ${ledger}`, off ?? "equal", "equal")
}

const expect = (what: string, found: unknown, expected: unknown): void => {
  const [a, b] = [found, expected].map((value) => fc.stringify(value))
  if (a !== b) throw new Error(`${what}: expected ${b}, found ${a}`)
}

const refusal = async <A>(
  effect: Effect.Effect<A, JournalStore.StoreError>,
): Promise<JournalStore.StoreError> => {
  const answer = await Effect.runPromise(Effect.result(effect))
  if (Result.isFailure(answer)) return answer.failure
  throw new Error(`expected a refusal, found ${fc.stringify(answer.success)}`)
}
