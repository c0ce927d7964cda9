/** Decisions of a governing body as outputs print them. */
import type { Mandate } from "@grootboek/core/answer"
import * as Schema from "effect/Schema"
import * as Fields from "./Fields.ts"

/** A decision behind an entry. */
export type Resolved = Mandate.Mandate

/** Returns a function from an entry to the decision behind it. */
export const byEntry = (
  decisions: ReadonlyArray<Mandate.MandatedEntries>,
): ((entry: number) => Resolved | undefined) => {
  const found = new Map(
    decisions.flatMap(({ decision, entries }) => entries.map((entry) => [entry, decision] as const)),
  )
  return (entry) => found.get(entry)
}

/** Returns `2026/1, Raad van bestuur 2026-06-30 (RvB 2026-06/12)`. */
export const format = ({ plan, resolution }: Resolved): string =>
  [
    ...(plan === undefined ? [] : [plan]),
    ...(resolution === undefined
      ? []
      : [
          `${resolution.body} ${resolution.date}${resolution.reference === undefined ? "" : ` (${resolution.reference})`}`,
        ]),
  ].join(", ")

/** The fields of a decision in JSON documents. */
export const fields = {
  plan: Schema.NullOr(Schema.String),
  body: Schema.NullOr(Schema.String),
  date: Schema.NullOr(Schema.String),
  reference: Schema.NullOr(Schema.String),
  motivation: Schema.NullOr(Schema.String),
}

/** Returns a decision as a JSON document has it. */
export const fieldsOf = ({ resolution, ...mandate }: Resolved): Schema.Struct.Type<typeof fields> =>
  Fields.of(fields, { ...mandate, ...resolution })

/** The decisions behind entries in JSON documents. */
export const Decided = Schema.Array(Schema.Struct({ ...fields, entries: Schema.Array(Schema.Int) }))

export const document = (decisions: ReadonlyArray<Mandate.MandatedEntries>): typeof Decided.Type =>
  decisions.map(({ decision, entries }) => ({ ...fieldsOf(decision), entries }))

/** Returns entries as spans: `12, 15-18`. */
export const spans = (entries: ReadonlyArray<number>): string => {
  const found: Array<readonly [first: number, last: number]> = []
  for (const entry of entries.toSorted((a, b) => a - b)) {
    const last = found.at(-1)
    if (last !== undefined && entry === last[1] + 1) found[found.length - 1] = [last[0], entry]
    else found.push([entry, entry])
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(", ")
}
