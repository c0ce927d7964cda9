/** What a file of the reader proves. */
import type { Evidence } from "../model/Evidence.ts"
import type { Bilingual } from "./Bilingual.ts"
import * as Counted from "./Counted.ts"

const problems: Readonly<Record<Extract<Evidence, { kind: "unsigned" }>["problem"], Bilingual>> = {
  KeyMissing: {
    nl: "Geef de gepubliceerde sleutel van de ondertekenaar (naam+code+sleutel) in het veld hierboven.",
    en: "Give the published key of the signer (name+id+key) in the field above.",
  },
  NotAKey: {
    nl: "Dit is geen gepubliceerde sleutel. Kopieer de hele regel: naam+code+sleutel.",
    en: "This is not a published key. Copy the whole line: name+id+key.",
  },
  NotACheckpoint: {
    nl: "Dit bestand is geen volledig controlepunt. Vraag het opnieuw aan de ondertekenaar.",
    en: "This file is not a whole checkpoint. Ask the signer for it again.",
  },
  NoEd25519: {
    nl: "Deze browser kan de handtekening niet controleren. Open de pagina in een recente versie van Chrome, Edge, Firefox of Safari, of gebruik grootboek verify.",
    en: "This browser cannot check the signature. Open the page in a recent version of Chrome, Edge, Firefox or Safari, or use grootboek verify.",
  },
  NotSignedBy: {
    nl: "Dit controlepunt is niet met deze sleutel ondertekend.",
    en: "This checkpoint is not signed with this key.",
  },
  ForgedSignature: {
    nl: "De handtekening is vals: het controlepunt werd gewijzigd.",
    en: "The signature is forged: the checkpoint was changed.",
  },
}

export const evidence = {
  title: { nl: "Vergelijk met een eigen bestand", en: "Compare with a file of your own" },
  about: {
    nl: "Sleep een bronbestand, een export, een andere auditpagina of een ondertekend controlepunt naar deze pagina. Het bestand verlaat deze computer niet.",
    en: "Drop a source file, an export, another audit page or a signed checkpoint on this page. The file does not leave this computer.",
  },
  choose: { nl: "Kies een bestand", en: "Choose a file" },
  key: {
    nl: "Sleutel van de ondertekenaar (voor een controlepunt)",
    en: "Key of the signer (for a checkpoint)",
  },
  source: {
    nl: (entries: string, postings: string) =>
      `Dit is een bronbestand van het journaal: ${Counted.of(entries, "boeking", "boekingen")}, ${Counted.of(postings, "mutatie", "mutaties")}.`,
    en: (entries: string, postings: string) =>
      `This is a source file of the journal: ${Counted.of(entries, "entry", "entries")}, ${Counted.of(postings, "posting", "postings")}.`,
  },
  unknown: {
    nl: "Geen enkele boeking komt uit een bestand met deze SHA-256.",
    en: "No entry comes from a file with this SHA-256.",
  },
  same: {
    nl: (entries: string) => `Hetzelfde journaal: alle ${entries} boekingen zijn gelijk.`,
    en: (entries: string) => `The same journal: all ${entries} entries are equal.`,
  },
  until: {
    nl: (same: string, theirs: string, ours: string) =>
      `Gelijk tot en met boeking ${same}. Het bestand heeft ${Counted.of(theirs, "boeking", "boekingen")}, deze pagina ${ours}.`,
    en: (same: string, theirs: string, ours: string) =>
      `The same up to entry ${same}. The file has ${Counted.of(theirs, "entry", "entries")}, this page ${ours}.`,
  },
  damaged: {
    nl: (findings: string) =>
      `Het bestand zelf is beschadigd: ${Counted.of(findings, "bevinding", "bevindingen")}.`,
    en: (findings: string) => `The file is damaged: ${Counted.of(findings, "finding", "findings")}.`,
  },
  verified: {
    nl: (entries: string) =>
      `Deze pagina is beschadigd: alleen haar ${entries} boekingen vóór de beschadiging zijn vergeleken.`,
    en: (entries: string) =>
      `This page is damaged: only its ${entries} entries before the damage are compared.`,
  },
  unreadable: {
    nl: "Dit bestand kan niet gelezen worden. Kies één bestand, geen map.",
    en: "This file cannot be read. Choose one file, not a folder.",
  },
  checkpoint: {
    same: {
      nl: (entries: string, origin: string) =>
        `Handtekening juist: ${origin} is gelijk tot en met boeking ${entries}.`,
      en: (entries: string, origin: string) =>
        `Signature valid: ${origin} is the same up to entry ${entries}.`,
    },
    other: {
      nl: (entries: string, origin: string) =>
        `Handtekening juist, maar boeking ${entries} van ${origin} heeft hier een andere hash.`,
      en: (entries: string, origin: string) =>
        `Signature valid, but entry ${entries} of ${origin} has another hash here.`,
    },
    beyond: {
      nl: (entries: string, origin: string) =>
        `Handtekening juist, maar ${origin} had ${entries} boekingen: hier ontbreken er.`,
      en: (entries: string, origin: string) =>
        `Signature valid, but ${origin} had ${entries} entries: some are missing here.`,
    },
  },
  postings: { nl: "Regels van het bestand en hun mutaties", en: "Lines of the file and their postings" },
  problems,
}
