/** Messages about stores that failed: what happened and what to do. */
import type { StoreProblem } from "@grootboek/core"
import type { Both } from "./Language.ts"

type Problem = StoreProblem.StoreProblem

const reread: Both = {
  en: "Whether the last append was recorded is not known: run the command again, nothing is written twice.",
  nl: "Het is niet zeker of de laatste boekingen zijn vastgelegd: voer de opdracht opnieuw uit, er wordt niets dubbel geschreven.",
}

const restore: Both = {
  en: "Stop writing to it, keep a copy, and restore the last export or backup into a new ledger.",
  nl: "Schrijf er niet meer in, bewaar een kopie, en zet de laatste export of reservekopie terug in een nieuw grootboek.",
}

const messages: Readonly<Record<StoreProblem.StoreProblemCode, (problem: Problem) => Both>> = {
  AppendOnly: ({ place }) => ({
    en: `${place} refused a change: entries are only ever appended. Reverse an entry with \`grootboek reverse\`.`,
    nl: `${place} weigerde een wijziging: boekingen worden alleen toegevoegd. Boek een boeking tegen met \`grootboek reverse\`.`,
  }),
  CannotOpen: ({ place }) => ({
    en: `${place} cannot be opened. Check that the file and its folder exist, and that you may read and write both.`,
    nl: `${place} kan niet worden geopend. Controleer of het bestand en de map bestaan, en of u beide mag lezen en schrijven.`,
  }),
  ConnectionLost: () => ({
    en: `The connection to the server broke. ${reread.en}`,
    nl: `De verbinding met de server is verbroken. ${reread.nl}`,
  }),
  Corrupt: ({ place }) => ({
    en: `${place} is damaged. ${restore.en}`,
    nl: `${place} is beschadigd. ${restore.nl}`,
  }),
  DamagedColumn: ({ place, detail }) => ({
    en: `${place} is damaged at ${detail}. ${restore.en}`,
    nl: `${place} is beschadigd bij ${detail}. ${restore.nl}`,
  }),
  DamagedHead: ({ place, detail }) => ({
    en: `The last entry of ledger ${place} cannot be read (${detail}). List all findings with \`grootboek verify\`.`,
    nl: `De laatste boeking van grootboek ${place} is niet leesbaar (${detail}). Vraag alle bevindingen op met \`grootboek verify\`.`,
  }),
  DiskFailed: ({ place }) => ({
    en: `The disk failed while ${place} was read or written. Verify the ledger before you go on.`,
    nl: `De schijf gaf een fout bij het lezen of schrijven van ${place}. Controleer het grootboek met \`grootboek verify\` voor u verdergaat.`,
  }),
  DiskFull: ({ place }) => ({
    en: `The disk is full: nothing was recorded in ${place}. Free some space, then run the command again.`,
    nl: `De schijf is vol: in ${place} is niets vastgelegd. Maak plaats vrij en voer de opdracht opnieuw uit.`,
  }),
  EmptyFile: ({ place }) => ({
    en: `${place} is an empty file, not a ledger. Create the ledger with \`grootboek init --ledger ${place} …\`.`,
    nl: `${place} is een leeg bestand, geen grootboek. Maak het grootboek aan met \`grootboek init --ledger ${place} …\`.`,
  }),
  HashRefused: () => ({
    en: "The database refused an entry whose hash does not match its body. Nothing was recorded; report this as a bug.",
    nl: "De databank weigerde een boeking waarvan de hash niet met de inhoud overeenstemt. Er is niets vastgelegd; meld dit als een fout in het programma.",
  }),
  IsFolder: ({ place }) => ({
    en: `${place} is a folder. Name a file in it, such as ${place}/ledger.db.`,
    nl: `${place} is een map. Geef een bestand in die map, zoals ${place}/grootboek.db.`,
  }),
  Locked: ({ place }) => ({
    en: `${place} is locked by another program. Let it finish or close it, then run the command again.`,
    nl: `${place} is vergrendeld door een ander programma. Laat dat eindigen of sluit het, en voer de opdracht opnieuw uit.`,
  }),
  LoginRefused: ({ place }) => ({
    en: `The server refused to log in ${place}. Check the name and the password.`,
    nl: `De server weigerde de aanmelding van ${place}. Controleer de naam en het wachtwoord.`,
  }),
  MigrationDiffers: ({ detail }) => ({
    en: `Migration ${detail} of this database differs from the one in this program. Use the program that created the database.`,
    nl: `Migratie ${detail} van deze databank verschilt van die in dit programma. Gebruik het programma waarmee de databank is aangemaakt.`,
  }),
  MigrationNeeded: ({ detail }) => ({
    en: `The database has version ${detail}. Ask its owner to migrate it.`,
    nl: `De databank heeft versie ${detail}. Vraag de eigenaar om ze te migreren.`,
  }),
  NewerVersion: ({ place, detail }) => ({
    en: `${place} was written by a later version of Grootboek (${detail}). Upgrade Grootboek.`,
    nl: `${place} is geschreven met een nieuwere versie van Grootboek (${detail}). Installeer een nieuwere versie.`,
  }),
  NoConnections: () => ({
    en: "The server has no free connections. Try again later, or raise its limit.",
    nl: "De server heeft geen vrije verbindingen. Probeer het later opnieuw, of verhoog de grens op de server.",
  }),
  NoDatabase: ({ place }) => ({
    en: `There is no such database: ${place}. Check the name, or ask an administrator to create it.`,
    nl: `Deze databank bestaat niet: ${place}. Controleer de naam, of vraag een beheerder om ze aan te maken.`,
  }),
  NoHost: ({ place }) => ({
    en: `There is no such host: ${place}. Check the address.`,
    nl: `Deze server bestaat niet: ${place}. Controleer het adres.`,
  }),
  NoLedger: ({ place }) => ({
    en: `No ledger at ${place}. Create it with \`grootboek init --ledger ${place} …\`, or check the path.`,
    nl: `Geen grootboek op ${place}. Maak het aan met \`grootboek init --ledger ${place} …\`, of controleer het pad.`,
  }),
  NoServer: ({ place }) => ({
    en: `No server answers at ${place}. Check that it runs, and check the host and the port.`,
    nl: `Er antwoordt geen server op ${place}. Controleer of hij draait, en controleer het adres en de poort.`,
  }),
  NoTables: ({ place }) => ({
    en: `${place} has no tables of Grootboek. Ask the owner of the database to migrate it first.`,
    nl: `${place} heeft geen tabellen van Grootboek. Vraag de eigenaar van de databank om ze eerst te migreren.`,
  }),
  NotADatabase: ({ place }) => ({
    en: `${place} is not a ledger, nor a SQLite database. Name another file, or restore an export into a new one.`,
    nl: `${place} is geen grootboek en ook geen SQLite-databank. Geef een ander bestand, of zet een export terug in een nieuw bestand.`,
  }),
  NotALedger: ({ place }) => ({
    en: `${place} is a SQLite database of another program. Name another file.`,
    nl: `${place} is een SQLite-databank van een ander programma. Geef een ander bestand.`,
  }),
  NotAdmitted: ({ place, detail }) => ({
    en: `The role ${detail} is not admitted to ledger ${place}. Ask the owner of the database.`,
    nl: `De gebruiker ${detail} heeft geen toegang tot grootboek ${place}. Vraag de eigenaar van de databank.`,
  }),
  PermissionDenied: ({ place }) => ({
    en: `${place}: this role is not admitted to the ledger, or may only read it. Ask the owner of the database.`,
    nl: `${place}: deze gebruiker heeft geen toegang tot het grootboek, of mag het alleen lezen. Vraag de eigenaar van de databank.`,
  }),
  ReadOnly: ({ place }) => ({
    en: `${place} may not be written to. Check the permissions of the file and its folder.`,
    nl: `In ${place} mag niet worden geschreven. Controleer de rechten op het bestand en de map.`,
  }),
  Replica: () => ({
    en: "This server is a read-only replica. Write to the primary.",
    nl: "Deze server is een kopie die alleen gelezen kan worden. Schrijf naar de hoofdserver.",
  }),
  ServerStopping: () => ({
    en: `The server is shutting down or starting. ${reread.en}`,
    nl: `De server wordt gestopt of gestart. ${reread.nl}`,
  }),
  TextRefused: ({ detail }) => ({
    en: `A text holds a character that PostgreSQL cannot store (${detail}). Remove it and run the command again.`,
    nl: `Een tekst bevat een teken dat PostgreSQL niet kan bewaren (${detail}). Verwijder het en voer de opdracht opnieuw uit.`,
  }),
  TimedOut: () => ({
    en: `The server took too long. ${reread.en}`,
    nl: `De server deed er te lang over. ${reread.nl}`,
  }),
  Unknown: ({ place, detail }) => ({
    en: `${place} failed: ${detail}. Verify the ledger before you go on.`,
    nl: `${place} gaf een onverwachte fout: ${detail}. Controleer het grootboek met \`grootboek verify\` voor u verdergaat.`,
  }),
  Untrusted: ({ place, detail }) => ({
    en: `${place} failed before (${detail}) and is not used any more. Reopen the ledger and verify it.`,
    nl: `${place} gaf eerder een fout (${detail}) en wordt niet meer gebruikt. Open het grootboek opnieuw en controleer het met \`grootboek verify\`.`,
  }),
}

/** Returns the message of a problem, with the code of the driver or the system behind it. */
export const message = (problem: Problem): Both => {
  const { en, nl } = messages[problem.code](problem)
  if (problem.detail === "" || en.includes(problem.detail)) return { en, nl }
  return { en: `${en.slice(0, -1)} (${problem.detail}).`, nl: `${nl.slice(0, -1)} (${problem.detail}).` }
}
