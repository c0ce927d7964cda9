/** The fixed words of every output, in both languages. Names that the law or a local authority gives are data. */
import * as Catalogue from "./Catalogue.ts"
import { type Both, inEachLanguage, type Language, type TextsOf } from "./Language.ts"

export const words = {
  plan: { en: "plan", nl: "plan" },
  position: { en: "position", nl: "volgnummer" },
  form: { en: "Form", nl: "Schema" },
  rows: { en: "Rows", nl: "Rijen" },
  row: { en: "Row", nl: "Rij" },
  section: { en: "Section", nl: "Sectie" },
  code: { en: "Code", nl: "Code" },
  label: { en: "Label", nl: "Omschrijving" },
  journal: { en: "Journal", nl: "Journaal" },
  time: { en: "Time", nl: "Tijdstip" },
  event: { en: "Event", nl: "Gebeurtenis" },
  summary: { en: "Summary", nl: "Samenvatting" },
  file: { en: "File", nl: "Bestand" },
  line: { en: "Line", nl: "Regel" },
  actor: { en: "By", nl: "Door" },
  hash: { en: "Hash", nl: "Hashwaarde" },
  year: { en: "Year", nl: "Jaar" },
  printed: { en: "printed", nl: "gedrukt" },
  euro: { en: "amounts in euro", nl: "bedragen in euro" },
  old: { en: "Old", nl: "Oud" },
  new: { en: "New", nl: "Nieuw" },
  why: { en: "Why", nl: "Waarom" },
  amount: { en: "Amount", nl: "Bedrag" },
  against: { en: "Compared with", nl: "Tegenover" },
  entry: { en: "entry", nl: "boeking" },
  entries: { en: "entries", nl: "boekingen" },
  postings: { en: "Postings", nl: "Mutaties" },
  counts: { en: "counts", nl: "telt" },
  earlier: { en: "from the previous year", nl: "van het vorige jaar" },
  sum: { en: "sum", nl: "som" },
  unexplained: { en: "without a stated reason", nl: "zonder opgegeven reden" },
  nothingChanged: { en: "Nothing changed.", nl: "Er is niets gewijzigd." },
  cells: { en: "Cells", nl: "Cellen" },
  largest: { en: "Largest", nl: "Grootste" },
  causes: { en: "Causes", nl: "Oorzaken" },
  noSource: { en: "no file", nl: "geen bestand" },
  byRule: { en: "by a rule of the plan", nl: "volgens een regel van het plan" },
  decision: { en: "decision", nl: "besluit" },
  comparesDecisions: {
    en: "Each decision with what follows from it by rule; what was recorded later is left out.",
    nl: "Elk besluit met wat er volgens de regels op volgt; wat later werd geboekt, staat er niet in.",
  },
  decided: { en: "decided by", nl: "beslist door" },
  decisions: { en: "Decisions", nl: "Besluiten" },
  motivation: { en: "motivation", nl: "motivering" },
  findings: { en: "Findings", nl: "Bevindingen" },
  remarks: { en: "Notes", nl: "Opmerkingen" },
  laws: { en: "Laws", nl: "Controles" },
  comparisons: { en: "Comparisons", nl: "Vergelijkingen" },
  met: { en: "met", nl: "voldaan" },
  missed: { en: "missed", nl: "niet voldaan" },
  short: { en: "short", nl: "te kort" },
  norm: { en: "Norm", nl: "Norm" },
  level: { en: "Level", nl: "Niveau" },
  equal: { en: "equal", nl: "gelijk" },
  rounding: { en: "within rounding", nl: "binnen afronding" },
  error: { en: "different", nl: "verschillend" },
  missing: { en: "not in the form", nl: "niet in het schema" },
  printedBy: { en: "Equal figures per rounding policy", nl: "Gelijke cijfers per afrondingswijze" },
  itself: {
    en: "The table contradicts itself, whatever the ledger contains",
    nl: "De tabel spreekt zichzelf tegen, los van het grootboek",
  },
  roundings: {
    en: "Equal, but not the plain rounding of the exact amount",
    nl: "Gelijk, maar niet de gewone afronding van het exacte bedrag",
  },
  nothingDiffers: { en: "Every figure is equal.", nl: "Elk cijfer is gelijk." },
  accepted: { en: "accepted", nl: "aanvaard" },
  known: { en: "already known", nl: "al bekend" },
  conflicting: { en: "conflicting", nl: "tegenstrijdig" },
  rejected: { en: "rejected", nl: "geweigerd" },
  dryRun: { en: "Dry run: nothing was written.", nl: "Proefuitvoering: er is niets geschreven." },
  nothingWritten: { en: "Nothing was written.", nl: "Er is niets geschreven." },
  written: { en: "Written", nl: "Geschreven" },
  noEntries: { en: "No entries.", nl: "Geen boekingen." },
  head: { en: "last hash", nl: "laatste hash" },
  policy: {
    en: "Printed as the form prescribes; the explanation of a cell shows exact amounts.",
    nl: "Gedrukt zoals het schema voorschrijft; de exacte bedragen staan in de uitleg van een cel.",
  },
  footer: {
    en: "Made by Grootboek from the journal; not a signed document. Every figure can be explained down to its source line.",
    nl: "Gemaakt door Grootboek uit het journaal; geen ondertekend document. Elk cijfer is te verklaren tot op zijn bronregel.",
  },
  contents: { en: "Contents", nl: "Inhoud" },
  note: { en: "Note", nl: "Noot" },
  attention: { en: "note", nl: "let op" },
  statements: { en: "Statements of the plan", nl: "Schema's van het plan" },
  changes: { en: "Changes:", nl: "Wijzigingen:" },
  replacedBy: { en: "replaced by entry", nl: "vervangen door boeking" },
  reverses: { en: "reverses entry", nl: "boekt tegen: boeking" },
  conditionMet: { en: "met", nl: "vervuld" },
  conditionNotMet: { en: "not met", nl: "niet vervuld" },
  actual: { en: "actual", nl: "aanrekening" },
  debt: { en: "debt", nl: "schuld" },
  commitment: { en: "commitment", nl: "vastlegging" },
} satisfies Readonly<Record<string, Both>>

