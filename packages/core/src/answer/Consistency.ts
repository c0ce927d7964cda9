/**
 * The consistency of published tables, without a ledger: which identities hold, which differ by no more than rounding,
 * and which are broken.
 *
 * ```ts
 * const cells = [
 *   { section: "Budgettair resultaat", code: "VII", year: 2026, amount: Money.from("100.00"), line: 2, column: "2026" },
 * ]
 * const report = Result.getOrThrow(Consistency.check([{ form: "M2", cells }]))
 * report.counts // => { holds: 0, rounding: 0, broken: 0 }
 * const tables = Result.getOrThrow(Published.lay([{ form: "M2", cells }]))
 * Consistency.of(tables).findings.length // => 0
 * Consistency.nothing.counts.broken // => 0
 * ```
 */

import * as Result from "effect/Result"
import type { Structure } from "../event/Structure.ts"
import type { FormId } from "../form/bbc3/index.ts"
import * as Identity from "../form/Identity.ts"
import * as Statement from "../ledger/Statement.ts"
import * as IdentityCheck from "./IdentityCheck.ts"
import { type MissingEntry, type MissingRow, noteMissing } from "./MissingRow.ts"
import { derivedFrom, figuresOf } from "./PrintedTerms.ts"
import * as PrintingPolicy from "./PrintingPolicy.ts"
import * as Published from "./Published.ts"

export type { MissingRow } from "./MissingRow.ts"

/** A figure of broken identities: the number of broken identities that contain it, and of all that contain it. */
export interface Suspect {
  readonly figure: Published.PublishedFigure
  readonly broken: number
  readonly of: number
}

/** The rounding policies of a table. */
export interface TablePolicies extends Published.PublishedPart {
  readonly form: FormId
  /** The policies that its figures do not exclude. */
  readonly open: ReadonlyArray<Statement.Policy>
}

/** A table printed in every known way: the least number of identities that each policy breaks. */
export interface TriedPolicies extends Published.PublishedPart {
  readonly form: FormId
  /** The policy under which the findings are reported. */
  readonly chosen: Statement.Policy
  readonly broken: Readonly<Record<Statement.Policy, number>>
  /** The number of identities of its figures that were checked. */
  readonly checked: number
}

/** The result of checking published tables. */
export interface ConsistencyReport {
  readonly findings: ReadonlyArray<IdentityCheck.IdentityCheck>
  /** The identities that forms state, by outcome; `broken` also counts derived ones, so that 0 means that none is broken. */
  readonly counts: Readonly<Record<IdentityCheck.IdentityCheck["outcome"], number>>
  /** Identities that no form states, but that follow from others, and are not broken. */
  readonly derived: Readonly<Record<"holds" | "rounding", number>>
  /** The number of identities with a cell that was not printed. */
  readonly unchecked: number
  /** The figures of broken identities, those with the most first. They cannot all be right. */
  readonly suspects: ReadonlyArray<Suspect>
  /** Per table, the rounding policies that its figures do not exclude. */
  readonly policies: ReadonlyArray<TablePolicies>
  /** Per table, the policies that were tried; findings are reported under the one that breaks the fewest identities. */
  readonly tried: ReadonlyArray<TriedPolicies>
  /** Rows that were not printed in identities of which another figure was, those of the most identities first. */
  readonly missing: ReadonlyArray<MissingRow>
}

/** The report on no tables. */
export const nothing: ConsistencyReport = {
  findings: [],
  counts: { holds: 0, rounding: 0, broken: 0 },
  derived: { holds: 0, rounding: 0 },
  unchecked: 0,
  suspects: [],
  policies: [],
  tried: [],
  missing: [],
}

/** Lays tables out on their forms and checks every identity; fails with the figures that have no cell. */
export const check = (
  published: ReadonlyArray<Published.PublishedTable>,
  structure?: Structure,
  options: PrintingPolicy.ReadingOptions = {},
): Result.Result<ConsistencyReport, ReadonlyArray<Published.Misplaced>> =>
  Result.map(Published.lay(published, structure), (tables) => of(tables, options))

