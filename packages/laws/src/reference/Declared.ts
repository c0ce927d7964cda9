/** Independent reading of declarations: plain lists in which the last declaration of a code counts. */
import type { BudgetEvent, Structure } from "@grootboek/core"
import type { ReferencePlace } from "./Moves.ts"

/** The declarations and the facts of the plan. */
export interface DeclaredLists {
  readonly first: number
  readonly last: number
  readonly creditYears: ReadonlyArray<number>
  readonly goals: ReadonlyArray<Structure.Goal>
  readonly items: ReadonlyArray<Structure.PolicyItem>
  readonly sectors: ReadonlyArray<Structure.Sector>
  readonly rules: ReadonlyArray<Structure.AccountRule>
}

/** The dimensions of a place: its section, and its row of T2, which is empty for results and debts. */
export interface PlaceDimensions {
  readonly section: Structure.AccountRule["section"]
  readonly row: string
}

export const of = (events: ReadonlyArray<BudgetEvent.BudgetEvent>): DeclaredLists => {
  const adopted = events.find((event) => event._tag === "PlanAdopted")
  const declarations = events.flatMap((event) => {
    if (event._tag === "StructureDeclared") return [event.declarations]
    return event._tag === "PlanAdjusted" && event.structure !== undefined ? [event.structure] : []
  })
  const version = events.findLast((event) => event._tag === "PlanAdopted" || event._tag === "PlanAdjusted")
  return {
    first: adopted?.years.first ?? 0,
    last: adopted?.years.last ?? -1,
    creditYears: version?.creditYears ?? [],
    goals: latest(declarations.flatMap((one) => one.goals ?? [])),
    items: latest(declarations.flatMap((one) => one.policyItems ?? [])),
    sectors: latest(declarations.flatMap((one) => one.sectors ?? [])),
    rules: declarations.flatMap((one) => one.accounts ?? []),
  }
}

export const reading = ({ rules, sectors }: DeclaredLists, place: ReferencePlace): PlaceDimensions => {
  if (place.phase === "debt") return { section: "financing", row: "" }
  let best: { readonly length: number; readonly rule: Structure.AccountRule } | undefined
  for (const rule of rules) {
    if (rule.direction !== place.direction) continue
    for (const prefix of rule.prefixes) {
      if (place.account.startsWith(prefix) && prefix.length >= (best?.length ?? 0))
        best = { length: prefix.length, rule }
    }
  }
  if (best === undefined) throw new Error(`no rule covers ${place.where}`)
  const { section, row = "" } = best.rule
  const sector = sectors.find(({ code }) => code === place.sector)
  return { section, row: dashed(section, row, place.account, sector) }
}

export const line = (
  { goals }: Pick<DeclaredLists, "goals">,
  code: string | undefined,
): ReadonlyArray<Structure.Goal> => {
  const goal = goals.find((one) => one.code === code)
  return goal === undefined ? [] : [goal, ...line({ goals }, goal.parent)]
}

// The dash rows (streepjesrubrieken) as the printed T2 names them.
const dashed = (
  section: string,
  row: string,
  account: string,
  sector: Structure.Sector | undefined,
): string => {
  switch (`${section} ${row}`) {
    case "operating I.A.4":
      return `${row}-${sector?.operatingGrant}`
    case "operating I.B.1":
      return `${row}-${sector?.interest}`
    case "operating II.A.2.a":
      return account.startsWith("7300") ? `${row}-1` : account.startsWith("7301") ? `${row}-2` : `${row}-3`
    case "operating II.A.3.a":
      return /^7400[01]/.test(account) ? `${row}-1` : `${row}-2-${sector?.origin}`
    case "operating II.A.3.b":
    case "investment II.D":
      return `${row}-${sector?.origin}`
    case "investment I.D":
      return `${row}-${sector?.investmentGrant}`
    case "financing I.C.1":
      return `${row}-${sector?.loan}`
    default:
      return row
  }
}

const latest = <A extends { readonly code: string }>(list: ReadonlyArray<A>): ReadonlyArray<A> =>
  list.filter((one, at) => list.findLastIndex((other) => other.code === one.code) === at)
