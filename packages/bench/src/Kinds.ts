/** Events of every kind, from the golden files of `core`. */
import { readdirSync, readFileSync } from "node:fs"
import { BudgetEvent, type Journal } from "@grootboek/core"
import * as Schema from "effect/Schema"
import * as Budget from "./Budget.ts"
import * as Journals from "./Journals.ts"

const folder = new URL("../../core/test/golden/", import.meta.url)
const decode = Schema.decodeUnknownSync(BudgetEvent.BudgetEvent)

/** The golden files, one or more of each kind, as JSON. */
const golden = (): ReadonlyArray<unknown> =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")))

/** Returns proposals of these events in turn. */
const proposed = (
  count: number,
  eventAt: (index: number) => BudgetEvent.BudgetEvent,
): ReadonlyArray<Journal.Proposal> =>
  Array.from({ length: count }, (_, at) => ({
    id: `kind:${at}`,
    actor: "bench",
    event: eventAt(at),
    source: { name: "kinds.csv", sha256: Journals.sha256(new Uint8Array(1)), line: at + 1 },
  }))

/** Proposals of every golden event in equal parts. */
export const proposals = (count: number): ReadonlyArray<Journal.Proposal> => {
  const events = golden().map((event) => decode(event))
  return proposed(count, (at) => events[at % events.length] as BudgetEvent.BudgetEvent)
}

/** Proposals of the golden events of one kind, whose amounts in cents are replaced by others. */
export const ofKind = (kind: BudgetEvent.Kind, count: number): ReadonlyArray<Journal.Proposal> => {
  const events = golden().filter((event) => decode(event)._tag === kind)
  const random = Budget.generator(1)
  return proposed(count, (at) => decode(varied(events[at % events.length], random)))
}

/** Proposals of estimates and realisations in turn, each with a description of its own. */
export const described = (
  count: number,
  letters: keyof typeof Journals.descriptions,
): ReadonlyArray<Journal.Proposal> => {
  const { lines, amounts } = Budget.of(500)
  return proposed(count, (at) => {
    const line = lines[at % lines.length] as (typeof lines)[number]
    const description = `${Journals.descriptions[letters]} ${at}`
    const estimate = { ...Budget.estimate(line, amounts()), description }
    if (at % 2 === 0) return decode(estimate)
    return decode({
      _tag: "ActualRecorded",
      line,
      year: 2026,
      date: "2026-03-31",
      amount: `${at}.25`,
      voucher: `IF-2026-${at}`,
      description,
    })
  })
}

const varied = (value: unknown, random: (limit: number) => number): unknown => {
  if (typeof value === "string") return /^-?\d+\.\d\d$/.test(value) ? `${random(100_000)}.25` : value
  if (Array.isArray(value)) return value.map((member) => varied(member, random))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, varied(member, random)]))
}

export const sealed = (proposed: ReadonlyArray<Journal.Proposal>): ReadonlyArray<Journal.Sealed> => [
  ...Journals.sealing(proposed),
]

/** Entries as a store returns them: each body in memory of its own. */
export const stored = (
  proposed: ReadonlyArray<Journal.Proposal>,
): ReadonlyArray<Journal.Sealed & { readonly body: Buffer }> =>
  sealed(proposed).map((one) => ({ ...one, body: Buffer.from(one.body) }))
