/** The places that each cause of a changed cell moved, with the names beside their codes. */
import { Address, BudgetLine, type Diff, Explain, type FormId, type Ledger } from "@grootboek/core"
import type { PlaceNames } from "@grootboek/core/answer"
import * as Result from "effect/Result"

/** A place of a posting, and the names of its codes. */
export interface NamedPlace {
  readonly place: Explain.ExplainedPosting["place"]
  readonly names: PlaceNames.PlaceNames
}

/** Returns the places of each cause of a cell at the later moment, in journal order, each place once. */
export const of = (
  ledger: Ledger.Ledger,
  form: FormId,
  { cell, at }: { readonly cell: Diff.ChangedCell; readonly at: number },
): ((cause: Diff.Cause) => ReadonlyArray<NamedPlace>) => {
  const entries = new Set(cell.causes.map(({ entry }) => entry))
  const explained = Explain.cell(ledger, { form, row: Address.format(cell), year: cell.year }, { at })
  const found = new Map<string, Map<string, NamedPlace>>()
  for (const posting of Result.isSuccess(explained) ? explained.success.postings : []) {
    if (!entries.has(posting.entry)) continue
    const { entry, reason, rule, place, names } = posting
    const key = keyOf(entry, reason?.class ?? rule?.rule, reason?.text)
    const places = found.get(key) ?? new Map<string, NamedPlace>()
    found.set(key, places.set(BudgetLine.format(place), { place, names }))
  }
  return ({ entry, kind, text }) => [
    ...(
      found.get(keyOf(entry, kind === "posted" || kind === "unexplained" ? undefined : kind, text)) ?? []
    ).values(),
  ]
}

const keyOf = (entry: number, kind: string | undefined, text: string | undefined): string =>
  [entry, kind ?? "", text ?? ""].join("\u001f")