/** Checks every identity of tables. A sum is broken only if no known way of printing explains all figures. */
export const of = (
  tables: ReadonlyArray<Published.LaidTable>,
  { unprinted = "unknown", by = "tolerance" }: PrintingPolicy.ReadingOptions = {},
): ConsistencyReport => {
  const empty = tables.map(Published.emptyCells(unprinted))
  const isZero = ({ table, row, year }: Identity.CellIndex) => empty[table]?.(row, year) === true
  // Rows that identities of a printed figure need; the others only matter when there are none.
  const [missing, others] = [new Map<string, MissingEntry>(), new Map<string, MissingEntry>()]
  const known: Array<IdentityCheck.KnownIdentity & { readonly difference: IdentityCheck.KnownDifference }> =
    []
  let unchecked = 0
  const identities = Identity.of(tables)
  const add = (one: IdentityCheck.KnownIdentity) =>
    known.push({ ...one, difference: IdentityCheck.differenceOf(tables, one) })
  for (const identity of identities) {
    const figure = IdentityCheck.figureAt(tables, identity.cell)
    const gaps: Array<Identity.CellIndex> = []
    const terms = identity.terms.flatMap(({ cell, sign }) =>
      figuresOf({ tables, isZero, gaps, isDerived: by === "range" }, cell, sign),
    )
    if (figure !== undefined && gaps.length === 0) {
      add({ identity, figure, terms })
      continue
    }
    unchecked += 1
    if (figure !== undefined) noteMissing(tables, gaps, missing)
    else if (terms.length > 0) noteMissing(tables, [identity.cell, ...gaps], others)
  }
  // Within the tolerance of a sum, totals of printed rows could not be distinguished from wrong ones.
  if (by === "range") for (const one of derivedFrom(tables, identities, { isZero, known })) add(one)
  const printing = PrintingPolicy.of(
    tables,
    known.map(({ identity }) => identity),
    { nothing: empty, by, differences: known.map(({ difference }) => difference.size) },
  )
  const findings = known.map((one, index) => IdentityCheck.of(one, printing.allowances[index] ?? "unknown"))
  const count = (outcome: IdentityCheck.IdentityCheck["outcome"], isDerived: boolean) =>
    findings.filter((one) => one.outcome === outcome && (one.kind === "derived") === isDerived).length
  const partOf = ({ form, entity, series }: Published.LaidTable) => ({
    form,
    ...(entity === undefined ? {} : { entity }),
    ...(series === undefined ? {} : { series }),
  })
  return {
    findings,
    counts: {
      holds: count("holds", false),
      rounding: count("rounding", false),
      broken: count("broken", false) + count("broken", true),
    },
    derived: { holds: count("holds", true), rounding: count("rounding", true) },
    unchecked,
    suspects: suspects(findings),
    policies: tables.map((table, index) => ({
      ...partOf(table),
      open: Statement.policies.filter((policy) => printing.broken[index]?.[policy] === 0),
    })),
    tried: tables.flatMap((table, index) => {
      const [chosen, broken] = [printing.chosen[index], printing.broken[index]]
      const checked = known.filter(({ identity }) =>
        [identity.cell, ...identity.terms.map(({ cell }) => cell)].some((cell) => cell.table === index),
      ).length
      return chosen === undefined || broken === undefined
        ? []
        : [{ ...partOf(table), chosen, broken, checked }]
    }),
    missing: [...(missing.size > 0 ? missing : others).values()]
      .map(({ years, ...row }) => ({ ...row, years: [...years].sort((a, b) => a - b) }))
      .toSorted((a, b) => b.identities - a.identities),
  }
}

const suspects = (findings: ReadonlyArray<IdentityCheck.IdentityCheck>): ReadonlyArray<Suspect> => {
  const seen = new Map<Published.PublishedFigure, { broken: number; of: number }>()
  for (const { figure, terms, outcome } of findings) {
    for (const one of new Set([figure, ...terms.map((term) => term.figure)])) {
      const counts = seen.get(one) ?? { broken: 0, of: 0 }
      seen.set(one, { broken: counts.broken + (outcome === "broken" ? 1 : 0), of: counts.of + 1 })
    }
  }
  return [...seen]
    .filter(([, { broken }]) => broken > 0)
    .map(([figure, counts]) => ({ figure, ...counts }))
    .toSorted((a, b) => b.broken - a.broken || a.of - b.of)
}
