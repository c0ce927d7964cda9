/** The changes that follow from a whole list of budget lines, as requests: estimates, or the changes of one adjustment. */
import { type BudgetEvent, Canonical, type Decision, Estimate, type Journal, Revision } from "@grootboek/core"

/** The rows of a list, in order, each as the request that a file of lines would make. */
export type ListedRequests = ReadonlyArray<Decision.Request>

export const rows = (listed: ListedRequests): ReadonlyArray<Revision.ListedRow> =>
  listed.flatMap(({ event }) => (event?._tag === "EstimatePosted" ? [event] : []))

/** Returns the years of a list: those of its columns, or of its rows when each has one amount. */
export const years = (
  listed: ListedRequests,
  columns: ReadonlyArray<number | null>,
): ReadonlyArray<number> => {
  const found = new Set(columns.filter((year) => year !== null))
  for (const { amounts } of rows(listed)) for (const year of Object.keys(amounts)) found.add(Number(year))
  return [...found].sort((a, b) => a - b)
}

/** Returns the changes as estimates, each with the source of its first row. */
export const estimates = (
  { lines }: Revision.Revision,
  listed: ListedRequests,
  { at, sha256 }: { readonly at: number; readonly sha256: Journal.Sha256 },
): ReadonlyArray<Decision.Request> =>
  lines.map((line) => {
    const facts = Revision.change(line)
    const source = listed[line.rows[0] ?? -1]?.source ?? sourceOf(listed)
    return {
      // The same change may be due again after another one, so that the id includes the position of the journal.
      id: `state:${sha256(Canonical.bytes({ at, facts }))}`,
      decide: Estimate.post(facts),
      event: { _tag: "EstimatePosted", ...facts },
      source,
    }
  })

/** Returns the changes of an adjustment. A change names its row when that is in the file of the entry. */
export const changes = (
  { lines }: Revision.Revision,
  listed: ListedRequests,
): ReadonlyArray<BudgetEvent.Change> => {
  const { sha256 } = sourceOf(listed)
  return lines.map((line) => {
    const source = listed[line.rows[0] ?? -1]?.source
    const row = source?.sha256 === sha256 ? source.line : undefined
    return { ...Revision.change(line), ...(row === undefined ? {} : { row }) }
  })
}

/** Returns the source of the entry: the first file. A list has at least one row, because a file without rows has a fault. */
export const sourceOf = (listed: ListedRequests): Journal.Source => {
  const { name = "", sha256 = "" } = listed[0]?.source ?? {}
  return { name, sha256 }
}
