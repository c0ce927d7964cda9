/** Messages about stores on a server: its address, its roles, and what its database refuses. */
import type { Both } from "../Language.ts"
import { again, messagesOf } from "./StoreAdvice.ts"

const reread = again(
  {
    en: "Whether the last append was recorded is not known:",
    nl: "Het is niet zeker of de laatste boekingen zijn vastgelegd:",
  },
  { en: ", nothing is written twice.", nl: ", er wordt niets dubbel geschreven." },
)

/** Returns the entry and the field that a database refused, from a detail such as `17: previous`; otherwise the code. */
const entryOf = (detail: string): Both => {
  const [entry = "", field] = detail.split(": ")
  if (field === undefined) return { en: `an entry (${detail})`, nl: `een boeking (${detail})` }
  const { en, nl } = refusedFields[field] ?? { en: field, nl: field }
  return { en: `entry ${entry} (${en})`, nl: `boeking ${entry} (${nl})` }
}

const refusedFields: Readonly<Record<string, Both>> = {
  ahead: { en: "time", nl: "tijdstip" },
  id: { en: "id", nl: "code" },
  lengths: { en: "lengths", nl: "lengtes" },
  position: { en: "position", nl: "volgnummer" },
  previous: { en: "previous hash", nl: "vorige hash" },
  time: { en: "time", nl: "tijdstip" },
}

export const serverProblems = messagesOf({
  CertificateRefused: ({ place, detail }) => ({
    en: `The TLS certificate of ${place} was refused (${detail}). Name the certificate of its issuer: add sslmode=verify-full&sslrootcert=FILE to the address.`,
    nl: `Het TLS-certificaat van ${place} is geweigerd (${detail}). Geef het certificaat van de uitgever op: voeg sslmode=verify-full&sslrootcert=BESTAND toe aan het adres.`,
  }),
  ConnectionLost: () => ({
    en: `The connection to the server broke.`,
    nl: `De verbinding met de server is verbroken.`,
    ...reread,
  }),
  EntryRefused: ({ detail }) => ({
    en: `The database refused ${entryOf(detail).en}: it does not follow the entry before it, or its columns differ from its content. Nothing was recorded.`,
    nl: `De databank weigerde ${entryOf(detail).nl}: ze volgt niet op de vorige boeking, of de kolommen verschillen van de inhoud. Er is niets vastgelegd.`,
    next: {
      en: "Repeat the call, and report this as a bug if it returns.",
      nl: "Herhaal de aanroep, en meld dit als een fout in het programma als het terugkeert.",
    },
    command: {
      en: "Run the command again, and report this as a bug if it returns.",
      nl: "Voer de opdracht opnieuw uit, en meld dit als een fout in het programma als het terugkeert.",
    },
  }),
  Exhausted: ({ place }) => ({
    en: `${place} has used up what its roles share: locks, memory or notifications. Nothing was recorded. Ask an administrator which connection uses it, and which roles may connect.`,
    nl: `${place} heeft opgebruikt wat haar rollen delen: vergrendelingen, geheugen of meldingen. Er is niets vastgelegd. Vraag een beheerder welke verbinding het gebruikt, en welke rollen mogen verbinden.`,
  }),
  Forgotten: ({ place, detail }) => ({
    en: `The journal of ${place} on the server does not contain an entry that was acknowledged before: ${detail}. Nothing was written.`,
    nl: `Het journaal van ${place} op de server mist een boeking die eerder bevestigd is: ${detail}. Er is niets geschreven.`,
    next: {
      en: "Stop all writers, compare the journal with a signed checkpoint, and import the missing files again from an empty folder of heads.",
      nl: "Stop alle programma's die schrijven, vergelijk het journaal met een ondertekend controlepunt, en importeer de ontbrekende bestanden opnieuw met een lege map voor de laatste posities.",
    },
    command: {
      en: "Stop all writers and run `grootboek verify --checkpoints DIR --key FILE`. Then move the folder of heads away, import the missing files again, and sign a checkpoint.",
      nl: "Stop alle programma's die schrijven en voer `grootboek verify --checkpoints MAP --key BESTAND` uit. Verplaats daarna de map met laatste posities, importeer de ontbrekende bestanden opnieuw, en onderteken een controlepunt.",
    },
  }),
  HashRefused: () => ({
    en: "The database refused an entry whose hash does not match its body. Nothing was recorded; report this as a bug.",
    nl: "De databank weigerde een boeking waarvan de hash niet met de inhoud overeenstemt. Er is niets vastgelegd; meld dit als een fout in het programma.",
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
    en: `The tables of this database are of an earlier version (${detail}): the ledger can be read, but nothing is written.`,
    nl: `De tabellen van deze databank zijn van een vorige versie (${detail}): het grootboek kan worden gelezen, maar er wordt niets geschreven.`,
    next: {
      en: "Ask the owner of the database to migrate its tables.",
      nl: "Vraag de eigenaar van de databank om de tabellen te migreren.",
    },
    command: {
      en: "Ask the owner of the database to run `grootboek migrate --ledger postgres://OWNER@HOST/DATABASE`.",
      nl: "Vraag de eigenaar van de databank om `grootboek migrate --ledger postgres://EIGENAAR@SERVER/DATABANK` uit te voeren.",
    },
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
  Replica: () => ({
    en: "This server is a read-only replica. Write to the primary.",
    nl: "Deze server is een kopie die alleen gelezen kan worden. Schrijf naar de hoofdserver.",
  }),
  ServerStopping: () => ({
    en: `The server is shutting down or starting.`,
    nl: `De server wordt gestopt of gestart.`,
    ...reread,
  }),
  TextRefused: ({ detail }) => ({
    en: `A text holds a character that PostgreSQL cannot store (${detail}).`,
    nl: `Een tekst bevat een teken dat PostgreSQL niet kan bewaren (${detail}).`,
    ...again({ en: "Remove it and", nl: "Verwijder het en" }),
  }),
  TimeAhead: ({ detail }) => ({
    en: `The server refused ${entryOf(detail).en}: its time is more than five minutes ahead of the clock of the server. Nothing was recorded. Set the clock of this computer; only the owner of the database may restore a journal with such times.`,
    nl: `De server weigerde ${entryOf(detail).nl}: het tijdstip ligt meer dan vijf minuten voor op de klok van de server. Er is niets vastgelegd. Zet de klok van deze computer juist; alleen de eigenaar van de databank kan een journaal met zulke tijdstippen terugzetten.`,
  }),
  TimedOut: () => ({
    en: `The server took too long.`,
    nl: `De server deed er te lang over.`,
    ...reread,
  }),
})
