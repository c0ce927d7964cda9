/** Summaries of events in one line: label, line, years and amounts, read from the postings of any kind. */
import { type BudgetEvent, BudgetLine, Money, Posting, type Structure } from "@grootboek/core"
import * as Catalogue from "./Catalogue.ts"
import * as Figure from "./Figure.ts"
import type { Both, Language } from "./Language.ts"
import * as ReasonText from "./ReasonText.ts"
import * as Words from "./Words.ts"

export const summary = (event: BudgetEvent.BudgetEvent, language: Language): string =>
  [
    ...("plan" in event ? [event.plan] : []),
    ...("entity" in event ? [event.entity.name] : []),
    ...("entry" in event ? [reversed(event, language)] : []),
    ...("resolution" in event && event.resolution !== undefined
      ? [`${event.resolution.body} ${event.resolution.date}`]
      : []),
    ...("reason" in event && event.reason !== undefined ? [ReasonText.format(event.reason, language)] : []),
    ...("declarations" in event
      ? Object.entries(event.declarations).map(([name, list]) => listed(name, list.length, language))
      : []),
    ...("structure" in event && event.structure !== undefined
      ? Object.entries(event.structure).map(([name, list]) => listed(name, list.length, language))
      : []),
    ...own(event, language),
    ...moved(Posting.of(event).filter(isOwn(event)), language),
    ...first(reasons(event, language), "; "),
    ...("description" in event && event.description !== undefined ? [event.description] : []),
  ].join(" · ")

// What a booking uses of a commitment is stated by the reference of the commitment.
const isOwn =
  ({ _tag }: BudgetEvent.BudgetEvent) =>
  ({ place }: Posting.Posting): boolean =>
    _tag !== "ActualRecorded" || place.phase === "actual"

/** Returns facts of an event that neither its postings nor the fields that several kinds share state. */
const own = (event: BudgetEvent.BudgetEvent, language: Language): ReadonlyArray<string> => {
  switch (event._tag) {
    case "EstimatesIndexed":
    case "FundingAssigned":
      return [Words.count(event.lines.length, "line", language)]
    case "ConditionJudged":
      return [judged(event, language)]
    case "ActualRecorded":
      return event.commitment === undefined ? [] : [`${Words.of(language).commitment} ${event.commitment}`]
    case "ActionStopped":
      return [`${event.action} ${event.lastDay}`]
    case "PlanAdopted":
    case "StructureDeclared":
    case "EstimatePosted":
    case "OverheadReallocated":
    case "PassedThrough":
    case "PlanAdjusted":
    case "ResultCarriedForward":
    case "FundsEarmarked":
    case "DebtOpened":
    case "RepaymentStated":
    case "CreditTransferred":
    case "ContributionsApportioned":
    case "CommitmentRecorded":
    case "CarriedOver":
    case "YearClosed":
    case "Reversed":
      return []
  }
}

const reversed = ({ entry, replacedBy = [] }: BudgetEvent.Of<"Reversed">, language: Language): string => {
  const { replacedBy: by, reverses } = Words.of(language)
  return `${reverses} ${entry}${replacedBy.length === 0 ? "" : `, ${by} ${replacedBy.join(", ")}`}`
}

const judged = (
  { condition, met, date, text }: BudgetEvent.Of<"ConditionJudged">,
  language: Language,
): string =>
  [
    condition,
    Words.of(language)[met ? "conditionMet" : "conditionNotMet"],
    `${date}${text === undefined ? "" : `: ${text}`}`,
  ].join(" ")

const listed = (name: string, many: number, language: Language): string => {
  const noun = nouns.get(name)
  return noun === undefined ? `${many} ${name}` : Catalogue.count(many, ...noun)[language]
}

const both = (en: string, nl: string): Both => ({ en, nl })

