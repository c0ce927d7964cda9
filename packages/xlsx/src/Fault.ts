/** Why a spreadsheet cannot be read, and the message in English and Dutch. */

/** Every reason by name. `cap` is the limit, `found` the number in the file. */
export type SheetFault =
  | { readonly _tag: "NotASpreadsheet"; readonly problem: FileDamage; readonly part?: string }
  | { readonly _tag: "Encrypted" }
  | { readonly _tag: "TooManyEntries"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManyBytes"; readonly entry: string; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooDense"; readonly entry: string; readonly ratio: number; readonly cap: number }
  | { readonly _tag: "TooManyStrings"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManyRows"; readonly found: number; readonly cap: number }
  | { readonly _tag: "TooManyColumns"; readonly row: number; readonly found: number; readonly cap: number }
  | { readonly _tag: "UnknownSheet"; readonly sheet: string; readonly known: ReadonlyArray<string> }

/** What is wrong with a file that is not a spreadsheet, or with a part of it. */
export type FileDamage =
  | "NotAZip"
  | "NoDirectory"
  | "DamagedDirectory"
  | "PartTwice"
  | "PartMissing"
  | "PartCutOff"
  | "PartPacking"
  | "PartUnpacking"
  | "NoWorkbook"

interface Bilingual {
  readonly en: string
  readonly nl: string
}

/** Returns the message of a fault. */
export const message = (fault: SheetFault, language: keyof Bilingual = "en"): string => {
  const entry: (fault: never) => Bilingual = catalogue[fault._tag]
  return entry(fault as never)[language]
}

const damages: Readonly<Record<FileDamage, (part: string) => Bilingual>> = {
  NotAZip: () => ({ en: "it does not begin like a zip file", nl: "het begint niet zoals een zipbestand" }),
  NoDirectory: () => ({
    en: "the directory of the zip file is missing",
    nl: "de inhoudsopgave van het zipbestand ontbreekt",
  }),
  DamagedDirectory: () => ({
    en: "the directory of the zip file is damaged",
    nl: "de inhoudsopgave van het zipbestand is beschadigd",
  }),
  PartTwice: (part) => ({ en: `it contains ${part} twice`, nl: `${part} komt er twee keer in voor` }),
  PartMissing: (part) => ({ en: `${part} is missing`, nl: `${part} ontbreekt` }),
  PartCutOff: (part) => ({ en: `${part} is cut off`, nl: `${part} is afgebroken` }),
  PartPacking: (part) => ({
    en: `${part} is packed in a way that spreadsheets do not use`,
    nl: `${part} is ingepakt op een manier die rekenbladen niet gebruiken`,
  }),
  PartUnpacking: (part) => ({
    en: `${part} cannot be unpacked`,
    nl: `${part} kan niet uitgepakt worden`,
  }),
  NoWorkbook: () => ({
    en: "no workbook can be read from it",
    nl: "er kan geen werkmap uit gelezen worden",
  }),
}

/** The messages of every fault: a fault without a message does not compile. */
export const catalogue: {
  readonly [T in SheetFault["_tag"]]: (fault: Extract<SheetFault, { readonly _tag: T }>) => Bilingual
} = {
  NotASpreadsheet: ({ problem, part = "" }) => {
    const { en, nl } = damages[problem](part)
    return {
      en: `this is not an XLSX file (${en}); save it as .xlsx or as CSV UTF-8`,
      nl: `dit is geen XLSX-bestand (${nl}); bewaar het als .xlsx of als CSV UTF-8`,
    }
  },
  Encrypted: () => ({
    en: "the spreadsheet is protected by a password; save it without one",
    nl: "het rekenblad is beveiligd met een wachtwoord; bewaar het zonder",
  }),
  TooManyEntries: ({ found, cap }) => ({
    en: `the file contains ${found} parts; at most ${cap} are read`,
    nl: `het bestand heeft ${found} delen; hoogstens ${cap} worden gelezen`,
  }),
  TooManyBytes: ({ entry, found, cap }) => ({
    en: `${entry} unpacks to more than ${cap} bytes (${found} seen); save only the sheet that is needed`,
    nl: `${entry} is uitgepakt meer dan ${cap} bytes (al ${found} geteld); bewaar alleen het nodige blad`,
  }),
  TooDense: ({ entry, ratio, cap }) => ({
    en: `${entry} unpacks to ${ratio} times its size; at most ${cap} times is read, since no real sheet is so dense`,
    nl: `${entry} is uitgepakt ${ratio} keer zo groot; hoogstens ${cap} keer wordt gelezen, want geen echt blad is zo dicht`,
  }),
  TooManyStrings: ({ found, cap }) => ({
    en: `the file contains ${found} texts; at most ${cap} are read`,
    nl: `het bestand heeft ${found} teksten; hoogstens ${cap} worden gelezen`,
  }),
  TooManyRows: ({ found, cap }) => ({
    en: `a sheet has ${found} rows; at most ${cap} are read: delete the empty rows below, or save as CSV`,
    nl: `een blad heeft ${found} rijen; hoogstens ${cap} worden gelezen: verwijder de lege rijen onderaan, of bewaar als CSV`,
  }),
  TooManyColumns: ({ row, found, cap }) => ({
    en: `row ${row} has ${found} columns; at most ${cap} are read: delete the empty columns to the right`,
    nl: `rij ${row} heeft ${found} kolommen; hoogstens ${cap} worden gelezen: verwijder de lege kolommen rechts`,
  }),
  UnknownSheet: ({ sheet, known }) => ({
    en: `there is no sheet "${sheet}"; the file has ${known.join(", ")}`,
    nl: `er is geen blad "${sheet}"; het bestand heeft ${known.join(", ")}`,
  }),
}
