/** The words of `--help` that belong to no single command. */
import type { Both } from "./Language.ts"

export const program: Both = {
  en: "An event-sourced budget ledger for Flemish local authorities: exact, explainable to the source line.",
  nl: "Een budgettair grootboek voor Vlaamse lokale besturen: exact, en verklaarbaar tot op de bronregel.",
}

export const groups: Readonly<Record<string, Both>> = {
  branch: {
    en: "draft changes on top of the journal before they are recorded",
    nl: "probeer wijzigingen uit in een variant, bovenop het journaal",
  },
  checkpoint: {
    en: "sign the last hash of the journal, and check signed checkpoints",
    nl: "onderteken de laatste hash van het journaal, en controleer controlepunten",
  },
  lake: {
    en: "write journals to Parquet files, ask them with SQL, and check them",
    nl: "schrijf journalen naar Parquet-bestanden, bevraag ze met SQL, en controleer ze",
  },
}

/** The option `--version`. */
export const version: Both = { en: "print the version", nl: "toon de versie" }

/** The option `--help`. */
export const help: Both = { en: "print this help", nl: "toon deze hulp" }

/** The option `--lang`. */
export const language: Both = {
  en: "the language of messages (default: that of the environment)",
  nl: "de taal van de meldingen (standaard: die van de omgeving)",
}

/** The line after a wrong command line. */
export const hint: Both = {
  en: "(add --help to see what the command takes)",
  nl: "(voeg --help toe om te zien wat de opdracht verwacht)",
}

export const error: Both = { en: "error", nl: "fout" }

/** The choices of a value, which follow its description. */
export const choices = (list: ReadonlyArray<string>): Both => ({
  en: `(choices: ${list.join(", ")})`,
  nl: `(keuze uit: ${list.join(", ")})`,
})

export const usage: Readonly<Record<"options" | "command", Both>> = {
  options: { en: "[options]", nl: "[opties]" },
  command: { en: "[command]", nl: "[opdracht]" },
}

export const headings: ReadonlyMap<string, Both> = new Map([
  ["Usage:", { en: "Usage:", nl: "Gebruik:" }],
  ["Arguments:", { en: "Arguments:", nl: "Argumenten:" }],
  ["Options:", { en: "Options:", nl: "Opties:" }],
  ["Commands:", { en: "Commands:", nl: "Opdrachten:" }],
])
