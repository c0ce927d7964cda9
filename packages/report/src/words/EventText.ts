/** What an event says in one line: its label, where it stands, and what it moves. Read from its postings, whatever its kind. */
import { type BudgetEvent, BudgetLine, Money, Posting } from "@grootboek/core"
import * as Figure from "./Figure.ts"
import type { Language } from "./Language.ts"
import * as ReasonText from "./ReasonText.ts"
import * as Words from "./Words.ts"

/** An event in one line. */
export const summary = (event: BudgetEvent.BudgetEvent, language: Language): string =>
  [
    ...("plan" in event ? [event.plan] : []),
    ...("entity" in event ? [event.entity.name] : []),
    ...("entry" in event ? [`${Words.of(language).reverses} ${event.entry}`] : []),
    ...("resolution" in event && event.resolution !== undefined
      ? [`${event.resolution.body} ${event.resolution.date}`]
      : []),
    ...("reason" in event && event.reason !== undefined ? [ReasonText.format(event.reason, language)] : []),
    ...("declarations" in event
      ? Object.entries(event.declarations).map(([name, list]) => `${list.length} ${listed(name, language)}`)
      : []),
    ...own(event, language),
    ...moved(Posting.of(event), language),
    ...("description" in event && event.description !== undefined ? [event.description] : []),
  ].join(" · ")

/** What an event says that its postings do not. */
const own = (event: BudgetEvent.BudgetEvent, language: Language): ReadonlyArray<string> => [
  ...("lines" in event ? [`${event.lines.length} ${language === "nl" ? "lijnen" : "lines"}`] : []),
  ...("met" in event ? [judged(event, language)] : []),
  ...("lastDay" in event ? [`${event.action} ${event.lastDay}`] : []),
]

const judged = (
  { condition, met, date, text }: BudgetEvent.Of<"ConditionJudged">,
  language: Language,
): string =>
  [
    condition,
    met ? { en: "met", nl: "vervuld" }[language] : { en: "not met", nl: "niet vervuld" }[language],
    `${date}${text === undefined ? "" : `: ${text}`}`,
  ].join(" ")

const listed = (name: string, language: Language): string =>
  language === "nl" ? (lists.get(name) ?? name) : name

const lists: ReadonlyMap<string, string> = new Map([
  ["goals", "doelstellingen"],
  ["policyItems", "beleidsitems"],
  ["sectors", "sectoren"],
  ["accounts", "rekeningen"],
  ["members", "deelgenoten"],
  ["conditions", "voorwaarden"],
  ["envelopes", "enveloppes"],
  ["budgetHolders", "budgethouders"],
  ["pledges", "engagementen"],
  ["risks", "risico's"],
  ["progress", "standen"],
  ["facts", "feiten"],
])

const phases = {
  en: { actual: "actual", debt: "debt" },
  nl: { actual: "aanrekening", debt: "schuld" },
} as const

const moved = (postings: ReadonlyArray<Posting.Posting>, language: Language): ReadonlyArray<string> => {
  const [first] = postings
  if (first === undefined) return []
  const { phase } = first.place
  const isOnePlace = postings.every(({ place }) => BudgetLine.key(place) === BudgetLine.key(first.place))
  return isOnePlace
    ? [
        BudgetLine.format(first.place),
        `${span(postings.map(({ year }) => year))}: ${Figure.belgian(total(postings))}`,
        ...(phase === "estimate" ? [] : [phases[language][phase]]),
      ]
    : [
        `${postings.length} ${Words.of(language).postings.toLowerCase()}`,
        ...(["O", "U"] as const).flatMap((direction) => {
          const sum = total(postings.filter(({ place }) => place.direction === direction))
          return Money.isZero(sum) ? [] : [`${direction} ${Figure.change(sum)}`]
        }),
      ]
}

const total = (postings: ReadonlyArray<Posting.Posting>): Money.Money =>
  Money.sum(postings.map(({ amount }) => amount))

const span = (years: ReadonlyArray<number>): string => {
  const first = years.reduce((least, year) => Math.min(least, year))
  const last = years.reduce((most, year) => Math.max(most, year))
  return first === last ? `${first}` : `${first}-${last}`
}
