/** Messages about findings of `verify` and of an export: which entry, what is wrong with it, and what to do next. */
import type { Finding } from "@grootboek/core"
import type { Both, Language } from "./Language.ts"
import * as ProblemText from "./ProblemText.ts"

/** Returns the message about a finding. The English one is of core, which knows the hashes. */
export const message = (finding: Finding.Finding, language: Language): string => {
  const { nl, next } = findings[finding.code]
  const { message } = finding
  return {
    en: `${message.charAt(0).toUpperCase()}${message.slice(1)}. ${next.en}`,
    nl: `${nl(finding)} ${next.nl}`,
  }[language]
}

/** Returns what to do about a finding. */
export const advice = (code: Finding.Code, language: Language): string => findings[code].next[language]

const restore: Both = {
  en: "Restore the journal from an intact export.",
  nl: "Zet het journaal terug uit een ongeschonden export.",
}
const upgrade: Both = {
  en: "Open the ledger with a newer version of Grootboek.",
  nl: "Open het grootboek met een nieuwere versie van Grootboek.",
}
const reindex: Both = {
  en: "Export the journal and restore it into a new ledger.",
  nl: "Exporteer het journaal en zet het terug in een nieuw grootboek.",
}
const exportAgain: Both = {
  en: "Use another copy of the export, or export again.",
  nl: "Gebruik een andere kopie van de export, of exporteer opnieuw.",
}
const inquire: Both = {
  en: "Ask the keeper of the checkpoint which journal is authentic, and use neither until then.",
  nl: "Vraag aan de bewaarder van het controlepunt welk journaal het echte is, en gebruik tot dan geen van beide.",
}

/** What is wrong, in Dutch, and what to do next. */
const findings: Readonly<
  Record<Finding.Code, { readonly nl: (finding: Finding.Finding) => string; readonly next: Both }>
> = {
  PositionGap: {
    nl: ({ position }) =>
      `Boeking ${position} heeft niet het verwachte nummer: er ontbreken boekingen, of ze staan dubbel of in de verkeerde volgorde.`,
    next: restore,
  },
  HashMismatch: {
    nl: ({ position }) =>
      `Boeking ${position} is gewijzigd na registratie: de inhoud past niet bij de geregistreerde hash.`,
    next: restore,
  },
  BrokenChain: {
    nl: ({ position }) =>
      `Boeking ${position} sluit niet aan op de vorige: een eerdere boeking werd vervangen.`,
    next: restore,
  },
  TimeWentBack: {
    nl: ({ position }) => `Boeking ${position} heeft een vroegere registratietijd dan de vorige boeking.`,
    next: restore,
  },
  MalformedEntry: {
    nl: ({ position, field }) => `Boeking ${position} is niet leesbaar (${ProblemText.field(field, "nl")}).`,
    next: restore,
  },
  UnknownEvent: {
    nl: ({ position }) => `Boeking ${position} bevat een gebeurtenis die deze versie niet kent.`,
    next: upgrade,
  },
  NotCanonical: {
    nl: ({ position }) =>
      `Boeking ${position} is niet in canonieke vorm opgeslagen: ze kan op twee manieren gelezen worden.`,
    next: restore,
  },
  IdReused: {
    nl: ({ position }) => `Boeking ${position} heeft dezelfde code als een eerdere boeking.`,
    next: restore,
  },
  IdNotFound: {
    nl: ({ position }) =>
      `Boeking ${position} wordt niet gevonden op haar code: een herhaalde levering zou dubbel geschreven worden.`,
    next: reindex,
  },
  MalformedLine: {
    nl: ({ position }) => `De regel waar boeking ${position} verwacht wordt, bevat geen boeking.`,
    next: exportAgain,
  },
  CutLine: {
    nl: ({ position }) =>
      `De regel van boeking ${position} heeft geen einde: het laatste deel van het bestand ontbreekt.`,
    next: exportAgain,
  },
  TrailerMissing: {
    nl: ({ position }) =>
      `De slotregel ontbreekt: boekingen na boeking ${position - 1} kunnen verloren zijn.`,
    next: exportAgain,
  },
  TrailerMismatch: {
    nl: ({ position }) => `De slotregel vermeldt een ander einde dan boeking ${position - 1}.`,
    next: exportAgain,
  },
  AfterTrailer: { nl: () => "Het bestand gaat verder na de slotregel.", next: exportAgain },
  BeforeCheckpoint: {
    nl: () => "Het journaal is korter dan een ondertekend controlepunt vermeldt.",
    next: inquire,
  },
  CheckpointMismatch: {
    nl: () => "Het journaal heeft een andere geschiedenis dan een ondertekend controlepunt vermeldt.",
    next: inquire,
  },
}
