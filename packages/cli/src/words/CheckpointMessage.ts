/** Messages about signed checkpoints and their keys. */
import type { Checkpoint } from "@grootboek/core"
import type { ConsistencyProof, MerkleTree } from "@grootboek/core/journal"
import { count } from "./Count.ts"
import type { Both } from "./Language.ts"

export const notAKey = (path: string): Both => ({
  en: `${path}: not an Ed25519 key in PEM form. Make one with: openssl genpkey -algorithm ed25519 -out key.pem`,
  nl: `${path}: geen Ed25519-sleutel in PEM-vorm. Maak er een met: openssl genpkey -algorithm ed25519 -out key.pem`,
})

export const folderNeedsKey: Both = {
  en: "give --checkpoints DIR and --key FILE together: the key shows who signed the checkpoints",
  nl: "geef --checkpoints MAP en --key BESTAND samen: de sleutel toont wie de controlepunten ondertekende",
}

export const matches = (
  file: string,
  { signer, signed, since }: { readonly signer: string; readonly signed: number; readonly since: number },
): Both => ({
  en: `${file}: signed by ${signer}. The first ${count(signed, "entry").en} match the signed checkpoint; ${since} came since.`,
  nl: `${file}: ondertekend door ${signer}. De eerste ${count(signed, "entry").nl} stemmen overeen met het ondertekende controlepunt; ${since} kwamen er sindsdien bij.`,
})

export const continues = (
  file: string,
  { signer, old }: { readonly signer: string; readonly old: string },
): Both => ({
  en: `${file}: signed by ${signer}, and continues ${old}: no entry of the earlier checkpoint was changed, removed or moved.`,
  nl: `${file}: ondertekend door ${signer}, en bouwt voort op ${old}: geen boeking van het eerdere controlepunt is gewijzigd, verwijderd of verplaatst.`,
})

export const needsLedgerOrProof: Both = {
  en: "give --ledger LEDGER to compare with a journal, or --consistency PROOF together with --old CHECKPOINT to compare with an earlier checkpoint",
  nl: "geef --ledger GROOTBOEK om met een journaal te vergelijken, of --consistency BEWIJS samen met --old CONTROLEPUNT om met een eerder controlepunt te vergelijken",
}

export const inconsistent = (facts: ConsistencyProof.ConsistencyRefusal): Both => {
  switch (facts._tag) {
    case "NotAProof":
      return {
        en: "not a proof of consistency. Make one with: grootboek checkpoint prove OLD NEW --ledger L --key key.pub.pem --out FILE",
        nl: "geen consistentiebewijs. Maak er een met: grootboek checkpoint prove OUD NIEUW --ledger L --key key.pub.pem --out BESTAND",
      }
    case "RootMissing":
      return {
        en: `the checkpoint of ${count(facts.entries, "entry").en} has no root: an earlier version signed it. Sign a new one with checkpoint sign; until then compare with the ledger (--ledger).`,
        nl: `het controlepunt van ${count(facts.entries, "entry").nl} bevat geen wortel: een eerdere versie ondertekende het. Onderteken een nieuw met checkpoint sign; vergelijk tot dan met het grootboek (--ledger).`,
      }
    case "OtherProof":
      return {
        en: `the proof is for ${pair(facts.proved).en}, these checkpoints have ${pair(facts.asked).en}. Ask for the proof of these two, the earlier one first.`,
        nl: `het bewijs geldt voor ${pair(facts.proved).nl}, deze controlepunten tellen ${pair(facts.asked).nl}. Vraag het bewijs van deze twee, het eerste eerst.`,
      }
    case "OtherLedger":
      return {
        en: `these are of several ledgers: ${facts.origins.join(", ")}. Take checkpoints of one ledger.`,
        nl: `deze horen bij verschillende grootboeken: ${facts.origins.join(", ")}. Neem controlepunten van één grootboek.`,
      }
    case "NotContinued":
      return {
        en: `the later checkpoint does not continue the earlier one (${pair(facts.asked).en}): an entry was changed, removed or moved, or the proof is of another journal. Find it with: grootboek verify --ledger L --checkpoints DIR --key key.pub.pem`,
        nl: `het latere controlepunt bouwt niet voort op het eerdere (${pair(facts.asked).nl}): een boeking is gewijzigd, verwijderd of verplaatst, of het bewijs hoort bij een ander journaal. Zoek ze met: grootboek verify --ledger L --checkpoints MAP --key key.pub.pem`,
      }
  }
}

