/** Generator of budget lines: picks are numbers that select a line from whatever a structure declares. */
import { type BudgetLine, Dimension, type Structure } from "@grootboek/core"
import * as fc from "fast-check"

/** The parts of a line as numbers; 0 selects the first declared code. */
export interface LinePick {
  readonly rule: number
  readonly prefix: number
  readonly digits: number
  readonly item: number
  readonly action: number | undefined
  readonly sector: number
  readonly envelope: boolean
}

/** Restricts which lines may be picked. */
export interface LineFilter {
  readonly section?: string
  readonly direction?: string
  /** Only lines on this row. */
  readonly row?: string | undefined
  readonly action?: string | undefined
}

/** Generates picks. Samples shrink to the first of everything. */
export const pick: fc.Arbitrary<LinePick> = fc.record({
  rule: fc.nat(200),
  prefix: fc.nat(30),
  digits: fc.constantFrom(0, 0, 7, 99),
  item: fc.nat(9),
  action: fc.oneof({ weight: 5, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.constant(undefined) }),
  sector: fc.nat(10),
  envelope: fc.oneof(
    { weight: 9, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
})

/** Selects the first of everything. */
export const first: LinePick = {
  rule: 0,
  prefix: 0,
  digits: 0,
  item: 0,
  action: 0,
  sector: 0,
  envelope: false,
}

/** The action that is reserved for money passed on to others. */
export const reserved = "A9"

/** Resolves a pick to a line of a structure; undefined when no line fits the filter. */
export const of = (
  structure: Structure.Structure,
  picked: LinePick,
  wanted: LineFilter = {},
): BudgetLine.BudgetLine | undefined => {
  const rules = [...new Set(structure.accounts.values())].filter(
    (rule) =>
      rule.row !== undefined &&
      (wanted.section === undefined || rule.section === wanted.section) &&
      (wanted.direction === undefined || rule.direction === wanted.direction) &&
      (wanted.row === undefined || rule.row === wanted.row),
  )
  const rule = at(rules, picked.rule)
  const prefix = rule === undefined ? undefined : at(rule.prefixes, picked.prefix)
  const item = at([...structure.policyItems.values()], picked.item)
  if (rule === undefined || prefix === undefined || item === undefined) return undefined
  const account = picked.digits === 0 ? prefix : `${prefix}${picked.digits}`.padEnd(7, "0")
  const sector = sectorOf(structure, rule, account, picked.sector)
  const action = wanted.action ?? actionOf(structure, picked.action)
  return {
    direction: rule.direction,
    account,
    policyItem: item.code,
    ...(action === undefined ? {} : { action }),
    ...(sector === undefined ? {} : { sector }),
    ...(picked.envelope ? { envelope: "IE1" } : {}),
  }
}

/** Returns the item of a list that a number selects. */
export const at = <A>(list: ReadonlyArray<A>, number: number): A | undefined => list[number % list.length]

/** Returns the codes of actions that ordinary lines may name. */
export const actions = (structure: Structure.Structure): ReadonlyArray<string> =>
  [...structure.goals.values()]
    .filter((goal) => goal.level === "action" && goal.code !== reserved)
    .map((goal) => goal.code)

const actionOf = (structure: Structure.Structure, number: number | undefined): string | undefined =>
  number === undefined ? undefined : at(actions(structure), number)

const sectorOf = (
  structure: Structure.Structure,
  rule: Structure.AccountRule,
  account: string,
  number: number,
): string | undefined => {
  const split = Dimension.rowSplits.find(
    ({ section, row, accounts }) =>
      section === rule.section &&
      row === rule.row &&
      (accounts === undefined || accounts.some((prefix) => account.startsWith(prefix))),
  )
  const purpose = split?.by
  if (purpose === undefined) return undefined
  return at(
    [...structure.sectors.values()].filter((sector) => sector[purpose] !== undefined),
    number,
  )?.code
}
