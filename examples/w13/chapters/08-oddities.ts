/**
 * Where the plan does not agree with itself. Each figure is read from the files of the example: none of them is corrected, so that
 * the product prints what the plan prints.
 */
import { readFileSync } from "node:fs"
import { Ledger, Money } from "@grootboek/core"
import * as Result from "effect/Result"
import { begin, euro, plan } from "./Chapter.ts"

const { say, table, lines } = begin(import.meta.url, "8. Where the plan does not agree with itself", [
  "W13 is de welzijnsvereniging van 14 OCMW’s (Anzegem, Avelgem, Deerlijk, Kortrijk, Kuurne, Lendelede, ",
  "W13 gaat uit van een reserve van 404.701,70 euro op 31 december 2025.",
  "404.701,76 euro.",
  "W13 neemt het engagement om te eindigen met een positieve autofinancieringsmarge in 2031.",
  "3.8 Samenstelling beleidsdomeinen (2020-2025)",
  "3.9 Relevante documenten",
  "3.9 Verslag financiële commissie",
  "AMJP 2026 2027 2028 2029 2030 2031",
  "Actie A40103 (prioritair): OverKop",
])

export { lines }

const read = (name: string): string => readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8")

/** Returns the fields of the first line of a file that begins with a text. */
const fields = (name: string, start: string, separator: "," | ";"): ReadonlyArray<string> => {
  const line = read(name)
    .split("\n")
    .find((one) => one.startsWith(start))
  if (line === undefined) throw new Error(`${name} has no line that begins with ${start}`)
  return line.split(separator)
}

const names = (text: string): ReadonlyArray<string> =>
  text
    .replaceAll("\n", " ")
    .split(/, | en /)
    .map((name) => name.replace(/\s+/g, " ").trim())

const text = read("plan-text.txt")
const between = (from: string, to: string): string => {
  const start = text.indexOf(from)
  return text.slice(start + from.length, text.indexOf(to, start))
}
const introduced = names(between("welzijnsvereniging van 14 OCMW’s (", ")"))
const connected = names(between("OCMW’s van Anzegem, ", " en CAW")).concat("Anzegem")
say(
  `The introduction names ${introduced.length} of the "14 OCMW's"; chapter 3.6 names ${connected.length}.`,
  `Missing in the introduction: ${connected.filter((name) => !introduced.includes(name)).join(", ")}.`,
  "",
)

const figure = (name: string, start: string, year: number): Money.Money =>
  Money.from(fields(name, start, ",").at(year - 2032) ?? "")
const opening = fields("opening.csv", "0930000;", ";")[3] ?? ""
const stated = Money.from(opening.replaceAll(".", "").replace(",", "."))
const carried = Money.from(fields("published/gbr-2025.csv", ",Reserve 31/12,", ",")[4] ?? "")
say(
  `The reserve of 31/12/2025 is ${euro(stated)} in the synthesis and ${euro(carried)} in chapter 3.7:`,
  `a difference of ${euro(Money.subtract(carried, stated))}.`,
  "",
)

const m2 = figure("published/M2.csv", "Budgettair resultaat,V,", 2029)
const t2 = figure("published/T2.csv", "BUDGETTAIR RESULTAAT VAN HET BOEKJAAR,V,", 2029)
const exact = Result.getOrThrow(Ledger.statement(plan(), "M2"))
  .rows.find(({ section, code }) => section === "Budgettair resultaat" && code === "V")
  ?.cells.find(({ year }) => year === 2029)?.exact
say(
  `The result of 2029 is ${euro(m2, 0)} in M2 and ${euro(t2, 0)} in T2; exactly it is ${euro(exact ?? Money.zero, 4)}.`,
  "M2 adds printed rows, T2 rounds the exact sum.",
  "",
)

const margin = figure("published/M2.csv", "Autofinancieringsmarge,III,", 2031)
say(`Chapter 3.3 promises a positive self-financing margin in 2031; M2 prints ${euro(margin, 0)}.`, "")

const term = "tot minstens 1 juli 2028"
if (!read("texts/goals.csv").includes(term)) throw new Error(`no action has the term ${term}`)
say(`A10303 runs "${term}". Its estimates:`)
table([
  ["", "2027", "2028"],
  ...["Uitgaven", "Ontvangsten"].map((row) => [
    row,
    ...[2027, 2028].map((year) =>
      euro(figure("published/goals-amounts.csv", `A10303,Totaal,${row},`, year), 0),
    ),
  ]),
])

const [, , , , , by = ""] = fields("indicators/targets.csv", "A50105/1;", ";")
say(
  `A50105 develops its framework "tegen 2029"; its only indicator is due by ${by.split("-").reverse().join("/")}.`,
  "",
)

const value = (indicator: string): Money.Money =>
  Money.from(fields("indicators/targets.csv", `${indicator};`, ";")[3] ?? "")
const perKilo = Number(Money.format(value("A10401/5a")))
const product = Money.from(String(perKilo * Number(Money.format(value("A10401/3b")))))
say(
  `A10401: € ${perKilo} a kilo × ${euro(value("A10401/3b"), 0)} kg is € ${euro(product, 0)}; the annex prints € ${euro(value("A10401/5b"), 0)}.`,
  "",
)

say(
  'A40103 is "partner" of the OverKop network in the note, and "penhouder" in the annex.',
  "Chapter 3.8 says 2020-2025, two chapters have the number 3.9, and the table of staff of the first plan is headed AMJP (adjustment).",
  'T2 prints a second "a." where "b." is meant, and the names of some actions differ between the objectives and the synthesis.',
)
