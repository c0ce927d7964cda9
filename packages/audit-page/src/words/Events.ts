/** The kinds of events. */
import type { BudgetEvent } from "@grootboek/core"
import type { Bilingual } from "./Bilingual.ts"

export const events: Readonly<Record<BudgetEvent.Kind, Bilingual>> = {
  PlanAdopted: { nl: "Meerjarenplan vastgesteld", en: "Multi-year plan adopted" },
  StructureDeclared: { nl: "Indeling vastgelegd", en: "Structure declared" },
  EstimatePosted: { nl: "Raming", en: "Estimate" },
  OverheadReallocated: { nl: "Overhead doorgerekend", en: "Overhead reallocated" },
  PassedThrough: { nl: "Doorstorting", en: "Passed through" },
  PlanAdjusted: { nl: "Aanpassing van het meerjarenplan", en: "Plan adjusted" },
  ResultCarriedForward: {
    nl: "Resultaat vorig boekjaar overgedragen",
    en: "Previous result carried forward",
  },
  FundsEarmarked: { nl: "Onbeschikbare gelden", en: "Funds earmarked" },
  DebtOpened: { nl: "Schuld bij de aanvang", en: "Opening debt" },
  RepaymentStated: { nl: "Aangewezen aflossing", en: "Notional repayment" },
  CreditTransferred: { nl: "Interne kredietaanpassing", en: "Credit transferred" },
  EstimatesIndexed: { nl: "Indexering", en: "Estimates indexed" },
  ContributionsApportioned: {
    nl: "Bijdrage verdeeld over de deelgenoten",
    en: "Contribution apportioned to members",
  },
  FundingAssigned: { nl: "Financiering of voorwaarde toegewezen", en: "Funding or condition assigned" },
  ConditionJudged: { nl: "Voorwaarde beoordeeld", en: "Condition judged" },
  ActionStopped: { nl: "Actie stopgezet", en: "Action stopped" },
  CommitmentRecorded: { nl: "Vastlegging", en: "Commitment" },
  ActualRecorded: { nl: "Aanrekening", en: "Realisation" },
  CarriedOver: { nl: "Investeringskrediet overgedragen", en: "Investment credit carried over" },
  YearClosed: { nl: "Boekjaar afgesloten", en: "Year closed" },
  Reversed: { nl: "Tegenboeking", en: "Reversal" },
}
