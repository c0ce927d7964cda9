/** Names of event kinds: the identifier in English, the term of a finance officer in Dutch. */
import type { BudgetEvent } from "@grootboek/core"
import type { Language } from "./Language.ts"

export const dutch: Readonly<Record<BudgetEvent.Kind, string>> = {
  PlanAdopted: "vaststelling meerjarenplan",
  StructureDeclared: "opgave structuur",
  EstimatePosted: "raming",
  OverheadReallocated: "doorrekening overhead",
  PassedThrough: "doorstorting",
  PlanAdjusted: "aanpassing meerjarenplan",
  ResultCarriedForward: "overgedragen resultaat",
  FundsEarmarked: "onbeschikbare gelden",
  DebtOpened: "openstaande schuld",
  RepaymentStated: "aangewezen aflossing",
  CreditTransferred: "kredietverschuiving",
  EstimatesIndexed: "indexering",
  ContributionsApportioned: "bijdrageregeling",
  FundingAssigned: "financieringsbron",
  ConditionJudged: "beoordeling voorwaarde",
  ActionStopped: "stopzetting actie",
  CommitmentRecorded: "vastlegging",
  ActualRecorded: "aanrekening",
  CarriedOver: "overdracht investeringskrediet",
  YearClosed: "afsluiting boekjaar",
  Reversed: "tegenboeking",
}

/** Returns the name of a kind. A kind of a later version keeps its identifier. */
export const of = (kind: string, language: Language): string =>
  ({ en: kind, nl: names.get(kind) ?? kind })[language]

const names: ReadonlyMap<string, string> = new Map(Object.entries(dutch))
