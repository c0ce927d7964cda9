/** Every message of every catalogue, rendered in both languages. */
import { Money, Posting } from "@grootboek/core"
import { Check, Norm, Reconcile } from "@grootboek/core/answer"
import {
  ComparisonText,
  IdentityText,
  type Language,
  LawText,
  NormText,
  Overview,
  ReasonText,
} from "@grootboek/report"
import * as Result from "effect/Result"
import * as AnswerText from "../src/words/AnswerText.ts"
import * as ProblemText from "../src/words/ProblemText.ts"
import * as PublicationText from "../src/words/PublicationText.ts"
import * as PublishedVerdict from "../src/words/PublishedVerdict.ts"
import * as RuleText from "../src/words/RuleText.ts"
import * as RefusalName from "../src/words/refusal/RefusalName.ts"
import * as TableWords from "../src/words/TableWords.ts"
import * as VerdictText from "../src/words/VerdictText.ts"
import * as Words from "../src/words/Words.ts"
import { chapters } from "./gallery.ts"
import { adjusted, published } from "./w13.ts"

/** English words that Dutch output may not contain. */
export const english =
  /\b(the|and|not|with|from|what|which|who|entry|entries|row|rows|year|years|line|lines|must|cannot|operating|investment|action|section|amount|amounts|expected|unexpected|missing|between|than|such|is no|are|was|were|been|by|at|to|its|their|nothing|found|journal|ledger|account|policy|budget holder|printed|rounding|estimate|posting|postings|reversal|change|changes|previous|ahead|query|queries|views?|hosts?)\b/i

/** Removes parts that are the same in both languages: commands, options, names of functions, quoted codes, identifiers and file names. */
export const prose = (text: string): string =>
  text
    .replaceAll(/grootboek \w+/g, "")
    .replaceAll(/\([A-Z]\w+\.\w+\)/g, "")
    .replaceAll(/--[\w-]+( \w+)?/g, "")
    .replaceAll(/"[^"]*"/g, "")
    .replaceAll(/\w+\.\w+\.\w+/g, "")
    .replaceAll(/\b\S+\.(csv|md)\S*/g, "")
    .replaceAll(/\b(form|exact|rows) \d+/g, "")
    .replaceAll(/SQLITE_FULL: .*?full/g, "")

export const { ledger, entries } = adjusted()
export const norms = Result.getOrThrow(Norm.checks(ledger))
const check = (change: Partial<Norm.NormCheck>): Norm.NormCheck => ({
  norm: "selfFinancingMargin",
  level: "commitment",
  year: 2031,
  amount: Money.from("-5"),
  bound: Money.zero,
  short: Money.from("5"),
  holds: false,
  action: undefined,
  base: undefined,
  reference: undefined,
  ...change,
})

const both = (make: (language: Language) => string) => ({ en: make("en"), nl: make("nl") })
type Pair = readonly [name: string, said: { readonly en: string; readonly nl: string }]

const breach: Check.LawBreach = {
  position: 3,
  what: { _tag: "Named", name: "A10101 2026" },
  difference: Money.from("1"),
}
const compared: ReadonlyArray<Check.Compared> = [
  { _tag: "Action", action: undefined, year: 2026 },
  { _tag: "Action", action: "A10101", year: 2026 },
  { _tag: "Section", section: undefined, year: 2026 },
  { _tag: "Section", section: "operating", year: 2026 },
]
const [cell] = published("M2")
if (cell === undefined) throw new Error("M2 is empty")
const comparison = (outcome: Reconcile.Comparison["outcome"], change: object = {}): Reconcile.Comparison => ({
  cell,
  outcome,
  exact: Money.from("59851.1498"),
  printed: Money.from("59851"),
  roundsTo: undefined,
  difference: Money.from("900"),
  tolerance: Money.from("1"),
  policies: [],
  refusal: undefined,
  ...change,
})
const wrong = { ...cell, amount: Money.add(cell.amount, Money.from("900")) }
export const broken = Result.getOrThrow(
  Reconcile.table(ledger, { form: "M2", cells: [wrong, ...published("M2").slice(1)] }),
)

const rules: ReadonlyArray<Posting.Rule> = entries.flatMap(({ event }) =>
  Posting.of(event).flatMap(({ rule }) => (rule === undefined ? [] : [rule])),
)

