/** Messages about the lake: exported, verified, refused. */
import type { Verifier } from "@grootboek/lake"
import { count } from "./Count.ts"
import type { Both } from "./Language.ts"

/** What the package `@grootboek/lake` is for. */
export const lake: Both = { en: "The lake", nl: "Het datameer" }

export const exported = (
  ledger: string,
  {
    entries,
    rows,
    bytes,
    position,
  }: {
    readonly entries: number
    readonly rows: number
    readonly bytes: number
    readonly position: number
  },
): Both =>
  entries === 0
    ? {
        en: `${ledger}: nothing new since entry ${position}.`,
        nl: `${ledger}: niets nieuws sinds boeking ${position}.`,
      }
    : {
        en: `${ledger}: entries up to ${position}: ${entries} new, ${count(rows, "row").en}, ${bytes} bytes.`,
        nl: `${ledger}: boekingen tot en met ${position}: ${entries} nieuw, ${count(rows, "row").nl}, ${bytes} bytes.`,
      }

export const intact = (folder: string, ledgers: number, files: number): Both => ({
  en: `${folder}: intact: ${count(ledgers, "ledger").en}, ${count(files, "file").en} as the manifests name them.`,
  nl: `${folder}: ongeschonden: ${count(ledgers, "ledger").nl}, ${count(files, "file").nl} zoals in de inventaris.`,
})

export const notALake = (folder: string): Both => ({
  en: `${folder} is not a lake: it has no manifests. Check the path, or fill it with: grootboek lake export ${folder} --ledger LEDGER`,
  nl: `${folder} is geen datameer: er zijn geen inventarissen. Controleer het pad, of vul het met: grootboek lake export ${folder} --ledger GROOTBOEK`,
})

export const nameRefused = (name: string): Both => ({
  en: `"${name}" cannot be the name of a ledger in the lake: use 1 to 100 letters, digits, blanks, dots, dashes and underscores, without / and without two dots. Rename the file, or restore the ledger under another name.`,
  nl: `"${name}" kan geen naam van een grootboek in het datameer zijn: gebruik 1 tot 100 letters, cijfers, spaties, punten, streepjes en liggende streepjes, zonder / en zonder twee punten na elkaar. Hernoem het bestand, of zet het grootboek terug onder een andere naam.`,
})

export const nameTaken = (name: string, other: string): Both => ({
  en: `${name}: another ledger of the lake is called ${other}. Rename one of the two.`,
  nl: `${name}: een ander grootboek van het datameer heet ${other}. Hernoem een van de twee.`,
})

export const empty = (ledger: string): Both => ({
  en: `${ledger} has no entries, so there is nothing to export. Check the name of the ledger.`,
  nl: `${ledger} bevat geen boekingen, dus er is niets te exporteren. Controleer de naam van het grootboek.`,
})

export const manifestUnreadable = (path: string, problem: string): Both => ({
  en: `${path} is not a manifest: ${problem}. Restore it from a copy, or remove the ledger from the lake and export it again.`,
  nl: `${path} is geen geldige inventaris: afgebroken, van een ander formaat of van een ander grootboek. Zet een kopie terug, of verwijder het grootboek uit het datameer en exporteer het opnieuw.`,
})

export const anotherJournal = (ledger: string, position: number): Both => ({
  en: `${ledger}: the lake has another journal under this name: entry ${position} has another hash or is missing in the ledger. Verify the ledger; export to another folder or under another name.`,
  nl: `${ledger}: het datameer bevat een ander journaal onder deze naam: boeking ${position} heeft een andere hash of ontbreekt in het grootboek. Controleer het grootboek; exporteer naar een andere map of onder een andere naam.`,
})

