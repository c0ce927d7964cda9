/**
 * The members of W13 (plan, chapter 3.6: "opgericht door 14 verbonden OCMW's en het CAW Zuid-West-Vlaanderen"), and
 * distribution keys for contributions.
 *
 * The plan prints no key: it says that "het basisbedrag per lokaal bestuur en de verdeelsleutel" were approved by the
 * governing board on 10 October 2025. Every weight below is INVENTED.
 */
import { Adoption, type BudgetEvent, type Decision } from "@grootboek/core"

const ocmws = [
  "Anzegem",
  "Avelgem",
  "Deerlijk",
  "Harelbeke",
  "Kortrijk",
  "Kuurne",
  "Lendelede",
  "Menen",
  "Spiere-Helkijn",
  "Waregem",
  "Wevelgem",
  "Wervik",
  "Wielsbeke",
  "Zwevegem",
]

/** The fifteen members, in the order of the plan. */
export const members = [
  ...ocmws.map((name) => ({ code: name, name: `OCMW ${name}` })),
  { code: "CAW", name: "CAW Zuid-West-Vlaanderen" },
]

/** Declares the members. */
export const declare: Decision.Decision = Adoption.declare({ members })

/** By inhabitants; the CAW has none and does not take part. INVENTED numbers, in round thousands. */
export const inhabitants: BudgetEvent.DistributionKey = {
  name: "inwoners (verzonnen)",
  by: "inhabitants",
  weights: ocmws.map((member, index) => ({ member, weight: String((index % 5) * 7000 + 6000) })),
  reference: "verzonnen: het plan drukt geen sleutel af",
}

/** Fixed shares of the members that buy the service. INVENTED: nine of the fifteen take part. */
export const fixedShares: BudgetEvent.DistributionKey = {
  name: "vaste aandelen (verzonnen)",
  by: "shares",
  weights: ocmws.slice(0, 9).map((member, index) => ({ member, weight: String(index % 3 === 0 ? 2 : 1) })),
  reference: "verzonnen: het plan drukt geen sleutel af",
}

/** Equal parts for all fourteen OCMWs. INVENTED. */
export const equalParts: BudgetEvent.DistributionKey = {
  name: "gelijke delen (verzonnen)",
  by: "equal",
  weights: ocmws.map((member) => ({ member, weight: "1" })),
  reference: "verzonnen: het plan drukt geen sleutel af",
}
