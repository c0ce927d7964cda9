/** Laws of journals: entries round-trip in one order, and tampering is detected. */
import { Canonical, History, Journal, Replay } from "@grootboek/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as Damages from "../draw/Damages.ts"
import * as Scenarios from "../draw/Scenarios.ts"
import { digest } from "../kit/Digest.ts"
import { differs, firstOf, law } from "../kit/Law.ts"
import * as Sums from "../reference/Sums.ts"
import { scenarioLaw } from "./ScenarioLaw.ts"

/** Generates records with unsorted keys and texts that need escaping. Made when it is used: its texts take a second to prepare. */
const record = () =>
  fc.dictionary(
    fc.string({ unit: "grapheme", maxLength: 6 }),
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string({ unit: "binary" }), { maxLength: 3 }),
    ),
  )

export const roundTrips = [
  scenarioLaw(
    "event: round-trips through its canonical text",
    "Decoded by the schema of its version.",
    ({ events }) =>
      firstOf(events, (event) => {
        const text = Canonical.stringify(event)
        const read = History.read(JSON.parse(text), History.version)
        return Result.isFailure(read)
          ? { what: `a ${event._tag} was not read back: ${JSON.stringify(read.failure)}` }
          : differs(`a ${event._tag}`, Canonical.stringify(read.success), text)
      }),
  ),
  scenarioLaw("journal: round-trips to the byte", "Sealed, opened and sealed again.", (played) => {
    const sealed = Damages.seal(played)
    let [head, again] = [Journal.genesis, Journal.genesis]
    return firstOf(sealed.entries(), ([at, one]) => {
      const opened = Journal.open(one, head, digest)
      if (Result.isFailure(opened)) return { what: `entry ${at + 1}: ${opened.failure._tag}` }
      const { event, time, source, actor, id } = opened.success
      const { head: next, ...resealed } = Journal.seal(
        { event, actor, id, ...(source === undefined ? {} : { source }) },
        again,
        time,
        digest,
      )
      head = Journal.headOf(opened.success)
      again = next
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
      return (
        differs(`entry ${at + 1}`, text(resealed.body), text(one.body)) ??
        differs(`hash of entry ${at + 1}`, resealed.hash, one.hash) ??
        differs(
          `event of entry ${at + 1}`,
          Canonical.stringify(event),
          Canonical.stringify(played.events[at]),
        )
      )
    })
  }),
  law("canonical text: does not depend on the order of keys", "One value, one text, one hash.", {
    get arbitrary() {
      return record()
    },
    breaks: (one) => {
      const turned = Object.fromEntries(Object.entries(one).reverse())
      return (
        differs("text", Canonical.stringify(turned), Canonical.stringify(one)) ??
        differs(
          "read back",
          Canonical.stringify(JSON.parse(Canonical.stringify(one))),
          Canonical.stringify(one),
        )
      )
    },
  }),
]

export const order = [
  law("order: permuting independent events changes no balance", "Addition is commutative.", {
    arbitrary: fc.record({ scenario: Scenarios.scenario, by: fc.nat(20) }),
    show: ({ scenario, by }) => `rotated by ${by}: ${Scenarios.format(scenario)}`,
    breaks: ({ scenario, by }) => {
      const { events } = Scenarios.play(scenario)
      const [opening, rest] = [events.slice(0, 2), events.slice(2)]
      const cut = rest.length === 0 ? 0 : by % rest.length
      const turned = [...opening, ...rest.slice(cut), ...rest.slice(0, cut)]
      const [a, b] = [events, turned].map((list) =>
        Sums.ofLedger(Scenarios.fold(list.map((event) => ({ event, time: "2026-01-01T00:00:00.000Z" })))),
      )
      const off = a === undefined || b === undefined ? undefined : Sums.difference(b, a)
      return off === undefined ? undefined : { what: off.where, found: off.found, expected: off.expected }
    },
  }),
  law("verification: reports tampering at its entry", "The first bad entry is named.", {
    arbitrary: Damages.damaged,
    show: Damages.format,
    breaks: ({ sealed, expected }) => {
      const replayed = Replay.all(sealed, digest)
      if (Result.isSuccess(replayed)) return { what: "nothing was found" }
      const { failure } = replayed
      const position = failure._tag === "PositionGap" ? failure.expected : failure.position
      return differs("damage", `${failure._tag} at ${position}`, `${expected.tag} at ${expected.position}`)
    },
  }),
  scenarioLaw(
    "verification: an intact journal replays to the ledger that wrote it",
    "Its head is that of its last entry.",
    (played) => {
      const replayed = Replay.all(Damages.seal(played), digest)
      if (Result.isFailure(replayed)) return { what: `${replayed.failure._tag} was found` }
      const off = Sums.difference(Sums.ofLedger(replayed.success), Sums.ofLedger(played.ledger))
      return off === undefined ? undefined : { what: off.where, found: off.found, expected: off.expected }
    },
  ),
]
