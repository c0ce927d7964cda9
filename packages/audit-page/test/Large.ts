/** A journal as large as that of a city: the structure of the W13 plan, and many invented estimates. */
import { type BudgetEvent, Journal } from "@grootboek/core"
import * as Result from "effect/Result"
import { sealed, sha256 } from "./W13.ts"

/** Returns the W13 journal with invented estimates in its first version: `years` postings per entry, up to a number of postings. */
export const journal = (postings: number, years: number): ReadonlyArray<Journal.Sealed> => {
  const entries = sealed().map((one) => Result.getOrThrow(Journal.parse(one)))
  const lines = entries.flatMap(({ event }) => (event._tag === "EstimatePosted" ? [event] : []))
  const adjusted = entries.findIndex(({ event }) => event._tag === "PlanAdjusted")
  const out: Array<Journal.Sealed> = []
  let head = Journal.genesis
  const seal = ({ id, event, actor, source }: Journal.Proposal, time: string): void => {
    const proposal = { id, event, actor, ...(source === undefined ? {} : { source }) }
    const next = Journal.seal(proposal, head, time, sha256)
    head = next.head
    out.push({ position: next.position, hash: next.hash, body: next.body })
  }
  for (const entry of entries.slice(0, adjusted)) seal(entry, entry.time)
  for (let index = 0; index * years < postings; index++) {
    const like = lines[index % lines.length]
    if (like !== undefined) seal(estimate(like, index, years), head.time)
  }
  for (const entry of entries.slice(adjusted)) seal(entry, entry.time)
  return out
}

const estimate = (like: BudgetEvent.Of<"EstimatePosted">, index: number, years: number): Journal.Proposal => {
  const id = `line:${sha256(new TextEncoder().encode(String(index)))}`
  // Amounts vary like real ones: they are derived from the digits of the id.
  const amount = (year: number): string => {
    const cents = Number.parseInt(id.slice(5 + year * 7, 11 + year * 7), 16) % 10_000_000
    return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`
  }
  return {
    id,
    event: {
      ...like,
      // Other sub-accounts of the same row, so that there are as many places as in a real ledger.
      line: { ...like.line, account: like.line.account.slice(0, 4) + String(index % 97).padStart(3, "0") },
      amounts: Object.fromEntries(
        Array.from({ length: years }, (_, year) => [2026 + ((index + year) % 6), amount(year)]),
      ),
      description: `Raming ${index}`,
    },
    actor: "import",
    source: { name: "ramingen.csv", sha256: "5e".repeat(32), line: index + 2 },
  }
}
