/**
 * Independent calculation of the statutory forms: from events to printed figures by the formulas that the published
 * layouts print, without core's forms, folds or structure.
 *
 * It is slow and simple. A wrong formula in core's form gives another figure here.
 */
import type { BudgetEvent } from "@grootboek/core"
import type { Decimal } from "decimal.js"
import * as Books from "./Books.ts"
import * as Declared from "./Declared.ts"
import { M2 } from "./M2.ts"
import { Exact } from "./Moves.ts"
import { T2 } from "./T2.ts"
import { T3 } from "./T3.ts"

export interface ReferenceFigure {
  readonly exact: Decimal
  readonly printed: Decimal
}

/** The forms of the reference model. */
export const forms = ["M1", "M2", "M3", "T1", "T2", "T3", "goals", "synthesis"] as const

/** Calculates every figure of these forms, by `FORM SECTION/CODE YEAR`. */
export const of = (events: ReadonlyArray<BudgetEvent.BudgetEvent>): ReadonlyMap<string, ReferenceFigure> => {
  const books = Books.of(events)
  const out = new Map<string, ReferenceFigure>()
  for (const [form, rows, years, decimals] of [
    ["M1", M1(books), books.years, 0],
    ["M2", M2(books), books.years, 0],
    ["M3", M3(books), books.declared.creditYears, 0],
    ["T1", T1(books), books.years, 0],
    ["T2", T2(books), books.years, 0],
    ["T3", T3(books), books.years, 0],
    ["goals", goals(books), books.years, 0],
    ["synthesis", synthesis(books), books.years, 2],
  ] as const) {
    for (const [row, calculate] of rows) {
      for (const year of years) {
        const exact = calculate.exact(year)
        const printed = calculate.printed?.(year) ?? exact.toDecimalPlaces(decimals)
        out.set(`${form} ${row} ${year}`, { exact, printed })
      }
    }
  }
  return out
}

const both = (
  { sum }: Books.Books,
  address: (direction: string) => string,
  holds: (read: Books.ReadAmount) => boolean,
): Books.Rows =>
  (["U", "O"] as const).map((direction) => [
    address(direction),
    {
      exact: (year) =>
        sum(year, (read) => Books.counts(read) && read.place.direction === direction && holds(read)),
    },
  ])

const M1 = (books: Books.Books): Books.Rows => {
  const objective = ({ place }: Books.ReadAmount) =>
    Declared.line(books.declared, place.action).find((goal) => goal.level === "policyObjective")?.code
  return [
    ...books.declared.goals
      .filter((goal) => goal.level === "policyObjective")
      .flatMap((goal) =>
        both(
          books,
          (side) => `${goal.name}/${side}`,
          (read) => objective(read) === goal.code,
        ),
      ),
    ...both(
      books,
      (side) => `Zonder beleidsdoelstelling/${side}`,
      (read) => objective(read) === undefined,
    ),
    ...both(
      books,
      (side) => `Totalen/${side}`,
      () => true,
    ),
  ]
}

const T1 = (books: Books.Books): Books.Rows => {
  const domain = ({ place }: Books.ReadAmount) =>
    books.declared.items.find((item) => item.code === place.policyItem)?.domain
  return [
    ...[...new Set(books.declared.items.map((item) => item.domain))].flatMap((name) =>
      both(
        books,
        (side) => `${name.toUpperCase()}/${side}`,
        (read) => domain(read) === name,
      ),
    ),
    ...both(
      books,
      (side) => `Zonder beleidsdomein/${side}`,
      (read) => domain(read) === undefined,
    ),
    ...both(
      books,
      (side) => `Algemeen totaal/${side}`,
      () => true,
    ),
  ]
}

const M3 = (books: Books.Books): Books.Rows => {
  const part = (name: string, section: string, begins: RegExp): Books.Rows =>
    both(
      books,
      (side) => `${name}/${side}`,
      (read) => read.section === section && begins.test(read.row),
    )
  return [
    ...part("Exploitatie", "operating", /^/),
    ...part("Investeringen", "investment", /^/),
    ...part("Financiering", "financing", /^/),
    ...part("Leningen en Leasings", "financing", /^II?\.A/),
    ...part("Toegestane leningen en betalingsuitstel", "financing", /^II?\.C/),
    ...part("Overige financieringstransacties", "financing", /^II?\.[BDEF]/),
  ]
}

const goals = (books: Books.Books): Books.Rows => {
  const lineOf = ({ place }: Books.ReadAmount) => Declared.line(books.declared, place.action)
  const rows = (code: string, holds: (read: Books.ReadAmount) => boolean): Books.Rows => {
    const part = (name: string, section: string | undefined): Books.Rows =>
      both(
        books,
        (side) => `${name}/${code}/${side}`,
        (read) => (section === undefined || read.section === section) && holds(read),
      )
    return [
      ...part("Totaal", undefined),
      ...part("Exploitatie", "operating"),
      ...part("Investeringen", "investment"),
      ...part("Financiering", "financing"),
    ]
  }
  return [
    ...books.declared.goals.flatMap(({ code }) =>
      rows(code, (read) => lineOf(read).some((goal) => goal.code === code)),
    ),
    ...rows("Zonder doelstelling", (read) => lineOf(read).length === 0),
  ]
}

const synthesis = ({ declared, years, sum }: Books.Books): Books.Rows => {
  const group = (name: string, holds: (read: Books.ReadAmount) => boolean): Books.Rows => {
    const side = (direction: string) => (year: number) =>
      sum(year, (read) => Books.counts(read) && read.place.direction === direction && holds(read))
    const [received, spent] = [side("O"), side("U")]
    return [
      [`${name}/O`, { exact: received }],
      [`${name}/U`, { exact: spent }],
      [`${name}/net`, { exact: (year) => received(year).sub(spent(year)) }],
    ]
  }
  const actions = declared.goals.filter((goal) => goal.level === "action").map((goal) => goal.code)
  const opening = (year: number) =>
    sum(
      year,
      ({ place, section }) => section === "result" && place.phase === "estimate" && place.direction === "O",
    )
  const net = (year: number) =>
    sum(year, (read) => Books.counts(read) && read.place.direction === "O").sub(
      sum(year, (read) => Books.counts(read) && read.place.direction === "U"),
    )
  return [
    ...actions.flatMap((code) => group(code, ({ place }) => place.action === code)),
    ...group("Zonder actie", ({ place }) => place.action === undefined || !actions.includes(place.action)),
    ...group("total", () => true),
    ["opening", { exact: opening }],
    [
      "reserve",
      {
        exact: (until) =>
          years
            .filter((year) => year <= until)
            .reduce((total, year) => total.add(opening(year)).add(net(year)), new Exact(0)),
      },
    ],
  ]
}
