/**
 * The parts that the rows of several forms share: the classes of amounts that no selector divides.
 *
 * T2 counts every amount once, so the selectors alone show what two forms count in common. The tie-outs between forms
 * (T2 totals = M2 a and b, M1 total = T1 total, …) therefore need no list of their own.
 *
 * ```ts
 * const parts = Part.of([Ledger.layout(ledger, "M1", plan), Ledger.layout(ledger, "T1", plan)])
 * parts.count > 0 // => true
 * ```
 */

import { ancestor, type Structure } from "../event/Structure.ts"
import * as Atom from "./Atom.ts"
import type { GroupedForm } from "./Form.ts"
import type { Layout, LayoutRow } from "./Layout.ts"
import { matches, type Selector } from "./Selector.ts"

/** The parts of several layouts, numbered. A leaf row is the sum of its parts. */
export interface FormParts {
  readonly count: number
  /** `of[layout][row]`: the parts of a leaf row; none for a row that adds rows. */
  readonly of: ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>
  /** The wholes that groups divide: the shares of all groups sum to the whole. */
  readonly links: ReadonlyArray<Link>
}

/** See {@link FormParts}. */
export interface Link {
  readonly shares: ReadonlyArray<number>
  readonly whole: ReadonlyArray<number>
}

/** Returns the parts of layouts of one plan. */
export const of = (layouts: ReadonlyArray<Layout>): FormParts => {
  const classes = classesOf(distinct(layouts.flatMap(({ rows }) => rows.filter(isLeaf))))
  const read = layouts.map((layout): LayoutParts => ({ layout, parts: layout.rows.map(() => []) }))
  const links: Array<Link> = []
  let count = classes.length
  for (const family of familiesOf(read.filter(isRepeating))) {
    const blocks = blocksOf(classes, distinct(family.flatMap(({ layout }) => groupLeaves(layout))))
    const shares = blocks.map((block) => ({ block, byUnit: new Map<string, number>() }))
    for (const { layout, parts } of family) {
      for (const row of groupLeaves(layout)) {
        const key = JSON.stringify(row.count)
        const counted = shares.filter(({ block }) => block.selectors.has(key))
        parts[row.index] = unitsOf(layout, row).flatMap((unit) =>
          counted.flatMap(({ byUnit }) => {
            const part = byUnit.get(unit) ?? count++
            byUnit.set(unit, part)
            return [part]
          }),
        )
      }
    }
    const kept = family.filter(({ layout }) => isDivision(layout))
    const whole = distinct(kept.flatMap(({ layout }) => groupLeaves(layout)))
    for (const { block, byUnit } of shares)
      if ([...block.selectors].some((selector) => whole.has(selector)))
        links.push({ shares: [...byUnit.values()], whole: block.whole })
  }
  for (const { layout, parts } of read) {
    for (const row of layout.rows.filter(isLeaf)) {
      if (row.group !== "") continue
      const key = JSON.stringify(row.count)
      const own = classes.flatMap((one, part) => (one.has(key) ? [part] : []))
      // A share without a matching share in another form is a part of its own.
      parts[row.index] = own.length === 0 ? [count++] : own
    }
  }
  return { count, of: read.map(({ parts }) => parts), links }
}

/** A layout, and the parts of its rows found so far. */
interface LayoutParts<L extends Layout = Layout> {
  readonly layout: L
  readonly parts: Array<ReadonlyArray<number>>
}

interface Repeating extends Layout {
  readonly form: GroupedForm
}

type Leaf = LayoutRow & { readonly count: Selector }

const isLeaf = (row: LayoutRow): row is Leaf => row.count !== undefined

const groupLeaves = ({ rows }: Layout): ReadonlyArray<Leaf> =>
  rows.filter(isLeaf).filter(({ group }) => group !== "")

const isRepeating = (one: LayoutParts): one is LayoutParts<Repeating> => one.layout.form.kind === "grouped"

