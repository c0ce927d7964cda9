/** The integrity of the journal: what the page checks, and what it finds. */
import type { Finding } from "@grootboek/core"
import type { JournalFault } from "../model/OpenedJournal.ts"
import type { Bilingual } from "./Bilingual.ts"

/** What is wrong, as the rest of a sentence after "Entry 12". */
const faults: Readonly<Record<JournalFault["_tag"] | "InvalidEntry" | "IdReused", Bilingual>> = {
  PositionGap: {
    nl: "staat niet op haar plaats: er ontbreken boekingen, of ze staan dubbel of door elkaar",
    en: "is out of place: entries are missing, duplicated or out of order",
  },
  HashMismatch: {
    nl: "past niet bij haar hash: de inhoud werd gewijzigd",
    en: "does not match its hash: its content was changed",
  },
  BrokenChain: { nl: "volgt niet op de vorige boeking", en: "does not follow the entry before it" },
  TimeWentBack: {
    nl: "is vroeger geregistreerd dan de vorige boeking",
    en: "was recorded before the entry that precedes it",
  },
  MalformedEntry: { nl: "kan niet gelezen worden", en: "cannot be read" },
  UnknownEvent: {
    nl: "bevat een gebeurtenis die deze versie niet kent",
    en: "has an event that this version does not know",
  },
  AmountOverflow: {
    nl: "maakt een bedrag groter dan het grootboek kan bevatten",
    en: "makes an amount larger than the ledger can hold",
  },
  InvalidEntry: {
    nl: "is niet geldig, hoewel de hash klopt: voer grootboek verify uit voor de reden",
    en: "is not valid, although its hash is right: run grootboek verify for the reason",
  },
  IdReused: { nl: "heeft dezelfde code als een eerdere boeking", en: "has the id of an earlier entry" },
  CutOff: { nl: "is de laatste; de pagina vermeldt er meer", en: "is the last; the page states more" },
  OtherHead: {
    nl: "is de laatste, maar met een andere hash dan de pagina vermeldt",
    en: "is the last, but with another hash than the page states",
  },
  OtherColumns: {
    nl: "is de laatste; de ingesloten totalen zijn niet de som van het journaal en worden niet meer getoond",
    en: "is the last; the embedded totals are not the sum of the journal and are no longer shown",
  },
}

/** What is wrong with an entry, by the code of a finding. */
export const faultOf = (code: Finding.Code): Bilingual =>
  (new Map(Object.entries(faults)) as ReadonlyMap<string, Bilingual>).get(code) ?? faults.MalformedEntry

export const integrity = {
  faults,
  title: { nl: "Is dit journaal ongewijzigd?", en: "Is this journal intact?" },
  explain: {
    nl: "Deze pagina berekent elke hash opnieuw uit de gegevens in dit bestand, met hetzelfde programma als het grootboek en zonder netwerk.",
    en: "This page computes every hash again from the bytes in this file, with the same program as the ledger and without a network.",
  },
  intact: {
    nl: (entries: string) => `Alle ${entries} boekingen zijn ongewijzigd.`,
    en: (entries: string) => `Journal intact: all ${entries} entries match their hash.`,
  },
  damaged: {
    nl: (position: string) => `Boeking ${position} is beschadigd of gewijzigd.`,
    en: (position: string) => `Entry ${position} is damaged or was changed.`,
  },
  other: {
    nl: "Dit is niet het journaal waarvan deze pagina gemaakt is.",
    en: "This is not the journal that this page was made from.",
  },
  again: { nl: "Controleer alles opnieuw", en: "Check everything again" },
  busy: { nl: "Bezig…", en: "Busy…" },
  entries: { nl: "Boekingen", en: "Entries" },
  bytes: { nl: "Bytes", en: "Bytes" },
  head: { nl: "Laatste hash", en: "Last hash" },
  elapsed: { nl: "Duur", en: "Duration" },
  promised: { nl: "Vermeld door deze pagina", en: "Stated by this page" },
  findings: { nl: "Bevindingen", en: "Findings" },
  none: { nl: "Geen bevindingen.", en: "No findings." },
  until: {
    nl: (position: string) => `De rest van deze pagina toont het journaal tot en met boeking ${position}.`,
    en: (position: string) => `The rest of this page shows the journal up to entry ${position}.`,
  },
  limits: {
    nl: "Een hashketen toont aan dat geen boeking werd gewijzigd zonder dat ook alle latere hashes wijzigden. Vergelijk daarom de laatste hash met een exemplaar dat iemand anders bewaart.",
    en: "A hash chain proves that no entry was changed unless all later hashes were changed too. Compare the last hash with a copy that somebody else keeps.",
  },
  band: {
    checking: {
      nl: "Het journaal wordt nog gecontroleerd. Elk cijfer met ° is nog niet gecontroleerd.",
      en: "The journal is still being checked. Every figure with ° is not yet verified.",
    },
    damaged: {
      nl: (position: string) => `Beschadigd journaal: boeking ${position}`,
      en: (position: string) => `Damaged journal: entry ${position}`,
    },
  },
  short: {
    checking: { nl: "wordt gecontroleerd", en: "checking" },
    intact: { nl: "ongewijzigd", en: "intact" },
    damaged: { nl: "beschadigd", en: "damaged" },
  },
  checking: {
    nl: "De pagina controleert het journaal. Ondertussen toont ze de cijfers uit de ingesloten totalen.",
    en: "The page is checking the journal. Until then, it shows the figures of the embedded totals.",
  },
  facts: {
    expected: { nl: "verwacht", en: "expected" },
    stored: { nl: "opgeslagen", en: "stored" },
    computed: { nl: "berekend", en: "computed" },
    previous: { nl: "vorige", en: "previous" },
    time: { nl: "geregistreerd", en: "recorded" },
    field: { nl: "veld", en: "field" },
    offset: { nl: "byte", en: "byte" },
    kind: { nl: "soort", en: "kind" },
    version: { nl: "versie", en: "version" },
    year: { nl: "jaar", en: "year" },
  },
}
