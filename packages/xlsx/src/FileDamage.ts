/** What is wrong with a file that is not a spreadsheet, or with a part of it, and the message in English and Dutch. */

/** A message in both languages. */
export interface SheetMessage {
  readonly en: string
  readonly nl: string
}

export type FileDamage = keyof typeof damages

/** The messages of every damage; `part` is the part of the file that it is in. */
export const damages = {
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
  PartName: (part) => ({
    en: `the name ${part} leads outside the file, or is another spelling of a name`,
    nl: `de naam ${part} verwijst naar een plaats buiten het bestand, of is een andere schrijfwijze van een naam`,
  }),
  PartDisagrees: (part) => ({
    en: `its directory describes ${part} otherwise than the part itself`,
    nl: `de inhoudsopgave beschrijft ${part} anders dan het deel zelf`,
  }),
  PartOverlaps: (part) => ({
    en: `${part} overlaps another part`,
    nl: `${part} overlapt met een ander deel`,
  }),
  HiddenBytes: (part) => ({
    en: `it has bytes beside ${part} that its directory does not name`,
    nl: `naast ${part} staan bytes die de inhoudsopgave niet vermeldt`,
  }),
  RelationTwice: (part) => ({
    en: `${part} names two parts where one is expected`,
    nl: `${part} noemt twee delen waar er één hoort te staan`,
  }),
  PartSize: (part) => ({
    en: `${part} has another size than the directory says`,
    nl: `${part} is niet zo groot als de inhoudsopgave vermeldt`,
  }),
  PartChecksum: (part) => ({
    en: `${part} does not match its checksum`,
    nl: `${part} klopt niet met de controlesom`,
  }),
  PartXml: (part) => ({
    en: `${part} is not the XML of a spreadsheet`,
    nl: `${part} is geen XML van een rekenblad`,
  }),
  PartDoctype: (part) => ({
    en: `${part} declares a document type`,
    nl: `${part} bevat een documenttype (DOCTYPE)`,
  }),
  RowOrder: (part) => ({
    en: `the rows of ${part} are not in order`,
    nl: `de rijen van ${part} staan niet in volgorde`,
  }),
  MergesOverlap: (part) => ({
    en: `merged cells of ${part} overlap`,
    nl: `samengevoegde cellen van ${part} overlappen`,
  }),
  Zip64: () => ({
    en: "it is a ZIP64 file, for more than four gigabytes",
    nl: "het is een ZIP64-bestand, voor meer dan vier gigabyte",
  }),
  NoWorkbook: () => ({
    en: "no workbook can be read from it",
    nl: "er kan geen werkmap uit gelezen worden",
  }),
} as const satisfies Readonly<Record<string, (part: string) => SheetMessage>>
