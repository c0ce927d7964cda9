/** Messages about ledgers: created, exported, restored, reversed, damaged. */

import type { AppliedRule, StoreProblem } from "@grootboek/core"
import { RuleName } from "@grootboek/report"
import { count } from "./Count.ts"
import type { Both } from "./Language.ts"

export const created = (
  ledger: string,
  { entity, plan, years }: { readonly entity: string; readonly plan: string; readonly years: string },
): Both => ({
  en: `${ledger}: ledger of ${entity} created, plan ${plan}, ${years}. Next: import its structure (--as structure).`,
  nl: `${ledger}: grootboek van ${entity} aangemaakt, plan ${plan}, ${years}. Volgende stap: importeer de structuur (--as structure).`,
})

export const exported = (path: string, entries: number): Both => {
  const { en, nl } = count(entries, "entry")
  return { en: `${path}: ${en}`, nl: `${path}: ${nl}` }
}

export const tooManyRows = (found: number, most: number): Both => ({
  en: `${count(found, "entry").en}: a workbook takes at most ${most}. Choose some with --from and --to, or use --format csv.`,
  nl: `${count(found, "entry").nl}: een werkmap bevat er hoogstens ${most}. Kies met --from en --to, of gebruik --format csv.`,
})

export const exportIsDamaged = (ledger: string, position: number): Both => ({
  en: `${ledger}: entry ${position} does not match its hash, so this export cannot be restored. List all findings with \`grootboek verify\`, and keep the earlier exports.`,
  nl: `${ledger}: boeking ${position} stemt niet overeen met haar hash, dus deze export kan niet worden teruggezet. Vraag alle bevindingen op met \`grootboek verify\`, en bewaar de vorige exports.`,
})

export const restored = (ledger: string, added: number, present: number): Both => ({
  en: `${ledger}: ${count(added, "entry").en} restored, ${present} already present.`,
  nl: `${ledger}: ${count(added, "entry").nl} teruggezet, ${present} waren er al.`,
})

export const isAnotherJournal = (ledger: string, position: number): Both => ({
  en: `${ledger} holds another journal: its entry ${position} differs from the one in the file. Restore into a new ledger.`,
  nl: `${ledger} bevat een ander journaal: boeking ${position} verschilt van die in het bestand. Zet het bestand terug in een nieuw grootboek.`,
})

/** An entry was reversed; by which entry, when it was written to the journal. */
export const reversed = (position: number, by: number | undefined): Both => ({
  en: `Entry ${position} reversed${by === undefined ? "" : ` by entry ${by}`}.`,
  nl: `Boeking ${position} tegengeboekt${by === undefined ? "" : ` met boeking ${by}`}.`,
})

export const switchedOff = (name: AppliedRule.RuleName): Both => {
  const { en, nl } = RuleName.of(name)
  return {
    en: `From now on this does not apply: ${en}. Import the rule again to state it again.`,
    nl: `Dit geldt vanaf nu niet meer: ${nl}. Importeer de regel opnieuw om die opnieuw vast te leggen.`,
  }
}

export const packWritten = (folder: string, files: number, page: string | undefined): Both => ({
  en: `${folder}: ${count(files, "file").en}.${page === undefined ? "" : ` Open ${page} in a browser.`}`,
  nl: `${folder}: ${count(files, "file").nl}.${page === undefined ? "" : ` Open ${page} in een browser.`}`,
})

export const migrated = (ledger: string, steps: ReadonlyArray<number>): Both =>
  steps.length === 0
    ? { en: `${ledger}: nothing to migrate.`, nl: `${ledger}: er is niets te migreren.` }
    : {
        en: `${ledger}: migrated to version ${steps.at(-1)}. Existing entries and rights are unchanged.`,
        nl: `${ledger}: gemigreerd naar versie ${steps.at(-1)}. Bestaande boekingen en rechten zijn ongewijzigd.`,
      }

export const isFile = (ledger: string): Both => ({
  en: `${ledger} is a file, which needs no migration. Give the address of a server: postgres://OWNER@HOST/DATABASE.`,
  nl: `${ledger} is een bestand, dat geen migratie nodig heeft. Geef het adres van een server: postgres://EIGENAAR@SERVER/DATABANK.`,
})

export const hasNames = (ledger: string, names: number): Both => ({
  en: `${ledger} has ${names} names (hard links): what a program writes under another name may be missing here until it ends. Keep one name.`,
  nl: `${ledger} heeft ${names} namen (harde koppelingen): wat een programma onder een andere naam schrijft, kan hier ontbreken tot dat programma eindigt. Behoud één naam.`,
})

export const readerDied: Both = {
  en: "The program that read the file crashed: the file is damaged where its entries cannot be reached. Stop writing to it, keep a copy, and restore the last export or backup into a new ledger.",
  nl: "Het programma dat het bestand las, is gecrasht: het bestand is beschadigd op een plaats waar de boekingen niet meer bereikbaar zijn. Schrijf er niet meer in, bewaar een kopie, en zet de laatste export of reservekopie terug in een nieuw grootboek.",
}

export const isNotUrl = (address: string): Both => ({
  en: `${address} is not the URL of a server. Write postgres://USER@HOST:PORT/DATABASE?ledger=NAME.`,
  nl: `${address} is geen geldige URL van een server. Schrijf postgres://GEBRUIKER@SERVER:POORT/DATABANK?ledger=NAAM.`,
})

export const waits = ({ code, place }: StoreProblem.StoreProblem): Both =>
  code === "Locked"
    ? {
        en: `${place} is locked by another program. Trying again until the time of retry-for is over.`,
        nl: `${place} is vergrendeld door een ander programma. Nieuwe pogingen volgen tot de tijd van retry-for voorbij is.`,
      }
    : {
        en: `${place} does not answer. Trying again until the time of retry-for is over.`,
        nl: `${place} antwoordt niet. Nieuwe pogingen volgen tot de tijd van retry-for voorbij is.`,
      }

export const packageMissing = (what: Both, name: string): Both => ({
  en: `${what.en} needs the package ${name}. Install it with: npm install ${name}`,
  nl: `${what.nl} heeft het pakket ${name} nodig. Installeer het met: npm install ${name}`,
})

/** What the package `pg` is for. */
export const postgres: Both = {
  en: "A ledger on a PostgreSQL server",
  nl: "Een grootboek op een PostgreSQL-server",
}

/** What the package `highs` is for. */
export const solver: Both = { en: "The proof (--prove)", nl: "Het bewijs (--prove)" }

/** What the package `@grootboek/audit-page` is for. */
export const auditPage: Both = { en: "The audit page (audit.html)", nl: "De auditpagina (audit.html)" }

/** What the package `@grootboek/policy-report` is for. */
export const policyReport: Both = { en: "The policy report", nl: "Het beleidsrapport" }

/** What an audit pack needs the package `@grootboek/policy-report` for. */
export const packDocuments: Both = {
  en: "An audit pack with the policy report and with decisions as office documents (docx)",
  nl: "Een auditmap met het beleidsrapport en met besluiten als tekstdocument (docx)",
}

/** What the same package is for in `decision`. */
export const decisionDocument: Both = {
  en: "The decision as an office document (docx)",
  nl: "Het besluit als tekstdocument (docx)",
}
