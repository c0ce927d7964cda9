/** What a route asks for that the journal does not have, with what it has instead. */
import { Address, type FormId, Ledger, type Refusal, Year } from "@grootboek/core"
import { Judgment, ShownStatement } from "@grootboek/core/answer"
import { Calendar } from "@grootboek/core/value"
import * as Result from "effect/Result"
import * as FigureColumn from "../model/FigureColumn.ts"
import * as Filter from "../model/Filter.ts"
import type { words } from "../words/Words.ts"
import { type Route, views } from "./Route.ts"

/** A part of a route that does not exist. */
export interface RouteProblem {
  readonly part: keyof typeof words.problems.parts
  readonly asked: string
  /** What exists, or resembles it. */
  readonly known: ReadonlyArray<string>
}

/** Returns what is wrong with a route, in the order in which the page reads it. */
export const of = (
  ledger: Ledger.Ledger,
  route: Route,
  unknownView: string | undefined,
): ReadonlyArray<RouteProblem> => [
  ...(unknownView === undefined ? [] : [{ part: "view" as const, asked: unknownView, known: views }]),
  ...moments(ledger, route),
  ...form(ledger, route),
  ...entry(ledger, route),
  ...filter(ledger, route),
  ...indicators(ledger, route),
]

const moments = (ledger: Ledger.Ledger, route: Route): ReadonlyArray<RouteProblem> =>
  (["at", "from", "to"] as const).flatMap((part) => {
    const asked = route[part]
    if (asked === undefined) return []
    const found = Ledger.moment(ledger, asked)
    return Result.isSuccess(found) ? [] : [{ part, asked, known: knownOf(found.failure) }]
  })

const form = (ledger: Ledger.Ledger, route: Route): ReadonlyArray<RouteProblem> => {
  if (route.form === undefined || (route.form === "all" && route.view === "changes")) return []
  const found = Ledger.formOf(route.form)
  if (Result.isFailure(found)) return [{ part: "form", asked: route.form, known: knownOf(found.failure) }]
  return cell(ledger, route, found.success)
}

const cell = (ledger: Ledger.Ledger, route: Route, id: FormId): ReadonlyArray<RouteProblem> => {
  const position = Ledger.moment(ledger, route.at)
  const plan = Result.isFailure(position) ? undefined : Ledger.planAt(ledger, position.success)
  if (plan === undefined || route.view !== "statements") return []
  const isOfAccounts = ShownStatement.isOfAccounts(id)
  const years = Year.list(plan.years).map(String)
  const { row: asked, year = "", column } = route
  if (asked === undefined && !(isOfAccounts && year !== "")) return []
  const row = asked === undefined ? undefined : Address.find(Ledger.layout(ledger, id, plan), asked)
  if (asked !== undefined && row !== undefined && Result.isFailure(row))
    return [{ part: "row", asked, known: knownOf(row.failure) }]
  if (!years.includes(year)) return [{ part: "year", asked: year, known: years }]
  const columns = isOfAccounts ? FigureColumn.beside : []
  return column === undefined || columns.some((one) => one === column)
    ? []
    : [{ part: "column", asked: column, known: columns }]
}

const entry = (ledger: Ledger.Ledger, route: Route): ReadonlyArray<RouteProblem> => {
  const last = Ledger.position(ledger)
  const { entry: asked } = route
  if (asked === undefined || (/^[1-9]\d{0,9}$/.test(asked) && Number(asked) <= last)) return []
  return [{ part: "entry", asked, known: [`1 – ${last}`] }]
}

const filter = (ledger: Ledger.Ledger, { only = [] }: Route): ReadonlyArray<RouteProblem> =>
  only.flatMap((asked): ReadonlyArray<RouteProblem> => {
    const term = Filter.parse(asked)
    if (term === undefined) return [{ part: "only", asked, known: Filter.kinds.map((kind) => `${kind}:…`) }]
    const labels = (Ledger.planAt(ledger)?.versions ?? []).map(({ label }) => label)
    return term.kind !== "decision" || labels.includes(term.value)
      ? []
      : [{ part: "only", asked, known: labels.map((label) => `decision:${label}`) }]
  })

const indicators = (ledger: Ledger.Ledger, route: Route): ReadonlyArray<RouteProblem> => {
  const { indicator, on, verdict } = route
  const codes = [...(Ledger.planAt(ledger)?.structure.register.indicators.keys() ?? [])]
  return [
    ...(indicator === undefined || codes.includes(indicator)
      ? []
      : [{ part: "indicator" as const, asked: indicator, known: near(codes, indicator) }]),
    ...(on === undefined || Calendar.isDay(on)
      ? []
      : [{ part: "on" as const, asked: on, known: ["2026-12-31"] }]),
    ...(verdict === undefined || Judgment.verdicts.some((one) => one === verdict)
      ? []
      : [{ part: "verdict" as const, asked: verdict, known: Judgment.verdicts }]),
  ]
}

/** Returns the codes that begin as a text does, or else the first ones. */
const near = (codes: ReadonlyArray<string>, asked: string): ReadonlyArray<string> => {
  const alike = codes.filter((code) => code.startsWith(asked.slice(0, 4)))
  return (alike.length === 0 ? codes : alike).slice(0, 12)
}

const knownOf = (refusal: Refusal.Refusal): ReadonlyArray<string> => {
  if (refusal._tag === "UnknownMoment" || refusal._tag === "UnknownForm" || refusal._tag === "FormNotBuilt")
    return refusal.known
  if (refusal._tag === "UnknownRow") return refusal.near
  return refusal._tag === "AmbiguousRow" ? refusal.candidates : []
}
