/** Laws of explanations: the named postings exist and sum to exactly the cell. */
import { BudgetLine, Explain, type FormId, formIds, Ledger, Money, Posting } from "@grootboek/core"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as Scenarios from "../draw/Scenarios.ts"
import { type Breach, differs, firstOf, type Law, law } from "../kit/Law.ts"
import * as Reading from "../kit/LedgerCells.ts"
import { Exact, moves, spot } from "../reference/Moves.ts"

interface Case {
  readonly scenario: Scenarios.Scenario
  readonly form: FormId
  readonly cell: number
}

const cases: fc.Arbitrary<Case> = fc.record({
  scenario: Scenarios.scenario,
  form: fc.constantFrom(...formIds),
  cell: fc.nat(2_000),
})

/** Makes a law of explanations for one non-zero cell, or for an empty cell when there is none. */
const explainLaw = (
  name: string,
  note: string,
  breaks: (
    explanation: Explain.Explanation,
    facts: { readonly played: Scenarios.PlayedScenario; readonly cell: Reading.ReadCell },
  ) => Breach | undefined,
): Law =>
  law(name, note, {
    arbitrary: cases,
    show: ({ scenario }) => Scenarios.format(scenario),
    breaks: ({ scenario, form, cell }) => {
      const played = Scenarios.play(scenario)
      const read = Reading.form(played.ledger, form)
      const filled = read.filter(({ exact }) => exact !== 0n)
      const from = filled.length > 0 && cell % 5 !== 0 ? filled : read
      const asked = from[cell % from.length]
      if (asked === undefined) return undefined
      const row = asked.section === "" ? asked.code : `${asked.section}/${asked.code}`
      const explained = Explain.cell(played.ledger, { form, row, year: asked.year })
      return Result.isFailure(explained)
        ? { what: `${asked.where} was not explained: ${explained.failure._tag}` }
        : breaks(explained.success, { played, cell: asked })
    },
  })

export const explain = [
  explainLaw(
    "explanation: postings sum to exactly the cell",
    "Tolerance zero.",
    (explanation, { cell }) =>
      differs(
        `postings of ${cell.where}`,
        Money.format(Money.sum(explanation.postings.map((posting) => posting.amount))),
        Money.format(cell.exact),
      ) ??
      differs(`exact amount of ${cell.where}`, Money.format(explanation.exact), Money.format(cell.exact)) ??
      differs(
        `printed figure of ${cell.where}`,
        Money.format(explanation.printed),
        Money.format(cell.printed),
      ),
  ),
  explainLaw(
    "explanation: names the entry, amount and source line of each posting",
    "Entry, kind, year, amount and source line equal those of the journal.",
    (explanation, { played }) =>
      firstOf(explanation.postings, ({ entry, event, amount, year, source, place }): Breach | undefined => {
        const recorded = played.entries[entry - 1]
        const here = (recorded === undefined ? [] : moves(recorded.event)).filter(
          (move) => move.year === year && move.place.where === spot(place).where,
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
          differs(`before ${what}`, Money.format(owed?.before ?? Money.zero), Money.format(before)) ??
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
          : (differs(`rows below ${code}`, Money.format(add(rows)), Money.format(exact)) ??
            firstOf(rows, (row) => walk(row.rows, row.exact, row.code)))
      return walk(explanation.rows, explanation.exact, explanation.code)
    },
  ),
  explainLaw(
    "explanation: an empty cell lists the selectors that matched nothing",
    "Only a cell without postings does.",
    (explanation) =>
      differs(
        "says why there is nothing",
        explanation.nothing !== undefined,
        explanation.postings.length === 0,
      ),
  ),
  law("explanation: at an earlier moment uses only the entries up to it", "Later entries do not appear.", {
    arbitrary: cases,
    show: ({ scenario }) => Scenarios.format(scenario),
    breaks: ({ scenario, form, cell }) => {
      const { ledger } = Scenarios.play(scenario)
      const at = 1 + (cell % Ledger.position(ledger))
      const read = Reading.form(ledger, form, at)
      const filled = read.filter(({ exact }) => exact !== 0n)
      const asked = filled[cell % filled.length]
      if (asked === undefined) return undefined
      const row = asked.section === "" ? asked.code : `${asked.section}/${asked.code}`
      const explained = Explain.cell(ledger, { form, row, year: asked.year }, { at })
      if (Result.isFailure(explained)) return { what: `${asked.where} was not explained` }
      const { postings } = explained.success
      return (
        differs(
          "sum",
          Money.format(Money.sum(postings.map(({ amount }) => amount))),
          Money.format(asked.exact),
        ) ?? differs("entries of the future", postings.filter(({ entry }) => entry > at).length, 0)
      )
    },
  }),
]
