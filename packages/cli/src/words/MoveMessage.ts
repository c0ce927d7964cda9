/** Messages about a ledger that is moved, and about the file of routes that names its address. */
import { count } from "./Count.ts"
import type { Both } from "./Language.ts"

/** A ledger that was moved: its old and new address, its entries and its last hash. */
export interface Moved {
  readonly from: string
  readonly to: string
  readonly entries: number
  readonly hash: string
}

/** The ledger was moved; with the file of routes that was changed, if any. */
export const moved = ({ from, to, entries, hash }: Moved, routes: string | undefined): Both => {
  const { en, nl } = count(entries, "entry")
  return {
    en: `Moved: ${en}, last hash ${hash.slice(0, 12)}. ${routes === undefined ? `Use ${to} from now on.` : `${routes} names ${to} from now on.`} ${from} keeps its copy: let nobody write to it any more.`,
    nl: `Verplaatst: ${nl}, laatste hash ${hash.slice(0, 12)}. ${routes === undefined ? `Gebruik voortaan ${to}.` : `${routes} vermeldt voortaan ${to}.`} ${from} behoudt zijn kopie: laat niemand er nog in schrijven.`,
  }
}

export const samePlace = (address: string): Both => ({
  en: `The ledger is at ${address} already. Give another file or server with --to.`,
  nl: `Het grootboek staat al op ${address}. Geef met --to een ander bestand of een andere server.`,
})

export const empty = (address: string): Both => ({
  en: `${address} has no entries, so there is nothing to move. Check the name of the ledger.`,
  nl: `${address} bevat geen boekingen, dus er is niets te verplaatsen. Controleer de naam van het grootboek.`,
})

export const unsound = (address: string): Both => ({
  en: `${address} has findings and was not moved. List all of them with \`grootboek verify\`, and restore an intact export first.`,
  nl: `${address} heeft bevindingen en is niet verplaatst. Vraag ze allemaal op met \`grootboek verify\`, en zet eerst een ongeschonden export terug.`,
})

export const otherJournal = (address: string, position: number): Both => ({
  en: `${address} holds another journal: its entry ${position} is not in the ledger to move. Nothing was moved. Choose an empty ledger.`,
  nl: `${address} bevat een ander journaal: boeking ${position} staat niet in het grootboek dat u verplaatst. Er is niets verplaatst. Kies een leeg grootboek.`,
})

export const grew = (
  { from, to }: Pick<Moved, "from" | "to">,
  { moved: copied, last }: { readonly moved: number; readonly last: number },
): Both => ({
  en: `Another program wrote to ${from} during the move: ${to} has entries up to ${copied}, the ledger has entries up to ${last}. The address of the ledger did not change. Stop its writers and run the command again: only the new entries are copied.`,
  nl: `Een ander programma schreef tijdens het verplaatsen in ${from}: ${to} heeft boekingen tot en met ${copied}, het grootboek tot en met ${last}. Het adres van het grootboek is niet gewijzigd. Stop de programma's die erin schrijven en voer de opdracht opnieuw uit: alleen de nieuwe boekingen worden gekopieerd.`,
})

export const routeWithoutName = (file: string): Both => ({
  en: `routes:${file} names no ledger. Write routes:${file}?ledger=NAME.`,
  nl: `routes:${file} noemt geen grootboek. Schrijf routes:${file}?ledger=NAAM.`,
})

export const noRoute = (file: string, ledger: string, known: ReadonlyArray<string>): Both => {
  const some = known.slice(0, 10).join(", ")
  const more = known.length > 10 ? " …" : ""
  return {
    en: `${file} has no route for ledger ${ledger}${known.length === 0 ? "" : `, only for ${some}${more}`}. Check the name, or add its address to the file.`,
    nl: `${file} heeft geen route voor grootboek ${ledger}${known.length === 0 ? "" : `, alleen voor ${some}${more}`}. Controleer de naam, of voeg het adres toe aan het bestand.`,
  }
}

export const routeChanged = (file: string, ledger: string): Both => ({
  en: `${file}: the route of ledger ${ledger} changed during the move, and was left as it is. Check who moved the ledger, and run the command again.`,
  nl: `${file}: de route van grootboek ${ledger} is tijdens het verplaatsen gewijzigd, en bleef zoals ze is. Ga na wie het grootboek verplaatste, en voer de opdracht opnieuw uit.`,
})

export const notRoutes = (file: string): Both => ({
  en: `${file} is not a file of routes. Write JSON such as {"routes": {"gemeente-a": "postgres://writer@server/ledgers?ledger=gemeente-a"}}.`,
  nl: `${file} is geen routebestand. Schrijf JSON zoals {"routes": {"gemeente-a": "postgres://schrijver@server/grootboeken?ledger=gemeente-a"}}.`,
})