/** Every message beside those of the error gallery, by name, in both languages. */
export const otherPairs: ReadonlyArray<Pair> = [
  ...Object.entries(ProblemText.problems).map(([kind, make]): Pair => [kind, make(["12.505", "M2"])]),
  ...Object.entries(Words.words).map(([name, word]): Pair => [name, word]),
  ...Object.entries(Words.nouns).flatMap(([name, noun]) => noun.map((word): Pair => [name, word])),
  ...Object.entries(TableWords.tableWords).map(([name, word]): Pair => [name, word]),
  ...(["Fits", "Doubtful", "Broken", "Unchecked", "Contradictory", "Undecided"] as const).flatMap(
    (reason): ReadonlyArray<Pair> => [
      [reason, both((language) => PublishedVerdict.verdict(reason, language))],
      [reason, both((language) => PublishedVerdict.exit(reason, language))],
    ],
  ),
  [
    "printing",
    both((language) => broken.itself.tried.map((one) => PublishedVerdict.printing(one, language)).join()),
  ],
  ["missing", both((language) => PublishedVerdict.missing(broken.itself.missing, language))],
  [
    "proposal",
    both((language) => PublishedVerdict.proposal({ holds: 1, rounding: 0, broken: 1 }, { language })),
  ],
  ...[1, 2].map((count): Pair => ["hidden", both((language) => PublishedVerdict.hidden(count, language))]),
  ...(["Compared", "Broken", "NothingInCommon"] as const).map(
    (reason): Pair => [reason, both((language) => PublicationText.of(language).exit(reason))],
  ),
  [
    "publications",
    both((language) => {
      const words = PublicationText.of(language)
      const counts = words.counts({ compared: 5, changed: 2, onlyOld: 1, onlyNew: 1 })
      return [words.title("M2.csv", "M2.txt"), words.moved, words.changed, counts].join(" ")
    }),
  ],
  ["limits", TableWords.titles.limits(80)],
  ["overhead", TableWords.titles.overhead("15", "A50111")],
  ["quarters", TableWords.titles.quarters(2026)],
  ["reserve", TableWords.titles.reserve(2026)],
  ["spentBy", TableWords.titles.spentBy("A50111")],
  ["carriedBy", TableWords.titles.carriedBy("A50111")],
  ...Overview.names.map((topic): Pair => [topic, both((language) => Overview.title(topic, language))]),
  ...Check.laws(ledger).flatMap(
    ({ law }): ReadonlyArray<Pair> => [
      [law, both((language) => LawText.name(law, language))],
      [law, both((language) => LawText.message(law, breach, language))],
    ],
  ),
  ...compared.map(
    (what): Pair => [
      `compared: ${what._tag}`,
      both((language) => LawText.message("adjustmentNeutral", { ...breach, what }, language)),
    ],
  ),
  ...[
    ...norms,
    check({}),
    check({ norm: "budgetNeutrality", level: "required" }),
    check({ bound: Money.from("1") }),
  ].map((one): Pair => [one.norm, both((language) => NormText.message(one, language))]),
  ...[0, 1, 2].flatMap((missed): ReadonlyArray<Pair> => {
    const all = [
      ...norms.filter((one) => one.holds),
      ...Array.from({ length: missed }, () => check({})),
      ...Array.from({ length: missed }, () => check({ level: "indicator" })),
    ]
    return [
      [`intact with ${missed} missed`, both((language) => VerdictText.intact(all, language))],
      [`not intact: ${missed}`, both((language) => VerdictText.notIntact(missed, language))],
      [`zero rows: ${missed}`, both((language) => AnswerText.zeroRows(missed, language))],
      [`more entries: ${missed}`, both((language) => AnswerText.moreEntries(missed, language))],
      [`suspect: ${missed}`, both((language) => AnswerText.suspect(missed, missed, language))],
    ]
  }),
  ["sum of rows", both((language) => AnswerText.sumOfRows("-4", language))],
  [
    "note",
    both((language) => AnswerText.roundingNote({ printed: "-3", exact: "-3,5", rounded: "-4" }, language)),
  ],
  ...[
    comparison("equal"),
    comparison("equal", { roundsTo: Money.from("59850") }),
    comparison("rounding"),
    comparison("rounding", { policies: ["exact", "rows"] }),
    comparison("error"),
    comparison("missing"),
    comparison("missing", { refusal: { _tag: "YearNotShown", form: "M2", year: 2032, years: [2026] } }),
  ].map((one): Pair => [one.outcome, both((language) => ComparisonText.message(one, "M2", language))]),
  ...broken.itself.findings.map(
    (one): Pair => [one.outcome, both((language) => IdentityText.message(one, language))],
  ),
  ...[
    "result",
    "index",
    "transfer",
    "subsidy",
    "correction",
    "passThrough",
    "structure",
    "posted",
    "unexplained",
  ].map((kind): Pair => [kind, both((language) => ReasonText.kind(kind, language))]),
  ...rules
    .slice(0, 20)
    .map((rule): Pair => [rule.rule, both((language) => RuleText.format(rule, undefined, language))]),
  ...(["goal", "member", "printedCell", "budgetHolder"] as const).map(
    (kind): Pair => [kind, RefusalName.declared(kind)],
  ),
  ...["(no action)", "year", "operating"].map((what): Pair => [what, RefusalName.group(what)]),
]

/** Every message, by name, in both languages. */
export const pairs: ReadonlyArray<Pair> = [
  ...chapters.flatMap(({ rows }) =>
    rows.flatMap(
      ({ name, said }): ReadonlyArray<Pair> => [
        [name, said.library],
        [name, said.command],
      ],
    ),
  ),
  ...otherPairs,
]
