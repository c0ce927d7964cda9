/** An explanation as a tree in a terminal: cell → rows, and cell → entries → postings → rule, with file and line. */
import { Address, BudgetLine, type Explain, Money, Selector } from "@grootboek/core"
import { UnmatchedRow } from "@grootboek/core/answer"
import * as Clean from "../../paint/Clean.ts"
import { marks, type TextOptions } from "../../paint/TextOptions.ts"
import * as Tree from "../../paint/Tree.ts"
import * as Wrapping from "../../paint/Wrapping.ts"
import * as FormTitle from "../../view/FormTitle.ts"
import * as Resolutions from "../../view/Resolutions.ts"
import * as AnswerText from "../../words/AnswerText.ts"
import * as EventName from "../../words/EventName.ts"
import * as ReasonText from "../../words/ReasonText.ts"
import * as RuleText from "../../words/RuleText.ts"
import * as Words from "../../words/Words.ts"

export interface ExplanationOptions extends TextOptions {
  /** Entries beyond so many are counted only; all of them when it is left out. */
  readonly mostEntries?: number
}

/** Returns an explanation as text: its rows, its entries and the decisions behind them. */
export const explanation = (explained: Explain.Explanation, options: ExplanationOptions): string => {
  const { mostEntries = Number.POSITIVE_INFINITY } = options
  const words = Words.of(options.language)
  const { strong } = marks(options)
  const decimals = FormTitle.decimals(explained.form)
  const printed = Money.print(explained.printed, "be", decimals)
  const rows = tree(explained.rows, explained.year, decimals, options)
  const entries = byEntry(explained.postings)
  const paragraph = (text: string, mark?: (line: string) => string) =>
    Wrapping.paragraph(text, options.width, mark)
  const sum = Money.sum(explained.postings.map(({ amount }) => amount))
  return [
    ...paragraph(
      `${explained.form} ${Address.format(explained)} ${explained.year} · ${Clean.line(explained.label)}`,
      strong,
    ),
    ...paragraph(
      `= ${Money.print(explained.exact, "be")}   ${words.printed} ${printed}${otherwise(explained, decimals, options)}`,
    ),
    ...(explained.counts === undefined
      ? []
      : paragraph(`${words.counts} ${Selector.format(explained.counts, options.language)}`)),
    "",
    ...(rows.length === 0 ? [] : [...Tree.format({ text: words.rows, nodes: rows }, options.width), ""]),
    ...(explained.nothing === undefined
      ? Tree.format(
          {
            text: `${words.postings} (${explained.postings.length}, ${words.sum} ${Money.print(sum, "be")})`,
            nodes: [
              ...entries.slice(0, mostEntries).map((postings) => entryNode(postings, options)),
              ...(entries.length > mostEntries
                ? [
                    {
                      text: AnswerText.moreEntries(entries.length - mostEntries, options.language),
                      nodes: [],
                    },
                  ]
                : []),
            ],
          },
          options.width,
        )
      : paragraph(Clean.line(UnmatchedRow.format(explained.nothing, options.language)))),
    ...decided(explained.decisions, options),
    "",
  ].join("\n")
}

/** Returns the decisions behind the entries, with body, date, reference and motivation. */
const decided = (
  found: Explain.Explanation["decisions"],
  { language, width }: ExplanationOptions,
): ReadonlyArray<string> => {
  if (found.length === 0) return []
  const words = Words.of(language)
  const nodes = found.map(({ decision, entries }): Tree.TreeNode => {
    const noun = entries.length === 1 ? words.entry : words.entries
    return {
      text: `${Clean.line(Resolutions.format(decision))}: ${noun} ${Resolutions.spans(entries)}`,
      nodes:
        decision.motivation === undefined
          ? []
          : [{ text: `${words.motivation}: ${Clean.line(decision.motivation)}`, nodes: [] }],
    }
  })
  return ["", ...Tree.format({ text: words.decisions, nodes }, width)]
}

const otherwise = (
  { roundsTo }: Explain.Explanation,
  decimals: number,
  { language }: TextOptions,
): string => {
  if (roundsTo === undefined) return ""
  const alone = Money.print(roundsTo, "be", decimals)
  return ` (${AnswerText.sumOfRows(alone, language)})`
}

