/**
 * What rows of several forms share: the parts that amounts fall into when every form is read at once.
 *
 * T2 counts every amount once, so what two forms count in common follows from their selectors alone: the tie-outs
 * between forms (T2 totals = M2 a and b, M1 total = T1 total, …) need no list of their own.
 */
import type { Place } from "./BudgetLine.ts"
import type { Dimensions } from "./Dimension.ts"
import { T2 } from "./forms/T2.ts"
import type { Layout, LayoutRow } from "./Layout.ts"
import { matches, type Selector } from "./Selector.ts"
import { ancestor, type Structure } from "./Structure.ts"

/** The parts of several layouts. Parts are numbered; a leaf row is the sum of its parts. */
export interface Parts {
  readonly count: number
  /** `of[layout][row]`: the parts of a leaf row; none for a row that adds rows. */
  readonly of: ReadonlyArray<ReadonlyArray<ReadonlyArray<number>>>
  /** What groups share out: the shares of all groups together are the whole. */
  readonly links: ReadonlyArray<Link>
}

/** See {@link Parts}. */
export interface Link {
  readonly shares: ReadonlyArray<number>
  readonly whole: ReadonlyArray<number>
}

/** The parts of layouts that read one plan. */
export const of = (layouts: ReadonlyArray<Layout>): Parts => {
  const leaves = layouts.flatMap(({ rows }) => rows.filter(isLeaf))
  const classes = classesOf(distinct(leaves.map(({ count }) => count)))
  const out = layouts.map(({ rows }) => rows.map((): ReadonlyArray<number> => []))
  const links: Array<Link> = []
  let count = classes.length
  for (const family of familiesOf(layouts)) {
    const own = family.flatMap(
      (index) => layouts[index]?.rows.filter((row) => isLeaf(row) && row.group !== "") ?? [],
    )
    const blocks = blocksOf(classes, distinct(own.filter(isLeaf).map((row) => row.count)))
    const shares = blocks.map(() => new Map<string, number>())
    for (const index of family) {
      const layout = layouts[index]
      for (const row of layout?.rows ?? []) {
        const target = out[index]
        if (layout === undefined || target === undefined || !isLeaf(row) || row.group === "") continue
        target[row.index] = unitsOf(layout, row).flatMap((unit) =>
          blocks.flatMap(({ selectors }, block) => {
            if (!selectors.has(JSON.stringify(row.count))) return []
            const part = shares[block]?.get(unit) ?? count++
            shares[block]?.set(unit, part)
            return [part]
          }),
        )
      }
    }
    // Only a form that keeps a rest counts everything that its selectors count.
    const whole = new Set(
      family.flatMap((index) => {
        const { form, rows } = layouts[index] ?? {}
        if (form?.kind !== "grouped" || form.rest === undefined) return []
        return rows?.flatMap((row) => (row.group === "" ? [] : JSON.stringify(row.count))) ?? []
      }),
    )
    blocks.forEach((block, index) => {
      if ([...block.selectors].some((selector) => whole.has(selector)))
        links.push({ shares: [...(shares[index]?.values() ?? [])], whole: block.whole })
    })
  }
  layouts.forEach(({ rows }, index) => {
    for (const row of rows) {
      const target = out[index]
      if (target === undefined || !isLeaf(row) || row.group !== "") continue
      const key = JSON.stringify(row.count)
      const parts = classes.flatMap((one, part) => (one.has(key) ? [part] : []))
      // What nothing else can be told to share stays a part of its own.
      target[row.index] = parts.length === 0 ? [count++] : parts
    }
  })
  return { count, of: out, links }
}

type Leaf = LayoutRow & { readonly count: Selector }

const isLeaf = (row: LayoutRow): row is Leaf => row.count !== undefined

const distinct = (selectors: ReadonlyArray<Selector>): ReadonlyMap<string, Selector> =>
  new Map(selectors.map((selector) => [JSON.stringify(selector), selector]))

/** Layouts whose groups lie in one another: all that follow the objectives of one structure, or its domains. */
const familiesOf = (layouts: ReadonlyArray<Layout>): ReadonlyArray<ReadonlyArray<number>> => {
  const byStructure = new Map<Structure, Map<boolean, Array<number>>>()
  layouts.forEach(({ form, structure }, index) => {
    if (form.kind !== "grouped") return
    const families = byStructure.get(structure) ?? new Map<boolean, Array<number>>()
    byStructure.set(structure, families)
    const byDomain = form.by === "policyDomain"
    families.set(byDomain, [...(families.get(byDomain) ?? []), index])
  })
  return [...byStructure.values()].flatMap((families) => [...families.values()])
}

/** The smallest units that a family of groups is made of: actions where a structure has them, else the groups. */
const unitsOf = ({ form, structure }: Layout, { group }: LayoutRow): ReadonlyArray<string> => {
  if (form.kind === "fixed" || form.by !== "policyObjective") return [group]
  const objective = structure.goals.has(group) ? group : undefined
  const actions = [...structure.goals.values()]
    .filter(
      ({ level, code }) =>
        level === "action" && ancestor(structure, code, "policyObjective")?.code === objective,
    )
    .map(({ code }) => code)
  return objective !== undefined && actions.length > 0 ? actions : [group, ...actions]
}

/** Classes that selectors cannot tell apart, together: which selectors count them, and the classes. */
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

/** The classes that selectors tell apart, each with the selectors that count it. */
const classesOf = (selectors: ReadonlyMap<string, Selector>): ReadonlyArray<ReadonlySet<string>> => {
  const classes = new Map<string, ReadonlySet<string>>()
  for (const [place, dimensions] of atoms([...selectors.values()])) {
    const own = [...selectors]
      .filter(([, selector]) => matches(selector, place, dimensions))
      .map(([key]) => key)
    if (own.length > 0) classes.set(own.join(), new Set(own))
  }
  return [...classes.values()]
}

/** One place for everything that selectors could tell apart: T2's leaves by account, results and debts by part. */
const atoms = (selectors: ReadonlyArray<Selector>): ReadonlyArray<readonly [Place, Dimensions]> => {
  const accounts = new Set([
    "",
    ...selectors.flatMap((one) => [...(one.accounts ?? []), ...(one.notAccounts ?? [])]),
  ])
  const named = selectors.flatMap(({ part, parts = [] }) => (part === undefined ? parts : [part, ...parts]))
  const parts = [undefined, ...new Set(named)]
  const nowhere = { domain: undefined, action: undefined, policyObjective: undefined }
  const lines = Object.values(T2.rows).flatMap((row) => ("count" in row ? [row.count] : []))
  return [
    ...lines.flatMap(({ section = "operating", direction = "U", row = "" }) =>
      (["estimate", "actual"] as const).flatMap((phase) =>
        [...accounts].map(
          (account) =>
            [
              { phase, direction, account },
              { section, row, ...nowhere },
            ] as const,
        ),
      ),
    ),
    ...parts.flatMap((part) => {
      const own = part === undefined ? {} : { part }
      const result = { section: "result", row: "", ...nowhere } as const
      const debt = { section: "financing", row: "", ...nowhere } as const
      return [
        // A carried result always stands in one of its parts.
        ...(part === undefined && parts.length > 1
          ? []
          : [[{ phase: "estimate", direction: "O", account: "", ...own }, result] as const]),
        [{ phase: "estimate", direction: "U", account: "", ...own }, result] as const,
        [{ phase: "debt", direction: "O", account: "", ...own }, debt] as const,
      ]
    }),
  ]
}
