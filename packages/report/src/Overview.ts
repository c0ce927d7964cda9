/**
 * The plan's own rules as tables: who owes what, who bears the overhead, what was promised, where money comes from and
 * under which condition, how far the years have come, and the explanatory tables.
 */
import type { Both, Language } from "./Language.ts"
import * as Contributions from "./overview/Contributions.ts"
import * as Explanatory from "./overview/Explanatory.ts"
import * as FundingSources from "./overview/FundingSources.ts"
import * as Norms from "./overview/Norms.ts"
import * as Overhead from "./overview/Overhead.ts"
import * as Realised from "./overview/Realised.ts"
import { type Scene, say } from "./overview/Scene.ts"
import type { Table } from "./Table.ts"

export type { Scene } from "./overview/Scene.ts"

/** The topics, each with its tables. */
export const topics = {
  contributions: Contributions.contributions,
  overhead: Overhead.overhead,
  norms: Norms.norms,
  funding: FundingSources.funding,
  realisation: Realised.realisation,
  investments: Explanatory.investments,
  facts: Explanatory.facts,
  domains: Explanatory.domains,
  financing: FundingSources.financing,
  reserve: Explanatory.reserve,
} as const satisfies Readonly<Record<string, (scene: Scene) => ReadonlyArray<Table>>>

/** The name of a topic. */
export type Topic = keyof typeof topics

/** The names of all topics. */
export const names = Object.keys(topics) as ReadonlyArray<Topic>

/** Every topic that has something to say, with its tables. */
export const all = (
  scene: Scene,
): ReadonlyArray<{ readonly topic: Topic; readonly tables: ReadonlyArray<Table> }> =>
  names
    .map((topic) => ({ topic, tables: topics[topic](scene).filter(({ rows }) => rows.length > 0) }))
    .filter(({ tables }) => tables.length > 0)

/** What a topic is called. */
export const title = (topic: Topic, language: Language): string => say(titles[topic], language)

const titles: Readonly<Record<Topic, Both>> = {
  contributions: { en: "Contributions of the members", nl: "Bijdragen van de deelgenoten" },
  overhead: { en: "Overhead", nl: "Overhead" },
  norms: { en: "Norms and promises", nl: "Normen en engagementen" },
  funding: { en: "Sources of financing and conditions", nl: "Financieringsbronnen en voorwaarden" },
  realisation: { en: "Realisation", nl: "Realisatie" },
  investments: { en: "Investments", nl: "Investeringen" },
  facts: { en: "Declared facts", nl: "Opgegeven feiten" },
  domains: { en: "Policy domains", nl: "Beleidsdomeinen" },
  financing: { en: "Financing per action", nl: "Financiering per actie" },
  reserve: { en: "From one reserve to the next", nl: "Van de ene reserve naar de volgende" },
}