// Rows at zero are counted only. A row of the previous year is another cell with its own explanation.
const tree = (
  rows: ReadonlyArray<Explain.RowTree>,
  year: number,
  decimals: number,
  options: TextOptions,
): ReadonlyArray<Tree.TreeNode> => {
  const words = Words.of(options.language)
  const { faint } = marks(options)
  const filled = rows.filter((row) => !isEmpty(row))
  const nodes = filled.map((row): Tree.TreeNode => {
    const earlier = row.year !== year
    const facts = [
      `${row.sign === 1 ? "+" : "−"} ${Address.format(row)}${earlier ? ` ${row.year}` : ""}`,
      Clean.line(row.label),
      Money.print(row.exact, "be"),
      ...(earlier ? [faint(words.earlier)] : []),
      ...(row.counts === undefined
        ? []
        : [faint(`${words.counts} ${Selector.format(row.counts, options.language)}`)]),
    ]
    return { text: facts.join("  "), nodes: earlier ? [] : tree(row.rows, year, decimals, options) }
  })
  const empty = rows.length - filled.length
  return empty === 0
    ? nodes
    : [...nodes, { text: faint(`(${AnswerText.zeroRows(empty, options.language)})`), nodes: [] }]
}

const isEmpty = (row: Explain.RowTree): boolean =>
  Money.isZero(row.exact) && Money.isZero(row.printed) && row.rows.every(isEmpty)

const byEntry = (
  postings: ReadonlyArray<Explain.ExplainedPosting>,
): ReadonlyArray<ReadonlyArray<Explain.ExplainedPosting>> => {
  const entries = new Map<number, Array<Explain.ExplainedPosting>>()
  for (const posting of postings) {
    const known = entries.get(posting.entry)
    if (known === undefined) entries.set(posting.entry, [posting])
    else known.push(posting)
  }
  return [...entries.values()]
}

const entryNode = (
  postings: ReadonlyArray<Explain.ExplainedPosting>,
  options: TextOptions,
): Tree.TreeNode => {
  const { language } = options
  const words = Words.of(language)
  const { faint } = marks(options)
  const [first] = postings
  const sources = new Set(postings.map((posting) => place(posting, words)))
  const nodes = postings.map((posting): Tree.TreeNode => {
    const why = [
      ...(posting.reason === undefined ? [] : [ReasonText.format(posting.reason, language)]),
      ...(posting.rule === undefined ? [] : [RuleText.format(posting.rule, posting.owed, language)]),
      ...namesOf(posting),
    ]
    const where = `${posting.year}  ${BudgetLine.print(posting.place, language)}`
    const file = sources.size === 1 ? [] : [place(posting, words)]
    return {
      text: [Money.print(posting.amount, "be"), where, ...file].join("  "),
      nodes: why.map((text) => ({ text: faint(Clean.line(text)), nodes: [] })),
    }
  })
  const entry = [`${words.entry} ${first?.entry ?? ""}`, EventName.of(first?.event ?? "", language)]
  const [only] = nodes
  if (nodes.length === 1 && only !== undefined)
    return { text: [...entry, only.text, ...sources].join("  "), nodes: only.nodes }
  const sum = Money.print(Money.sum(postings.map(({ amount }) => amount)), "be")
  return { text: [...entry, sum, ...(sources.size === 1 ? sources : [])].join("  "), nodes }
}

/** Returns the names beside the codes of a posting, in one line. */
const namesOf = ({
  names: { action, policyItem, account, sector },
}: Explain.ExplainedPosting): ReadonlyArray<string> => {
  const known = [action, policyItem, account, sector].filter((name) => name !== undefined)
  return known.length === 0 ? [] : [known.join(" · ")]
}

const place = ({ source, rule }: Explain.ExplainedPosting, words: Words.FixedWords): string =>
  source === undefined
    ? rule === undefined
      ? words.noSource
      : words.byRule
    : Clean.line(source.line === undefined ? source.name : `${source.name}:${source.line}`)
