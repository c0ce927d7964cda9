/** The message about an amount that an earlier import recorded on the line and year of a row. */
import type { Refusal } from "@grootboek/core"
import type { Advice, Advised } from "../Catalogue.ts"
import * as Figure from "../Figure.ts"
import type { Both } from "../Language.ts"

type Recorded = Extract<Refusal.Facts, { readonly _tag: "AmountRecorded" }>

/** Returns the message: what is recorded where, and how to replace it or to add to it. */
export const recorded = (facts: Recorded): Advised => {
  const { what, amount, entry, file, line } = facts
  const source = file === undefined ? "" : `, ${file}${line === undefined ? "" : `:${line}`}`
  const euro = Figure.euro(amount)
  const { en, nl } = subjects[what](facts)
  return {
    en: `${en} is recorded already (entry ${entry}${source}: ${euro}). Nothing is added to it silently.`,
    nl: `${nl} is al geboekt (boeking ${entry}${source}: ${euro}). Er wordt niets stilzwijgend bij opgeteld.`,
    ...advice[what],
  }
}

const subjects: Readonly<Record<Refusal.RecordedKind, (facts: Recorded) => Both>> = {
  line: ({ place, year }) => ({
    en: `An amount of ${place} in ${year}`,
    nl: `Een bedrag van ${place} in ${year}`,
  }),
  result: ({ year }) => ({
    en: `The result carried forward into ${year}`,
    nl: `Het overgedragen resultaat van ${year}`,
  }),
  funds: ({ year }) => ({
    en: `An amount of earmarked funds in ${year}`,
    nl: `Een bedrag aan onbeschikbare gelden in ${year}`,
  }),
  debt: ({ place, year }) => ({
    en: `The opening debt ${place} of ${year}`,
    nl: `De openstaande schuld ${place} van ${year}`,
  }),
}

const opening: Advice = {
  next: {
    en: 'Reverse the earlier entry to replace it, or add to it with onRecorded: "add".',
    nl: 'Boek de vroegere boeking tegen om te vervangen, of tel erbij op met onRecorded: "add".',
  },
  command: {
    en: "Use --as opening --replace to replace it, or --add to add to it.",
    nl: "Gebruik --as opening --replace om te vervangen, of --add om erbij op te tellen.",
  },
}

const advice: Readonly<Record<Refusal.RecordedKind, Advice>> = {
  line: {
    next: {
      en: 'Import the whole corrected list as "state", or add to the amount with onRecorded: "add".',
      nl: 'Importeer de volledige verbeterde lijst als "state", of tel bij het bedrag op met onRecorded: "add".',
    },
    command: {
      en: "Import the whole corrected list with --as state, or use --add to add to the amount.",
      nl: "Importeer de volledige verbeterde lijst met --as state, of gebruik --add om bij het bedrag op te tellen.",
    },
  },
  result: opening,
  funds: opening,
  debt: opening,
}