/** Returns the selectors of leaf rows, each once. */
const distinct = (leaves: ReadonlyArray<Leaf>): ReadonlyMap<string, Selector> =>
  new Map(leaves.map(({ count }) => [JSON.stringify(count), count]))

/** Returns the families of layouts with nested groups: the objectives of one structure, or its domains. */
const familiesOf = (
  layouts: ReadonlyArray<LayoutParts<Repeating>>,
): ReadonlyArray<ReadonlyArray<LayoutParts<Repeating>>> => {
  const byStructure = new Map<Structure, Map<boolean, Array<LayoutParts<Repeating>>>>()
  for (const one of layouts) {
    const { form, structure } = one.layout
    const families = byStructure.get(structure) ?? new Map<boolean, Array<LayoutParts<Repeating>>>()
    byStructure.set(structure, families)
    const byDomain = form.by === "policyDomain"
    families.set(byDomain, [...(families.get(byDomain) ?? []), one])
  }
  return [...byStructure.values()].flatMap((families) => [...families.values()])
}

/**
 * Returns the smallest units of which the groups of a family consist: actions where a structure has them, else the
 * groups.
 */
const unitsOf = ({ form, structure }: Repeating, { group }: LayoutRow): ReadonlyArray<string> => {
  if (form.by !== "policyObjective") return [group]
  const objective = structure.goals.has(group) ? group : undefined
  const actions = [...structure.goals.values()]
    .filter(
      ({ level, code }) =>
        level === "action" && ancestor(structure, code, "policyObjective")?.code === objective,
    )
    .map(({ code }) => code)
  return objective !== undefined && actions.length > 0 ? actions : [group, ...actions]
}

/**
 * Returns whether the groups of a form divide everything that its selectors count: it has a group for the rest, and no group
 * contains another. The groups of a published overview of objectives do contain others, and a structure that was made
 * from its codes does not say which.
 */
const isDivision = ({ form, structure }: Repeating): boolean =>
  form.rest !== undefined &&
  (form.by !== "goal" || [...structure.goals.values()].some(({ level }) => level !== "action"))

/** Returns the classes that selectors cannot distinguish: the classes that the same selectors count, together. */
const blocksOf = (
  classes: ReadonlyArray<ReadonlySet<string>>,
  selectors: ReadonlyMap<string, Selector>,
): ReadonlyArray<{ readonly selectors: ReadonlySet<string>; readonly whole: ReadonlyArray<number> }> => {
  const blocks = new Map<string, { selectors: ReadonlySet<string>; whole: Array<number> }>()
  classes.forEach((one, index) => {
    const own = [...selectors.keys()].filter((key) => one.has(key))
    if (own.length === 0) return
    const block = blocks.get(own.join()) ?? { selectors: new Set(own), whole: [] }
    blocks.set(own.join(), block)
    block.whole.push(index)
  })
  return [...blocks.values()]
}

/** Returns the classes of places, each with the selectors that count it. */
const classesOf = (selectors: ReadonlyMap<string, Selector>): ReadonlyArray<ReadonlySet<string>> => {
  const classes = new Map<string, ReadonlySet<string>>()
  const list = [...selectors].map(([key, selector]) => {
    const { accounts: _, notAccounts: __, ...onAnyAccount } = selector
    return { key, selector, onAnyAccount }
  })
  for (const { places, dimensions } of Atom.of([...selectors.values()])) {
    const [first] = places
    // Most selectors do not count these places on any account, so they are tested once for all accounts.
    const candidates = list.filter(
      ({ onAnyAccount }) => first !== undefined && matches(onAnyAccount, first, dimensions),
    )
    for (const place of places) {
      const own = candidates.filter(({ selector }) => matches(selector, place, dimensions))
      if (own.length > 0) classes.set(own.map(({ key }) => key).join(), new Set(own.map(({ key }) => key)))
    }
  }
  return [...classes.values()]
}
