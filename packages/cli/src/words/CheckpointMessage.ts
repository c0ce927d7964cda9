/** Messages about signed checkpoints and their keys. */
import type { Checkpoint } from "@grootboek/core"
import { count } from "./Count.ts"
import type { Both } from "./Language.ts"

/** The file is not an Ed25519 key. */
export const notAKey = (path: string): Both => ({
  en: `${path}: not an Ed25519 key in PEM form. Make one with: openssl genpkey -algorithm ed25519 -out key.pem`,
  nl: `${path}: geen Ed25519-sleutel in PEM-vorm. Maak er een met: openssl genpkey -algorithm ed25519 -out key.pem`,
})

/** A folder of checkpoints and the key of their signer belong together. */
export const folderNeedsKey: Both = {
  en: "--checkpoints DIR and --key FILE are given together: the key shows who signed the checkpoints",
  nl: "geef --checkpoints MAP en --key BESTAND samen: de sleutel toont wie de controlepunten ondertekende",
}

/** The checkpoint matches the journal. */
export const matches = (
  file: string,
  { signer, signed, since }: { readonly signer: string; readonly signed: number; readonly since: number },
): Both => ({
  en: `${file}: signed by ${signer}. The first ${count(signed, "entry").en} match the signed checkpoint; ${since} came since.`,
  nl: `${file}: ondertekend door ${signer}. De eerste ${count(signed, "entry").nl} stemmen overeen met het ondertekende controlepunt; ${since} kwamen er sindsdien bij.`,
})

/** Returns why a checkpoint is refused. */
export const refusal = (facts: Checkpoint.CheckpointRefusal): Both => {
  switch (facts._tag) {
    case "NotACheckpoint":
      return {
        en: `not a checkpoint: ${formatProblems[facts.problem].en}`,
        nl: `geen controlepunt: ${formatProblems[facts.problem].nl}`,
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

/** What is wrong with the format of a checkpoint, its origin or its key. */
const formatProblems: Readonly<Record<Checkpoint.FormatProblem, Both>> = {
  originNotOneLine: {
    en: "the origin is not one line of 1 to 255 characters",
    nl: "de herkomst is niet één regel van 1 tot 255 tekens",
  },
  keyNameHasBlanks: {
    en: "the name of a key must not contain blanks or +",
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
