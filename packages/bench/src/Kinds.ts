/** A journal with every kind of event in equal parts, from the golden files of `core`. */
import { readdirSync, readFileSync } from "node:fs"
import { BudgetEvent, Journal } from "@grootboek/core"
import * as Schema from "effect/Schema"
import * as Journals from "./Journals.ts"

const folder = new URL("../../core/test/golden/", import.meta.url)
const decode = Schema.decodeUnknownSync(BudgetEvent.BudgetEvent)

/** The events of the golden files, one or more of each kind. */
const events = (): ReadonlyArray<BudgetEvent.BudgetEvent> =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => decode(JSON.parse(readFileSync(new URL(name, folder), "utf8"))))

export const proposals = (count: number): ReadonlyArray<Journal.Proposal> => {
  const kinds = events()
  return Array.from({ length: count }, (_, at) => ({
    id: `kind:${at}`,
    actor: "bench",
    event: kinds[at % kinds.length] as (typeof kinds)[number],
    source: { name: "kinds.csv", sha256: Journals.sha256(new Uint8Array(1)), line: at + 1 },
  }))
}

export const sealed = (proposed: ReadonlyArray<Journal.Proposal>): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return proposed.map((proposal) => {
    const { head: next, ...one } = Journal.seal(proposal, head, "2026-01-05T09:00:00.000Z", Journals.sha256)
    head = next
    return one
  })
}