/** Returns the message of a finding of the verification of a lake. */
export const finding = (found: Verifier.LakeFinding): Both => {
  switch (found._tag) {
    case "ManifestUnreadable":
      return manifestUnreadable(found.path, found.problem)
    case "SegmentMissing":
      return {
        en: `${found.ledger}: ${found.path} is missing. Restore it from a copy, or remove the ledger from the lake and export it again.`,
        nl: `${found.ledger}: ${found.path} ontbreekt. Zet een kopie terug, of verwijder het grootboek uit het datameer en exporteer het opnieuw.`,
      }
    case "SegmentChanged":
      return {
        en: `${found.ledger}: ${found.path} does not have the hash that the manifest names: it was changed or damaged. Restore it from a copy, or remove the ledger from the lake and export it again.`,
        nl: `${found.ledger}: ${found.path} heeft niet de hash die in de inventaris staat: het is gewijzigd of beschadigd. Zet een kopie terug, of verwijder het grootboek uit het datameer en exporteer het opnieuw.`,
      }
    case "ManifestAhead":
      return {
        en: `${found.ledger}: the manifest names entry ${found.position}, but its files reach entry ${found.reached}. Remove the ledger from the lake and export it again.`,
        nl: `${found.ledger}: de inventaris vermeldt boeking ${found.position}, maar de bestanden gaan tot boeking ${found.reached}. Verwijder het grootboek uit het datameer en exporteer het opnieuw.`,
      }
    case "ManifestBehind":
      return {
        en: `${found.ledger}: no manifest names ${found.path}: an export was stopped, or the manifest is an earlier one. Export the ledger again; if the file stays, remove it.`,
        nl: `${found.ledger}: ${found.path} staat in geen inventaris: een export werd afgebroken, of de inventaris is een vroegere. Exporteer het grootboek opnieuw; blijft het bestand, verwijder het dan.`,
      }
    case "NoLedgerOfCheckpoint":
      return {
        en: `the checkpoint is of ${found.origin}, and the lake has ${found.origins.join(", ") || "no ledger"}. Give the checkpoint of one of these.`,
        nl: `het controlepunt hoort bij ${found.origin}, en het datameer bevat ${found.origins.join(", ") || "geen grootboek"}. Geef het controlepunt van een van deze.`,
      }
    case "OtherJournal":
      return {
        en: `${found.ledger}: entry ${found.position} has another hash than the signed checkpoint: the lake was exported from another journal. Verify the ledger with the same checkpoint.`,
        nl: `${found.ledger}: boeking ${found.position} heeft een andere hash dan het ondertekende controlepunt: het datameer komt uit een ander journaal. Controleer het grootboek met hetzelfde controlepunt.`,
      }
    case "BehindCheckpoint":
      return {
        en: `${found.ledger}: the lake ends at entry ${found.position}, the checkpoint at ${found.signed}. Export the ledger again, or ask why entries are missing.`,
        nl: `${found.ledger}: het datameer eindigt bij boeking ${found.position}, het controlepunt bij ${found.signed}. Exporteer het grootboek opnieuw, of vraag na waarom er boekingen ontbreken.`,
      }
    case "BetweenExports":
      return {
        en: `${found.ledger}: the checkpoint is of entry ${found.signed}, and exports ended at ${found.positions.join(", ")}. Sign a checkpoint at the end of an export.`,
        nl: `${found.ledger}: het controlepunt hoort bij boeking ${found.signed}, en de exports eindigden bij ${found.positions.join(", ")}. Onderteken een controlepunt op het einde van een export.`,
      }
  }
}

export const checkpointNeedsKey: Both = {
  en: "give --checkpoint FILE and --key FILE together: the key shows who signed the checkpoint",
  nl: "geef --checkpoint BESTAND en --key BESTAND samen: de sleutel toont wie het controlepunt ondertekende",
}

export const allNeedsServer = (address: string): Both => ({
  en: `--all exports every ledger of a server, and ${address} is a file with one ledger. Leave out --all.`,
  nl: `--all exporteert elk grootboek van een server, en ${address} is een bestand met één grootboek. Laat --all weg.`,
})
