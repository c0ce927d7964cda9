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
  CertificateRefused: ({ place, detail }) => ({
    en: `The TLS certificate of ${place} was refused (${detail}). Name the certificate of its issuer: add sslmode=verify-full&sslrootcert=FILE to the address.`,
    nl: `Het TLS-certificaat van ${place} is geweigerd (${detail}). Geef het certificaat van de uitgever op: voeg sslmode=verify-full&sslrootcert=BESTAND toe aan het adres.`,
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
  EntryRefused: ({ detail }) => ({
    en: `The database refused entry ${detail}: it does not follow from the entry before it, or its columns differ from its body. Nothing was recorded; run the command again, and report this as a bug if it returns.`,
    nl: `De databank weigerde boeking ${detail}: ze volgt niet op de vorige boeking, of de kolommen verschillen van de inhoud. Er is niets vastgelegd; voer de opdracht opnieuw uit, en meld dit als een fout in het programma als het terugkeert.`,
  }),
  HardLink: ({ place, detail }) => ({
    en: `${place} has ${detail} names (hard links). Programs that use different names do not see each other, and entries would be lost. Nothing was written. Remove the other names (\`find . -samefile ${place}\` lists them), or make a copy that has one name (\`cp ${place} COPY.db\`) and write to that.`,
    nl: `${place} heeft ${detail} namen (harde koppelingen). Programma's die verschillende namen gebruiken, zien elkaar niet, en boekingen zouden verloren gaan. Er is niets geschreven. Verwijder de andere namen (\`find . -samefile ${place}\` toont ze), of maak een kopie met één naam (\`cp ${place} KOPIE.db\`) en schrijf daarin.`,
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
    en: `The server refused to log in ${place}. Check the name and the password, and whether the server demands TLS (sslmode=verify-full).`,
    nl: `De server weigerde de aanmelding van ${place}. Controleer de naam en het wachtwoord, en of de server TLS vereist (sslmode=verify-full).`,
  }),
  MigrationDiffers: ({ detail }) => ({
    en: `Migration ${detail} of this database differs from the one in this program. Use the program that created the database.`,
    nl: `Migratie ${detail} van deze databank verschilt van die in dit programma. Gebruik het programma waarmee de databank is aangemaakt.`,
  }),
  MigrationNeeded: ({ detail }) => ({
    en: `The tables of this database are of an earlier version (${detail}): the ledger can be read, but nothing is written. Ask the owner of the database to run \`grootboek migrate --ledger postgres://OWNER@HOST/DATABASE\`.`,
    nl: `De tabellen van deze databank zijn van een vorige versie (${detail}): het grootboek kan worden gelezen, maar er wordt niets geschreven. Vraag de eigenaar van de databank om \`grootboek migrate --ledger postgres://EIGENAAR@HOST/DATABANK\` uit te voeren.`,
  }),
  NewerVersion: ({ place, detail }) => ({
    en: `${place} was written by a later version of Grootboek (${detail}). Upgrade Grootboek.`,
    nl: `${place} is geschreven met een nieuwere versie van Grootboek (${detail}). Installeer een nieuwere versie.`,
  }),
  NoAnswer: ({ place, detail }) => ({
    en: `${place} did not answer within ${detail}. Check the host and the port, and whether a firewall is in between.`,
    nl: `${place} antwoordde niet binnen ${detail}. Controleer het adres en de poort, en of er een firewall tussen zit.`,
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
  NoTls: ({ place }) => ({
    en: `${place} does not support TLS, and the address demands it. Ask the administrator of the server to turn it on (ssl = on).`,
    nl: `${place} ondersteunt geen TLS, en het adres vraagt erom. Vraag de beheerder van de server om het in te schakelen (ssl = on).`,
  }),
  NotADatabase: ({ place }) => ({
    en: `${place} is not a ledger, nor a SQLite database. Name another file, or restore an export into a new one.`,
    nl: `${place} is geen grootboek en ook geen SQLite-databank. Geef een ander bestand, of zet een export terug in een nieuw bestand.`,
  }),
  NotAFile: ({ place }) => ({
    en: `${place} is a pipe, a socket or a device, which cannot hold a ledger. Name a regular file.`,
    nl: `${place} is geen gewoon bestand en kan geen grootboek bevatten. Geef een gewoon bestand.`,
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
  PoolFull: ({ detail }) => ({
    en: `All ${detail} connections of this program are in use by readers that have not ended. End a reader, or allow more connections.`,
    nl: `Alle ${detail} verbindingen van dit programma zijn in gebruik door lezers die nog niet klaar zijn. Beëindig een lezer, of sta meer verbindingen toe.`,
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
  TimeAhead: ({ detail }) => ({
    en: `The server refused entry ${detail}: its time lies more than five minutes ahead of the clock of the server. Nothing was recorded. Set the clock of this computer; only the owner of the database may restore a journal with such times.`,
    nl: `De server weigerde boeking ${detail}: het tijdstip ligt meer dan vijf minuten voor op de klok van de server. Er is niets vastgelegd. Zet de klok van deze computer juist; alleen de eigenaar van de databank kan een journaal met zulke tijdstippen terugzetten.`,
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
