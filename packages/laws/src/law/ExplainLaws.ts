/** Laws of explanations: the named postings exist and sum to exactly the cell. */
import { BudgetLine, Explain, formIds, Ledger, Money, Posting } from "@grootboek/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as Scenarios from "../draw/Scenarios.ts"
import { amountsDiffer, type Breach, differs, firstOf, type Law, law } from "../kit/Law.ts"
import * as Reading from "../kit/LedgerCells.ts"
import { Exact, moves, placeOf } from "../reference/Moves.ts"

/** Makes a law of explanations for one non-zero cell, or for an empty cell when there is none; at the end unless `isEarlier`. */
const explainLaw = (
  name: string,
  note: string,
  breaks: (
    explanation: Explain.Explanation,
    facts: {
      readonly played: Scenarios.PlayedScenario
      readonly cell: Reading.ReadCell
      readonly at: number
    },
  ) => Breach | undefined,
  isEarlier = false,
): Law =>
  law(name, note, {
    arbitrary: fc.record({
      scenario: Scenarios.scenario,
      form: fc.constantFrom(...formIds),
      cell: fc.nat(2_000),
    }),
    show: ({ scenario }) => Scenarios.format(scenario),
    breaks: ({ scenario, form, cell }) => {
      const played = Scenarios.play(scenario)
      const last = Ledger.position(played.ledger)
      const at = isEarlier ? 1 + (cell % last) : last
      const read = Reading.form(played.ledger, form, at)
      const filled = read.filter(({ exact }) => exact !== 0n)
      const from = filled.length > 0 && (isEarlier || cell % 5 !== 0) ? filled : read
      const asked = from[cell % from.length]
      if (asked === undefined) return undefined
      const row = asked.section === "" ? asked.code : `${asked.section}/${asked.code}`
      const explained = Explain.cell(played.ledger, { form, row, year: asked.year }, { at })
      return Result.isFailure(explained)
        ? { what: `${asked.where} was not explained: ${explained.failure._tag}` }
        : breaks(explained.success, { played, cell: asked, at })
    },
  })

export const explain = [
  explainLaw(
    "explanation: postings sum to exactly the cell",
    "Tolerance zero.",
    (explanation, { cell }) =>
      amountsDiffer(
        `postings of ${cell.where}`,
        Money.sum(explanation.postings.map((posting) => posting.amount)),
        cell.exact,
      ) ??
      amountsDiffer(`exact amount of ${cell.where}`, explanation.exact, cell.exact) ??
      amountsDiffer(`printed figure of ${cell.where}`, explanation.printed, cell.printed),
  ),
  explainLaw(
    "explanation: names the entry, amount and source line of each posting",
    "Entry, kind, year, amount and source line equal those of the journal.",
    (explanation, { played }) =>
      firstOf(explanation.postings, ({ entry, event, amount, year, source, place }): Breach | undefined => {
        const recorded = played.entries[entry - 1]
        const here = (recorded === undefined ? [] : moves(recorded.event)).filter(
          (move) => move.year === year && move.place.where === placeOf(place).where,
        )
        // Two amounts of one entry at one place may be one posting.
        const whole = here.reduce((sum, move) => sum.add(move.amount), new Exact(0))
        const size = new Exact(Money.format(amount)).abs()
        const there = [whole, ...here.map((move) => move.amount)].some((one) => one.abs().eq(size))
        if (recorded === undefined || !there)
          return { what: `entry ${entry} moved no ${Money.format(amount)} on ${place.account} in ${year}` }
        const line = recorded.event._tag === "PlanAdjusted" ? source?.line : recorded.source?.line
        return (
          differs(`kind of entry ${entry}`, event, recorded.event._tag) ??
          differs(`line of entry ${entry}`, source?.line, line)
        )
      }),
  ),
  explainLaw(
    "explanation: a rule owes what it posted before and what it adds",
    "The amount before is the sum of the earlier postings of the rule, and their last entry is named.",
    (explanation, { played }) =>
      firstOf(explanation.postings, ({ entry, amount, place, year, rule, owed }) => {
        const isShared = rule?.rule === "overhead" && place.direction === "O"
        if (rule === undefined || rule.rule === "reversal" || rule.rule === "indexation" || isShared)
          return undefined
        const posted = played.events.slice(0, entry - 1).flatMap((event, index) => {
          const by = event._tag === "Reversed" ? played.events[event.entry - 1] : event
          const isOwn = by !== undefined && Posting.of(by).some((one) => one.rule?.rule === rule.rule)
          return (isOwn ? Posting.of(event) : []).flatMap((one) =>
            one.year === year && BudgetLine.key(one.place) === BudgetLine.key(place)
              ? [{ entry: index + 1, amount: one.amount, own: one.rule?.rule === rule.rule }]
              : [],
          )
        })
        const before = Money.sum(posted.map((one) => one.amount))
        const what = `entry ${entry} on ${BudgetLine.format(place)} in ${year}`
        return (
          amountsDiffer(`before ${what}`, owed?.before ?? Money.zero, before) ??
          (owed === undefined
            ? undefined
            : (differs(`earlier than ${what}`, owed.earlier, posted.findLast(({ own }) => own)?.entry) ??
              differs(
                `added by ${what}`,
                [amount, Money.negate(amount)].includes(Money.subtract(owed.due, owed.before)),
                true,
              )))
        )
      }),
  ),
  explainLaw(
    "explanation: rows add up as in the form",
    "Each row of the tree is the signed sum of the rows below it.",
    (explanation) => {
      const add = (rows: Explain.Explanation["rows"]): Money.Money =>
        Money.sum(rows.map((row) => (row.sign === 1 ? row.exact : Money.negate(row.exact))))
      const walk = (
        rows: Explain.Explanation["rows"],
        exact: Money.Money,
        code: string,
      ): Breach | undefined =>
        rows.length === 0
          ? undefined
          : (amountsDiffer(`rows below ${code}`, add(rows), exact) ??
            firstOf(rows, (row) => walk(row.rows, row.exact, row.code)))
      return walk(explanation.rows, explanation.exact, explanation.code)
    },
  ),
  explainLaw(
    "explanation: an empty cell lists the selectors that matched nothing",
    "Only a cell without postings does.",
    (explanation) =>
      differs(
        "gives the selectors that matched nothing",
        explanation.nothing !== undefined,
        explanation.postings.length === 0,
      ),
  ),
  explainLaw(
    "explanation: at an earlier moment uses only the entries up to it",
    "Later entries do not appear.",
    ({ postings }, { cell, at }) =>
      amountsDiffer("sum", Money.sum(postings.map(({ amount }) => amount)), cell.exact) ??
      differs("later entries", postings.filter(({ entry }) => entry > at).length, 0),
    true,
  ),
]
