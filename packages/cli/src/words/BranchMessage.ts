/** Messages about branches: drafts on top of a journal. */
import type { Branch } from "@grootboek/core/ledger"
import { EventName } from "@grootboek/report"
import { count } from "./Count.ts"
import type { Both } from "./Language.ts"

export const unknown = (name: string, known: ReadonlyArray<string>): Both => {
  const list = known.join(", ")
  return known.length === 0
    ? {
        en: `No branch ${name}: this ledger has no branches. Create one with \`grootboek branch new ${name}\`.`,
        nl: `Variant ${name} bestaat niet: dit grootboek heeft geen varianten. Maak er een met \`grootboek branch new ${name}\`.`,
      }
    : {
        en: `No branch ${name}. Use one of ${list}.`,
        nl: `Variant ${name} bestaat niet. Kies uit ${list}.`,
      }
}

export const taken = (name: string): Both => ({
  en: `Branch ${name} exists already. Choose another name, or drop it first.`,
  nl: `Variant ${name} bestaat al. Kies een andere naam, of verwijder ze eerst.`,
})

export const changed = (name: string): Both => ({
  en: `Another program changed branch ${name} meanwhile. Nothing was written. Run the command again.`,
  nl: `Een ander programma heeft variant ${name} intussen gewijzigd. Er is niets geschreven. Voer de opdracht opnieuw uit.`,
})

export const notAFile = (path: string): Both => ({
  en: `${path} is not a regular file, so it cannot hold a branch. Remove it, or choose another name.`,
  nl: `${path} is geen gewoon bestand en kan dus geen variant bevatten. Verwijder het, of kies een andere naam.`,
})

export const badName = (name: string): Both => ({
  en: `${name}: the name of a branch has 1 to 64 letters, digits, dots, dashes and underscores. Choose another name.`,
  nl: `${name}: de naam van een variant telt 1 tot 64 letters, cijfers, punten, streepjes en liggende streepjes. Kies een andere naam.`,
})

export const unreadable = (path: string, { line, problem }: Branch.BranchFault): Both => {
  const { en, nl } = problemOf(problem)
  return {
    en: `${path}:${line}: not a branch that this program wrote (${en}). Drop the branch or restore the file.`,
    nl: `${path}:${line}: geen variant die door dit programma is geschreven (${nl}). Verwijder de variant of zet het bestand terug.`,
  }
}

const problemOf = (problem: Branch.BranchProblem): Both => {
  switch (problem._tag) {
    case "NotJson":
      return { en: problem.detail, nl: "de regel is geen geldige JSON" }
    case "NoHeader":
      return {
        en: "the first line must have the name of the branch and its base",
        nl: "de eerste regel moet de naam en het beginpunt van de variant vermelden",
      }
    case "NotAProposal":
      return {
        en: "not a proposal with an id, an actor and an event",
        nl: "geen voorstel met een code, een indiener en een gebeurtenis",
      }
    case "UnreadableEvent":
      return {
        en: `${problem.reason} ${problem.kind}`,
        nl: {
          UnknownEvent: `onbekende gebeurtenis ${EventName.of(problem.kind, "nl")}`,
          MalformedEvent: `gebeurtenis ${EventName.of(problem.kind, "nl")} is niet leesbaar`,
        }[problem.reason],
      }
  }
}

export const otherBase = (name: string, position: number): Both => ({
  en: `Branch ${name} starts after entry ${position} of another journal. Create a new branch.`,
  nl: `Variant ${name} begint na boeking ${position} van een ander journaal. Maak een nieuwe variant.`,
})

export const journalGrew = (name: string, from: number, to: number): Both => ({
  en: `Branch ${name} cannot be promoted: the journal grew from entry ${from} to ${to} since it began. Create a new branch and import its files there.`,
  nl: `Variant ${name} kan niet worden opgenomen: het journaal groeide van boeking ${from} naar ${to} sinds ze begon. Maak een nieuwe variant en importeer daar de bestanden.`,
})

export const created = (name: string, position: number): Both => ({
  en: `Branch ${name} starts after entry ${position}.`,
  nl: `Variant ${name} begint na boeking ${position}.`,
})

export const line = (name: string, proposals: number, position: number): Both => ({
  en: `${name}: ${count(proposals, "proposal").en} after entry ${position}`,
  nl: `${name}: ${count(proposals, "proposal").nl} na boeking ${position}`,
})

export const none: Both = { en: "no branches", nl: "geen varianten" }

export const promoted = (name: string, entries: number): Both => ({
  en: `Branch ${name} promoted: ${count(entries, "entry").en}.`,
  nl: `Variant ${name} opgenomen: ${count(entries, "entry").nl}.`,
})

export const dropped = (name: string): Both => ({
  en: `Branch ${name} dropped.`,
  nl: `Variant ${name} verwijderd.`,
})
