/** Sentences about two publications that are compared. */
import type { PublicationDiff } from "@grootboek/core"
import { type Both, type Language, type Spoken, spoken } from "./Language.ts"

type Counts = PublicationDiff.PublicationDiff["counts"]

const fixed = {
  moved: { en: "Where the changes begin", nl: "Waar de wijzigingen beginnen" },
  changed: { en: "Changed figures", nl: "Gewijzigde cijfers" },
} satisfies Readonly<Record<string, Both>>

const all = spoken(fixed)

/** The sentences in one language. */
export interface PublicationWords extends Spoken<typeof fixed> {
  readonly title: (old: string, current: string) => string
  readonly counts: (counts: Counts) => string
}

/** Returns the sentences in a language. */
export const of = (language: Language): PublicationWords => ({
  ...all[language],
  title: (old, current) =>
    ({ en: `${current} compared with ${old}`, nl: `${current} vergeleken met ${old}` })[language],
  counts: ({ compared, changed, onlyOld, onlyNew }) =>
    ({
      en: `${compared} figures compared · ${changed} changed · ${onlyOld} only in the old tables · ${onlyNew} only in the new tables`,
      nl: `${compared} cijfers vergeleken · ${changed} gewijzigd · ${onlyOld} alleen in de oude tabellen · ${onlyNew} alleen in de nieuwe tabellen`,
    })[language],
})
