/** Sentences about two publications that are compared. */
import type { PublicationDiff } from "@grootboek/core/answer"
import { type Both, inEachLanguage, type Language, type TextsOf } from "./Language.ts"
import * as Words from "./Words.ts"

/** Why two publications are accepted or not. */
export type ComparisonReason = "Compared" | "Broken" | "NothingInCommon"

const reasons: Readonly<Record<ComparisonReason, Both>> = {
  Compared: {
    en: "Exit status 0: the publications were compared, and no sum of them is broken.",
    nl: "Afsluitcode 0: de publicaties zijn vergeleken, en geen enkele som ervan is fout.",
  },
  Broken: {
    en: "Exit status 1: no known way of printing explains all sums.",
    nl: "Afsluitcode 1: geen enkele bekende manier van afdrukken verklaart alle sommen.",
  },
  NothingInCommon: {
    en: "Exit status 1: the publications have no figure in common.",
    nl: "Afsluitcode 1: de publicaties hebben geen enkel cijfer gemeen.",
  },
}

type Counts = PublicationDiff.PublicationDiff["counts"]

const fixed = {
  moved: { en: "Where the changes begin", nl: "Waar de wijzigingen beginnen" },
  changed: { en: "Changed figures", nl: "Gewijzigde cijfers" },
} satisfies Readonly<Record<string, Both>>

const all = inEachLanguage(fixed)

export interface PublicationWords extends TextsOf<typeof fixed> {
  readonly title: (old: string, current: string) => string
  readonly counts: (counts: Counts) => string
  readonly exit: (reason: ComparisonReason) => string
}

export const of = (language: Language): PublicationWords => ({
  ...all[language],
  title: (old, current) =>
    ({ en: `${current} compared with ${old}`, nl: `${current} vergeleken met ${old}` })[language],
  exit: (reason) => reasons[reason][language],
  counts: ({ compared, changed, onlyOld, onlyNew }) =>
    ({
      en: `${Words.count(compared, "figure", "en")} · ${changed} changed · ${onlyOld} only in the old tables · ${onlyNew} only in the new tables`,
      nl: `${Words.count(compared, "figure", "nl")} · ${changed} gewijzigd · ${onlyOld} alleen in de oude tabellen · ${onlyNew} alleen in de nieuwe tabellen`,
    })[language],
})
