/** Random published tables: exact amounts that agree between forms, printed by a policy per table. */
import { earlierForms, forms, Layout, Money, Statement, Structure } from "@grootboek/core"
import type { Published } from "@grootboek/core/answer"
import * as Model from "../../src/Model.ts"
import * as Search from "../../src/Search.ts"

/** Returns whole numbers from 0 to below a limit, the same for the same seed. */
export type Random = (limit: number) => number

/** Starts a sequence of random numbers. */
export const random = (seed: number): Random => {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
  }
}

/** A publication with the policy of each table. */
export interface Drawn {
  readonly tables: ReadonlyArray<Published.PublishedTable>
  readonly policies: ReadonlyArray<Statement.Policy>
  /** Whether rows without amounts were left out. */
  readonly isBare: boolean
}

const structure = Structure.declare(Structure.empty, {
  goals: ["Wonen", "Zorg", "Werk"].map((name) => ({
    code: name,
    name,
    level: "policyObjective" as const,
    priority: false,
  })),
  policyItems: ["Bestuur", "Mens", "Ruimte"].map((name) => ({
    code: name,
    name,
    field: name,
    fieldName: name,
    domain: name,
  })),
})

/** Draws a publication of one to three forms. */
export const draw = (next: Random): Drawn => {
  const years = Array.from({ length: 1 + next(3) }, (_, year) => 2026 + year)
  const ids = pick(["M1", "M2", "M2", "M3", "T1", "T2", "T3"] as const, 1 + next(3), next)
  const edition = next(3) === 0 ? ("bbc-2020" as const) : undefined
  const laid = ids.map((form): Published.LaidTable => {
    const shape = edition === undefined ? forms[form] : (earlierForms[form] ?? forms[form])
    const layout = Layout.of(shape, structure)
    return { form, layout, years, figures: layout.rows.map(() => years.map(() => undefined)) }
  })
  const model = Model.of(
    laid,
    laid.map(() => () => false),
  )
  const late = openings(model)
  const amounts = Model.evaluate(model, (one) => (late.has(one) ? 0n : amount(next)))
  const policies = laid.map(() => Statement.policies[next(3)] ?? "form")
  const isBare = next(3) === 0
  const isThinned = !isBare && next(3) === 0
  // Totals only: the rows of the lowest levels are left out.
  const deepest = next(3) === 0 ? next(3) : undefined
  const tables = laid.map(({ form, layout }, table): Published.PublishedTable => {
    const exact = Search.exact(model, table, amounts)
    const printed = Statement.print(layout, exact, policies[table] ?? "form")
    const isEmpty = (index: number): boolean => (exact[index] ?? []).every((value) => value === 0n)
    const isEmptyGroup = (group: string): boolean =>
      layout.rows.every((row) => row.group !== group || isEmpty(row.index))
    return {
      form,
      file: `${form}.txt`,
      ...(edition === undefined || earlierForms[form] === undefined ? {} : { edition }),
      cells: layout.rows.flatMap((row) => {
        const isHidden =
          row.shown === "never" ||
          (row.shown === "split" && isAlone(layout, row.index, isEmpty)) ||
          (row.optional === true && (row.group === "" ? isEmpty(row.index) : isEmptyGroup(row.group)))
        if (
          isHidden ||
          (isBare && isEmpty(row.index)) ||
          (isThinned && row.group === "" && next(10) === 0) ||
          (deepest !== undefined && row.level > deepest)
        )
          return []
        return years.map((year, at) => ({
          section: row.section,
          code: row.code,
          year,
          amount: Money.ofMicros(printed[row.index]?.[at] ?? 0n),
          line: row.index + 2,
          column: `${year}`,
        }))
      }),
    }
  })
  return { tables, policies, isBare }
}

/** Returns whether the other rows of its sum are empty: the sum shows the amount then. */
const isAlone = ({ rows }: Layout.Layout, index: number, isEmpty: (index: number) => boolean): boolean =>
  rows.every(
    ({ terms }) =>
      !terms.some(({ row, lag }) => row === index && lag === 0) ||
      terms.every(({ row, lag }) => row === index || lag !== 0 || isEmpty(row)),
  )

// Nothing, cents, amounts of any size, micro-euro around the half: where rounding goes either way.
const amount = (next: Random): bigint => {
  const sign = next(5) === 0 ? -1n : 1n
  const kind = next(6)
  if (kind < 2) return 0n
  if (kind === 2) return sign * BigInt(next(200)) * 10_000n
  if (kind === 3) return sign * (BigInt(next(100)) * 1_000_000n + 499_999n + BigInt(next(3)))
  if (kind === 4) return sign * BigInt(next(1_000_000)) * 1_000_000n
  return sign * BigInt(next(2_000_000_000)) * 10_000n
}

/** Returns the amounts from before the plan in later years than the first: no printed row shows them. */
const openings = (model: Model.Model): ReadonlySet<number> => {
  const found = new Set<number>()
  model.tables.forEach(({ layout }, table) => {
    for (const row of layout.rows) {
      if (row.optional !== true || row.group !== "" || row.count === undefined) continue
      for (let year = 1; year < model.years; year++)
        for (const { variable } of model.equationOf[Model.variable(model, { table, row: row.index, year })]
          ?.terms ?? [])
          found.add(variable)
    }
  })
  return found
}

const pick = <A>(all: ReadonlyArray<A>, count: number, next: Random): ReadonlyArray<A> => {
  const left = [...all]
  const out = new Set<A>()
  while (out.size < count && left.length > 0) out.add(left.splice(next(left.length), 1)[0] as A)
  return [...out]
}
