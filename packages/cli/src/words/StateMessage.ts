/** Messages about imports of a whole list of budget lines, and about the reasons of its changes. */
import type { Both } from "./Language.ts"

export const labelMissing: Both = {
  en: "The plan was adjusted before, so these changes are an adjustment: add --plan 2026/2 and its decision.",
  nl: "Het plan werd al aangepast, dus deze wijzigingen zijn een aanpassing: voeg --plan 2026/2 en het besluit toe.",
}

export const nothingAdjusted = (label: string): Both => ({
  en: `the list equals what is recorded: there is nothing to adjust in ${label}`,
  nl: `de lijst is gelijk aan wat geboekt is: er valt niets aan te passen in ${label}`,
})

export const reasonsMissing = (changes: number): Both => ({
  en: `${changes} ${changes === 1 ? "change has" : "changes have"} no reason: write a file to complete with --dry-run --reasons FILE, or leave ${changes === 1 ? "it" : "them"} unexplained`,
  nl: `${changes} ${changes === 1 ? "wijziging heeft" : "wijzigingen hebben"} geen reden: schrijf een bestand om in te vullen met --dry-run --reasons BESTAND, of laat ze onverklaard`,
})

export const reasonsBlank = (path: string, rows: number): Both => ({
  en: `${path}: ${rows} ${rows === 1 ? "row has" : "rows have"} no reason and ${rows === 1 ? "counts" : "count"} as unexplained`,
  nl: `${path}: ${rows} ${rows === 1 ? "rij heeft geen reden en telt" : "rijen hebben geen reden en tellen"} als onverklaard`,
})

export const reasonsWritten = (path: string): Both => ({
  en: `${path} was written: complete the columns Reden and Toelichting, and import with the same options without --dry-run`,
  nl: `${path} is geschreven: vul de kolommen Reden en Toelichting in, en importeer met dezelfde opties zonder --dry-run`,
})

export const reasonsUnwritten = (path: string): Both => ({
  en: `${path} does not exist. Write it first with --dry-run --reasons ${path}, and complete the reasons.`,
  nl: `${path} bestaat niet. Schrijf het eerst met --dry-run --reasons ${path}, en vul de redenen in.`,
})

export const reasonsDiffer = (facts: {
  readonly place: string
  readonly year: string
  readonly computed: string
  readonly given: string
}): Both => ({
  en: `${facts.place} changes by ${facts.computed} in ${facts.year}, and the reasons explain ${facts.given}. Correct the amounts, or write the file again under another name with --dry-run.`,
  nl: `${facts.place} wijzigt met ${facts.computed} in ${facts.year}, en de redenen verklaren ${facts.given}. Verbeter de bedragen, of schrijf het bestand opnieuw onder een andere naam met --dry-run.`,
})

export const onlyFor = (option: string, kinds: string): Both => ({
  en: `${option} belongs to ${kinds}. Leave it out, or choose another --as.`,
  nl: `${option} hoort bij ${kinds}. Laat de optie weg, of kies een andere --as.`,
})

export const reasonsWithoutLabel: Both = {
  en: "--reasons explains the changes of an adjustment: add --plan 2026/1. Estimates before the first adjustment have no reasons.",
  nl: "--reasons verklaart de wijzigingen van een aanpassing: voeg --plan 2026/1 toe. Ramingen vóór de eerste aanpassing hebben geen redenen.",
}

export const addOrReplace: Both = {
  en: "--add adds to the recorded amounts and --replace replaces them. Choose one.",
  nl: "--add telt op bij de geboekte bedragen en --replace vervangt ze. Kies één van beide.",
}
