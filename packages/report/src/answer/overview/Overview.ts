/**
 * The plan's own rules as tables: contributions, overhead, norms and pledges, sources of financing, realisations,
 * and the explanatory tables.
 */

import type { Table } from "../../paint/Table.ts"
import type { Both, Language } from "../../words/Language.ts"
import * as Contributions from "./Contributions.ts"
import * as Explanatory from "./Explanatory.ts"
import * as FundingSources from "./FundingSources.ts"
import * as IndicatorTables from "./IndicatorTables.ts"
import * as Norms from "./Norms.ts"
import * as Overhead from "./Overhead.ts"
import type { OverviewInput } from "./OverviewInput.ts"
import * as PassThroughs from "./PassThroughs.ts"
import * as Realised from "./Realised.ts"

export type { OverviewInput } from "./OverviewInput.ts"

/** The tables of each topic. */
export const topics = {
  contributions: Contributions.contributions,
  overhead: Overhead.overhead,
  passthrough: PassThroughs.passThroughs,
  norms: Norms.norms,
  funding: FundingSources.funding,
  realisation: Realised.realisation,
  investments: Explanatory.investments,
  facts: Explanatory.facts,
  domains: Explanatory.domains,
  financing: FundingSources.financing,
  reserve: Explanatory.reserve,
  indicators: IndicatorTables.indicators,
} as const satisfies Readonly<Record<string, (input: OverviewInput) => ReadonlyArray<Table>>>

export type Topic = keyof typeof topics

/** Every topic, in the order in which they are listed. */
export const names = Object.keys(topics) as ReadonlyArray<Topic>

/** Returns the tables of every topic that has rows. */
export const all = (
  input: OverviewInput,
): ReadonlyArray<{ readonly topic: Topic; readonly tables: ReadonlyArray<Table> }> =>
  names
    .map((topic) => ({ topic, tables: topics[topic](input).filter(({ rows }) => rows.length > 0) }))
    .filter(({ tables }) => tables.length > 0)

export const title = (topic: Topic, language: Language): string => titles[topic][language]

/** The message of an overview without rows. */
export const nothing: Both = {
  en: "The ledger holds nothing on this.",
  nl: "Het grootboek bevat hierover niets.",
}

const titles: Readonly<Record<Topic, Both>> = {
  contributions: { en: "Contributions of the members", nl: "Bijdragen van de deelgenoten" },
  overhead: { en: "Overhead", nl: "Overhead" },
  passthrough: { en: "Passed on to partners", nl: "Doorgestort aan partners" },
  norms: { en: "Norms and pledges", nl: "Normen en verbintenissen" },
  funding: { en: "Sources of financing and conditions", nl: "Financieringsbronnen en voorwaarden" },
  realisation: { en: "Realisation", nl: "Realisatie" },
  investments: { en: "Investments", nl: "Investeringen" },
  facts: { en: "Declared facts", nl: "Opgegeven feiten" },
  domains: { en: "Policy domains", nl: "Beleidsdomeinen" },
  financing: { en: "Financing per action", nl: "Financiering per actie" },
  indicators: { en: "Indicators", nl: "Indicatoren" },
  reserve: { en: "From one reserve to the next", nl: "Van de ene reserve naar de volgende" },
}
