/** What a reader is told of a finding of `verify` or of an export: what is wrong with which entry, and what to do. */
import type { Finding } from "@grootboek/core"
import type { Language } from "./Language.ts"

/** A message about a finding. In English it is core's own, which holds the hashes; both say what to do. */
export const message = (finding: Finding.Finding, language: Language): string =>
  language === "nl"
    ? `${dutch(finding)} ${advice(finding.code, "nl")}`
    : `${finding.message.charAt(0).toUpperCase()}${finding.message.slice(1)}. ${advice(finding.code, "en")}`

/** What to do about a finding. */
export const advice = (code: Finding.Code, language: Language): string => advices[language][remedy(code)]

type Remedy = "restore" | "upgrade" | "reindex" | "exportAgain" | "inquire"

const remedy = (code: Finding.Code): Remedy => {
  switch (code) {
    case "PositionGap":
    case "HashMismatch":
    case "BrokenChain":
    case "TimeWentBack":
    case "MalformedEntry":
    case "NotCanonical":
    case "IdReused":
      return "restore"
    case "UnknownEvent":
      return "upgrade"
    case "IdNotFound":
      return "reindex"
    case "MalformedLine":
    case "CutLine":
    case "TrailerMissing":
    case "TrailerMismatch":
    case "AfterTrailer":
      return "exportAgain"
    case "BeforeCheckpoint":
    case "CheckpointMismatch":
      return "inquire"
  }
}

const advices: Readonly<Record<Language, Readonly<Record<Remedy, string>>>> = {
  en: {
    restore: "Restore the journal from an export that verifies.",
    upgrade: "Open the ledger with a newer Grootboek; nothing is skipped.",
    reindex: "Export the journal and restore it into a new store.",
    exportAgain: "Take another copy of the export, or export again.",
    inquire: "Ask whoever keeps the checkpoint which journal is the true one; trust neither until then.",
  },
  nl: {
    restore: "Zet het journaal terug uit een export die klopt.",
    upgrade: "Open het grootboek met een nieuwere Grootboek; er wordt niets overgeslagen.",
    reindex: "Exporteer het journaal en zet het terug in een nieuwe opslag.",
    exportAgain: "Neem een andere kopie van de export, of exporteer opnieuw.",
    inquire:
      "Vraag wie het controlepunt bewaart welk journaal het echte is; vertrouw tot dan geen van beide.",
  },
}

const dutch = ({ code, position, field }: Finding.Finding): string => {
  const entry = `Boeking ${position}`
  switch (code) {
    case "PositionGap":
      return `${entry} staat niet op haar plaats: er ontbreken boekingen, of ze staan dubbel of door elkaar.`
    case "HashMismatch":
      return `${entry} is gewijzigd nadat ze werd vastgelegd: de inhoud past niet bij de vastgelegde hash.`
    case "BrokenChain":
      return `${entry} sluit niet aan op de vorige: een eerdere boeking werd vervangen.`
    case "TimeWentBack":
      return `${entry} werd vroeger vastgelegd dan de boeking die eraan voorafgaat.`
    case "MalformedEntry":
      return `${entry} is niet leesbaar (${field}).`
    case "UnknownEvent":
      return `${entry} bevat een gebeurtenis die deze versie niet kent.`
    case "NotCanonical":
      return `${entry} staat niet in de canonieke vorm: ze kan op twee manieren gelezen worden.`
    case "IdReused":
      return `${entry} draagt een id dat een eerdere boeking al heeft.`
    case "IdNotFound":
      return `${entry} wordt niet teruggevonden op haar id: een tweede levering zou dubbel geschreven worden.`
    case "MalformedLine":
      return `Waar boeking ${position} hoort, staat een lijn die geen boeking is.`
    case "CutLine":
      return `De lijn van boeking ${position} heeft geen einde: de staart van het bestand ontbreekt.`
    case "TrailerMissing":
      return `De slotlijn ontbreekt: wat achter boeking ${position - 1} stond, is verloren.`
    case "TrailerMismatch":
      return `De slotlijn belooft een ander einde dan boeking ${position - 1}.`
    case "AfterTrailer":
      return "Achter de slotlijn staat nog iets."
    case "BeforeCheckpoint":
      return "Het journaal is korter dan een ondertekend controlepunt zegt."
    case "CheckpointMismatch":
      return "Het journaal heeft een andere geschiedenis dan een ondertekend controlepunt zegt."
  }
}