const pair = ({ old, new: size }: MerkleTree.TreeSizes): Both => ({
  en: `${old} and ${count(size, "entry").en}`,
  nl: `${old} en ${count(size, "entry").nl}`,
})

export const refusal = (facts: Checkpoint.CheckpointRefusal): Both => {
  switch (facts._tag) {
    case "NotACheckpoint":
      return {
        en: `not a checkpoint: ${formatProblems[facts.problem].en}. ${formatSteps[facts.problem].en}`,
        nl: `geen controlepunt: ${formatProblems[facts.problem].nl}. ${formatSteps[facts.problem].nl}`,
      }
    case "NotSignedBy": {
      const { name, signers } = facts
      return signers.includes(name)
        ? {
            en: `signed under the name ${name}, but by another key than this one. Use the public key that belongs to it.`,
            nl: `ondertekend onder de naam ${name}, maar met een andere sleutel dan deze. Gebruik de publieke sleutel die erbij hoort.`,
          }
        : {
            en: `not signed by ${name}; signed by ${signers.join(", ") || "nobody"}: name the right key with --key-name.`,
            nl: `niet ondertekend door ${name}, wel door ${signers.join(", ") || "niemand"}. Geef de juiste sleutelnaam met --key-name.`,
          }
    }
    case "ForgedSignature":
      return {
        en: `the signature of ${facts.name} is false: the checkpoint was changed, or another key made it. Ask the signer for the original.`,
        nl: `de handtekening van ${facts.name} is vals: het controlepunt is gewijzigd, of met een andere sleutel gemaakt. Vraag het origineel aan de ondertekenaar.`,
      }
  }
}

const formatProblems: Readonly<Record<Checkpoint.FormatProblem, Both>> = {
  originNotOneLine: {
    en: "the origin is not one line of 1 to 255 characters",
    nl: "de herkomst is niet één regel van 1 tot 255 tekens",
  },
  keyNameHasBlanks: {
    en: "the name of a key has 1 to 255 characters, without blanks and without +",
    nl: "de naam van een sleutel telt 1 tot 255 tekens, zonder spaties en zonder +",
  },
  noSignedStatement: {
    en: "expected an origin, a number of entries and a hash on three lines, an empty line, and signatures",
    nl: "verwacht worden drie regels met een herkomst, een aantal boekingen en een hash, dan een lege regel en handtekeningen",
  },
  notAPublishedKey: {
    en: "expected a published key: name+id+base64 on one line",
    nl: "verwacht wordt een gepubliceerde sleutel: naam+code+base64 op één regel",
  },
}

/** What to do about each. */
const formatSteps: Readonly<Record<Checkpoint.FormatProblem, Both>> = {
  originNotOneLine: {
    en: "The origin is the name of the authority in the ledger: state that name on one line.",
    nl: "De herkomst is de naam van het bestuur in het grootboek: geef die naam op één regel.",
  },
  keyNameHasBlanks: {
    en: "Give another name with --key-name, such as gemeente.example/grootboek.",
    nl: "Geef met --key-name een andere naam, zoals gemeente.example/grootboek.",
  },
  noSignedStatement: {
    en: "Give the file that checkpoint sign wrote, unchanged, or ask the signer for it again.",
    nl: "Geef het ondertekende bestand zelf, ongewijzigd, of vraag het opnieuw aan de ondertekenaar.",
  },
  notAPublishedKey: {
    en: "Ask the signer for the line of the public key, whole and unchanged.",
    nl: "Vraag de ondertekenaar de regel met de publieke sleutel, volledig en ongewijzigd.",
  },
}
