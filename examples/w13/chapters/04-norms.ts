/**
 * Norms and pledges. Plan, chapter 3.3: "W13 neemt het engagement om te eindigen met een positieve
 * autofinancieringsmarge in 2031"; chapter 3.9: "een positieve autofinancieringsmarge [is] niet verplicht voor een
 * welzijnsvereniging". Chapter 3.7: "10% van de totale jaarloonkost" for the social liability, "3% van het brutojaarloon"
 * and "ongeveer € 1.500" for the second pension pillar, and "een budgetneutrale werking bij de gesubsidieerde projecten".
 */
import { Adoption, Money, Rate } from "@grootboek/core"
import { Norm } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import { begin, euro, plan, record, years } from "./Chapter.ts"

const { say, table, lines } = begin(import.meta.url, "4. Norms and pledges: met and missed", [
  "W13 neemt het engagement om te eindigen met een positieve autofinancieringsmarge in 2031.",
  "III. Autofinancieringsmarge (I-II)) 59.851 36.478 21.476 8.997 -1.658 -15.569",
  "De belangrijkste opmerking van de financiële commissie is de negatieve autofinancieringsmarge",
  "Sociaal passief 211.211,09",
  "Voor de voorziening van het sociaal passief wordt uitgegaan van 10% van de totale jaarloonkost.",
  "W13 stort 3% van het brutojaarloon van de contractuele personeelsleden als bijdrage",
  "een vaste jaarlijkse administratieve kost van ongeveer € 1.500 geraamd.",
  "W13 gaat uit van een budgetneutrale werking bij de gesubsidieerde projecten.",
])

export { lines }

/** Plan, chapter 3.7, Tweede pensioenpijler, table 3: the estimated yearly premium. */
const premiums = ["39305.56", "40827.37", "42211.47", "43509.40", "45023.53", "46161.89"]

const ledger = plan()
record(
  ledger,
  "pledges",
  Adoption.declare({
    pledges: [
      {
        _tag: "PositiveMargin",
        code: "AFM 2031",
        year: 2031,
        reference: "plan, chapter 3.3: positieve autofinancieringsmarge in 2031",
      },
      {
        _tag: "SocialLiability",
        code: "sociaal passief",
        percent: "10",
        accounts: ["62"],
        reference: "plan, chapter 3.7: 10% van de totale jaarloonkost",
      },
      {
        _tag: "MinimumReserve",
        code: "minimumreserve",
        floor: "211211.09",
        reference: "plan, chapter 3.1: Sociaal passief 211.211,09; chapter 3.3: absolute minimum",
      },
      {
        _tag: "SecondPillar",
        code: "tweede pensioenpijler",
        percent: "3",
        fixed: "1500.00",
        wages: { table: "brutojaarlonen", row: "contractueel" },
        accounts: ["623"],
        reference: "plan, chapter 3.7: 3% van het brutojaarloon en ongeveer 1.500 per jaar",
      },
      {
        _tag: "BudgetNeutrality",
        code: "budgetneutraal",
        tolerance: "0.005",
        reference: "plan, chapter 3.7: budgetneutrale werking bij de gesubsidieerde projecten",
      },
    ],
    // The plan prints the premium, not the wages: they are its premium divided by 3 %.
    facts: years.map((year, at) => ({
      table: "brutojaarlonen",
      row: "contractueel",
      year,
      value: Money.format(Rate.along({ from: "3", to: "100" }, Money.from(premiums[at] ?? "0"))),
    })),
  }),
)

const checked = Norm.checks(ledger)
const all = Result.isSuccess(checked) ? checked.success : []
const of = (norm: Norm.NormName) => all.filter((check) => check.norm === norm)
const holds = (check: Norm.NormCheck) => (check.holds ? "yes" : `no, ${euro(check.short)} short`)

say("Available budgetary result (M2 IX), and the self-financing margin of the last year:", "")
table([
  ["", "level", "year", "amount", "met"],
  ...[...of("availableBudgetaryResult"), ...of("selfFinancingMargin")].map((check) => [
    check.norm,
    check.level,
    String(check.year),
    euro(check.amount),
    holds(check),
  ]),
])
say(
  'Plan, chapter 3.9: "De belangrijkste opmerking van de financiële commissie is de negatieve autofinancieringsmarge op 31 december 2031."',
  `The pledge of a positive margin in 2031 is missed by ${euro(
    of("selfFinancingMargin")[0]?.short ?? Money.zero,
    0,
  )}: the plan prints −15.569.`,
  "",
  "The reserve compared with the social liability (10 % of the yearly wage cost) and with the minimum reserve:",
  "",
)
table([
  ["", ...years.map(String)],
  ["reserve (M2 VII)", ...of("socialLiability").map(({ amount }) => euro(amount))],
  ["wage cost (62)", ...of("socialLiability").map(({ base }) => euro(base ?? Money.zero))],
  ["10 % of it", ...of("socialLiability").map(({ bound }) => euro(bound))],
  ["covered", ...of("socialLiability").map(holds)],
  ["minimum reserve", ...of("minimumReserve").map(({ bound }) => euro(bound))],
  ["covered", ...of("minimumReserve").map(holds)],
])
say(
  "The plan prints a social liability of 211.211,09, which is 10 % of 2.112.110,90; the wage cost of its own T2 2026 is 1.817.896.",
  "The plan does not state the wage cost that it used.",
  "",
  "Second pension pillar: 3 % of gross wages and 1.500, compared with the estimate on account 623 (the plan prints no account):",
  "",
)
table([
  ["", ...years.map(String)],
  ["premium as printed", ...premiums.map((premium) => euro(Money.from(premium)))],
  ["with 1.500 a year", ...of("secondPillar").map(({ bound }) => euro(bound))],
  ["budgeted on 623", ...of("secondPillar").map(({ amount }) => euro(amount))],
  ["enough", ...of("secondPillar").map(holds)],
])

say(
  'Budget neutrality of each action financed by "subsidies", to half a cent. Actions that are neutral in every year:',
  "",
)
const neutral = of("budgetNeutrality")
const actions = [...new Set(neutral.map(({ action }) => action ?? ""))]
const missing = actions.filter((action) => neutral.some((check) => check.action === action && !check.holds))
say(
  actions.filter((action) => !missing.includes(action)).join(", "),
  "",
  "Actions that are not neutral, with the year and the amount:",
  "",
)
table([
  ["", ...years.map(String)],
  ...missing.map((action) => [
    action,
    ...years.map((year) => {
      const check = neutral.find((one) => one.action === action && one.year === year)
      return check === undefined ? "" : check.holds ? "neutral" : euro(check.amount)
    }),
  ]),
])