export type FixedWords = TextsOf<typeof words>

const all = inEachLanguage(words)

export const of = (language: Language): FixedWords => all[language]

/** Nouns that are counted, each as one and as many. */
export const nouns = {
  action: [
    { en: "action", nl: "actie" },
    { en: "actions", nl: "acties" },
  ],
  cell: [
    { en: "cell", nl: "cel" },
    { en: "cells", nl: "cellen" },
  ],
  entry: [
    { en: "entry", nl: "boeking" },
    { en: "entries", nl: "boekingen" },
  ],
  figure: [
    { en: "figure compared", nl: "cijfer vergeleken" },
    { en: "figures compared", nl: "cijfers vergeleken" },
  ],
  finding: [
    { en: "finding", nl: "bevinding" },
    { en: "findings", nl: "bevindingen" },
  ],
  line: [
    { en: "line", nl: "budgetlijn" },
    { en: "lines", nl: "budgetlijnen" },
  ],
  posting: [
    { en: "posting", nl: "mutatie" },
    { en: "postings", nl: "mutaties" },
  ],
  proposal: [
    { en: "proposal", nl: "voorstel" },
    { en: "proposals", nl: "voorstellen" },
  ],
  row: [
    { en: "row", nl: "rij" },
    { en: "rows", nl: "rijen" },
  ],
  sum: [
    { en: "sum", nl: "som" },
    { en: "sums", nl: "sommen" },
  ],
} as const satisfies Readonly<Record<string, readonly [one: Both, many: Both]>>

/** Returns a number with its noun: `1 rij`, `2 rijen`. */
export const count = (number: number, noun: keyof typeof nouns, language: Language): string => {
  const [one, many] = nouns[noun]
  return Catalogue.count(number, one, many)[language]
}
