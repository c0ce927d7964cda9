/** Messages about refusals of values and of questions: forms, rows and years that are not there. */
import type { Refusal } from "@grootboek/core"
import type { MessageCatalogue } from "../Catalogue.ts"
import type { Both } from "../Language.ts"
import * as ProblemText from "../ProblemText.ts"
import { quote, some } from "../Quote.ts"

type Question =
  | "MalformedValue"
  | "UnknownForm"
  | "FormNotBuilt"
  | "UnknownRow"
  | "AmbiguousRow"
  | "YearNotShown"

/** One message per refusal: the fact, then what to do. */
export const questionRefusals: Pick<MessageCatalogue<Refusal.Facts>, Question> = {
  MalformedValue: ({ field, ...found }) => ({
    en: `The value of ${quote(field)} is not valid: ${ProblemText.of(found, "en")}. Correct it.`,
    nl: `De waarde van ${quote(field)} is niet geldig: ${ProblemText.of(found, "nl")}. Verbeter ze.`,
  }),
  UnknownForm: ({ form, known }) => ({
    en: `There is no form ${quote(form)}. Use one of ${known.join(", ")}.`,
    nl: `Er is geen schema ${quote(form)}. Kies uit ${known.join(", ")}.`,
  }),
  FormNotBuilt: ({ form, known }) => ({
    en: `Form ${form} is not available: its model for the edition of 2026 was not found (see docs/glossary.md). Use one of ${known.join(", ")}.`,
    nl: `Schema ${form} is niet beschikbaar: het model voor de editie van 2026 is niet gevonden (zie docs/glossary.md). Kies uit ${known.join(", ")}.`,
  }),
  UnknownRow: ({ form, row, near }) => {
    const fact: Both = {
      en: `Form ${form} has no row ${quote(row)}.`,
      nl: `Schema ${form} heeft geen rij ${quote(row)}.`,
    }
    if (near.length > 0)
      return {
        ...fact,
        next: { en: `Similar rows: ${near.join(", ")}.`, nl: `Gelijkaardige rijen: ${near.join(", ")}.` },
      }
    return {
      ...fact,
      next: { en: "Use a row of its statement.", nl: "Kies een rij van de staat." },
      command: {
        en: `List all rows with: grootboek statement ${form} --format csv.`,
        nl: `Bekijk alle rijen met: grootboek statement ${form} --format csv.`,
      },
    }
  },
  AmbiguousRow: ({ form, row, candidates }) => ({
    en: `Form ${form} has several rows ${quote(row)}. Name the section as well: ${some(candidates).en}.`,
    nl: `Schema ${form} heeft verschillende rijen ${quote(row)}. Noem ook de sectie: ${some(candidates).nl}.`,
  }),
  YearNotShown: ({ form, year, years }) => ({
    en: `Form ${form} does not show ${yearOf(year)}. Use one of ${years.join(", ")}.`,
    nl: `Schema ${form} toont ${yearOf(year)} niet. Kies uit ${years.join(", ")}.`,
  }),
}

// A program without types may pass the year as text: quotes show the difference.
const yearOf = (year: unknown): string => (typeof year === "string" ? quote(year) : String(year))