/** The lists of a declaration, with the noun of one and of many. */
const lists: Readonly<Record<keyof Structure.Declarations, readonly [one: Both, many: Both]>> = {
  goals: [both("goal", "doelstelling"), both("goals", "doelstellingen")],
  policyItems: [both("policy item", "beleidsitem"), both("policy items", "beleidsitems")],
  sectors: [both("sector", "sector"), both("sectors", "sectoren")],
  accounts: [both("account", "rekening"), both("accounts", "rekeningen")],
  members: [both("member", "deelgenoot"), both("members", "deelgenoten")],
  conditions: [both("condition", "voorwaarde"), both("conditions", "voorwaarden")],
  envelopes: [both("envelope", "enveloppe"), both("envelopes", "enveloppes")],
  budgetHolders: [both("budget holder", "budgethouder"), both("budget holders", "budgethouders")],
  pledges: [both("pledge", "verbintenis"), both("pledges", "verbintenissen")],
  risks: [both("risk", "risico"), both("risks", "risico's")],
  progress: [both("state", "stand"), both("states", "standen")],
  facts: [both("fact", "feit"), both("facts", "feiten")],
  factRows: [both("row of facts", "rij met feiten"), both("rows of facts", "rijen met feiten")],
  indicators: [both("indicator", "indicator"), both("indicators", "indicatoren")],
  targets: [both("target", "streefwaarde"), both("targets", "streefwaarden")],
  measurements: [both("measurement", "meting"), both("measurements", "metingen")],
  goalTexts: [
    both("text of an objective", "tekst van een doelstelling"),
    both("texts of objectives", "teksten van doelstellingen"),
  ],
  chapterTexts: [
    both("paragraph of a chapter", "alinea van een hoofdstuk"),
    both("paragraphs of chapters", "alinea's van hoofdstukken"),
  ],
  headings: [
    both("fact of the heading", "gegeven van de hoofding"),
    both("facts of the heading", "gegevens van de hoofding"),
  ],
}

const nouns: ReadonlyMap<string, readonly [one: Both, many: Both]> = new Map(Object.entries(lists))

const moved = (postings: ReadonlyArray<Posting.Posting>, language: Language): ReadonlyArray<string> => {
  const [one] = postings
  if (one === undefined) return []
  const { phase } = one.place
  const isOnePlace = postings.every(({ place }) => BudgetLine.key(place) === BudgetLine.key(one.place))
  return isOnePlace
    ? [
        BudgetLine.print(one.place, language),
        `${span(postings.map(({ year }) => year))}: ${Money.print(total(postings), "be")}`,
        ...(phase === "estimate" ? [] : [Words.of(language)[phase]]),
      ]
    : [
        ...first(actionsOf(postings)),
        Words.count(postings.length, "posting", language),
        ...(["O", "U"] as const).flatMap((direction) => {
          const sum = total(postings.filter(({ place }) => place.direction === direction))
          return Money.isZero(sum) ? [] : [`${direction} ${Figure.change(sum)}`]
        }),
      ]
}

const actionsOf = (postings: ReadonlyArray<Posting.Posting>): ReadonlyArray<string> => [
  ...new Set(postings.flatMap(({ place }) => (place.action === undefined ? [] : [place.action]))),
]

/** Returns the reasons of the changes of an adjustment, each once. */
const reasons = (event: BudgetEvent.BudgetEvent, language: Language): ReadonlyArray<string> =>
  "changes" in event
    ? [
        ...new Set(
          event.changes.flatMap(({ reason }) =>
            reason === undefined ? [] : [ReasonText.format(reason, language)],
          ),
        ),
      ]
    : []

/** How many actions and reasons of one entry are listed. */
const most = 3

/** Returns the first texts of a list as one text, and how many follow; nothing for an empty list. */
const first = (texts: ReadonlyArray<string>, between = ", "): ReadonlyArray<string> =>
  texts.length === 0
    ? []
    : [texts.slice(0, most).join(between) + (texts.length > most ? ` +${texts.length - most}` : "")]

const total = (postings: ReadonlyArray<Posting.Posting>): Money.Money =>
  Money.sum(postings.map(({ amount }) => amount))

const span = (years: ReadonlyArray<number>): string => {
  const first = years.reduce((least, year) => Math.min(least, year))
  const last = years.reduce((most, year) => Math.max(most, year))
  return first === last ? `${first}` : `${first}-${last}`
}
