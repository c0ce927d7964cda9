/** A journal as large as a city's: the structure of the example, and estimates until there are enough postings. */
import { type BudgetEvent, Journal } from "@grootboek/core"
import * as Result from "effect/Result"
import { sealed, sha256 } from "./W13.ts"

/** Extends the example with made-up estimates, `years` postings an entry, up to a number of postings. */
export const journal = (postings: number, years: number): ReadonlyArray<Journal.Sealed> => {
  const example = sealed()
  const lines = example.flatMap((one) => {
    const entry = Journal.parse(one)
    return Result.isSuccess(entry) && entry.success.event._tag === "EstimatePosted"
      ? [entry.success.event]
      : []
  })
  const out = [...example]
  const last = example.at(-1)
  let head = last === undefined ? Journal.genesis : Result.getOrThrow(Journal.tail(last))
  for (let index = 0; index * years < postings; index++) {
    const like = lines[index % lines.length]
    if (like === undefined) break
    // Another sub-account of the same row, so that there are as many places as a real ledger has.
    const account = like.line.account.slice(0, 4) + String(index % 97).padStart(3, "0")
    const id = `line:${sha256(new TextEncoder().encode(String(index)))}`
    // Amounts as unlike one another as real ones: taken from the random digits of the id.
    const amount = (year: number): string => {
      const cents = Number.parseInt(id.slice(5 + year * 7, 11 + year * 7), 16) % 10_000_000
      return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`
    }
    const event: BudgetEvent.BudgetEvent = {
      ...like,
      line: { ...like.line, account },
      amounts: Object.fromEntries(
        Array.from({ length: years }, (_, year) => [2026 + ((index + year) % 6), amount(year)]),
      ),
      description: `Raming ${index}`,
    }
    const source = { name: "ramingen.csv", sha256: "5e".repeat(32), line: index + 2 }
    const next = Journal.seal(
      { id, event, actor: "import", source },
      head,
      "2026-12-31T12:00:00.000Z",
      sha256,
    )
    head = next.head
    out.push({ position: next.position, hash: next.hash, body: next.body })
  }
  return out
}
