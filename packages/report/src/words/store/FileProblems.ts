/** Messages about stores that are files, and about disks. */
import type { Both } from "../Language.ts"
import { again, messagesOf, verify } from "./StoreAdvice.ts"

const restore: Both = {
  en: "Stop writing to it, keep a copy, and restore the last export or backup into a new ledger.",
  nl: "Schrijf er niet meer in, bewaar een kopie, en zet de laatste export of reservekopie terug in een nieuw grootboek.",
}

export const fileProblems = messagesOf({
  CannotOpen: ({ place }) => ({
    en: `${place} cannot be opened. Check that the file and its folder exist, and that you may read and write both.`,
    nl: `${place} kan niet worden geopend. Controleer of het bestand en de map bestaan, en of u beide mag lezen en schrijven.`,
  }),
  Corrupt: ({ place }) => ({
    en: `${place} is damaged. ${restore.en}`,
    nl: `${place} is beschadigd. ${restore.nl}`,
  }),
  DamagedColumn: ({ place, detail }) => ({
    en: `${place} is damaged at ${detail}. ${restore.en}`,
    nl: `${place} is beschadigd bij ${detail}. ${restore.nl}`,
  }),
  DiskFailed: ({ place }) => ({
    en: `The disk failed while ${place} was read or written.`,
    nl: `De schijf gaf een fout bij het lezen of schrijven van ${place}.`,
    ...verify,
  }),
  DiskFull: ({ place }) => ({
    en: `The disk is full: nothing was recorded in ${place}.`,
    nl: `De schijf is vol: in ${place} is niets vastgelegd.`,
    ...again({ en: "Free some space, then", nl: "Maak plaats vrij en" }),
  }),
  EmptyFile: ({ place }) => ({
    en: `${place} is an empty file, not a ledger.`,
    nl: `${place} is een leeg bestand, geen grootboek.`,
    next: {
      en: 'Remove the file and create the ledger with access "create", or name another file.',
      nl: 'Verwijder het bestand en maak het grootboek aan met access "create", of geef een ander bestand.',
    },
    command: {
      en: `Create the ledger with \`grootboek init --ledger ${place} …\`.`,
      nl: `Maak het grootboek aan met \`grootboek init --ledger ${place} …\`.`,
    },
  }),
  HardLink: ({ place, detail }) => ({
    en: `${place} has ${detail} names (hard links). Programs that use different names do not see each other, and entries would be lost. Nothing was written. Remove the other names (\`find . -samefile ${place}\` lists them), or make a copy that has one name (\`cp ${place} COPY.db\`) and write to that.`,
    nl: `${place} heeft ${detail} namen (harde koppelingen). Programma's die verschillende namen gebruiken, zien elkaar niet, en boekingen zouden verloren gaan. Er is niets geschreven. Verwijder de andere namen (\`find . -samefile ${place}\` toont ze), of maak een kopie met één naam (\`cp ${place} KOPIE.db\`) en schrijf daarin.`,
  }),
  IsFolder: ({ place }) => ({
    en: `${place} is a folder. Name a file in it, such as ${place}/ledger.db.`,
    nl: `${place} is een map. Geef een bestand in die map, zoals ${place}/grootboek.db.`,
  }),
  Locked: ({ place }) => ({
    en: `${place} is locked by another program.`,
    nl: `${place} is vergrendeld door een ander programma.`,
    ...again({ en: "Let it finish or close it, then", nl: "Laat dat eindigen of sluit het, en" }),
  }),
  NewerVersion: ({ place, detail }) => ({
    en: `${place} was written by a later version of Grootboek (${detail}). Upgrade Grootboek.`,
    nl: `${place} is geschreven met een nieuwere versie van Grootboek (${detail}). Installeer een nieuwere versie.`,
  }),
  NoLedger: ({ place }) => ({
    en: `No ledger at ${place}.`,
    nl: `Geen grootboek op ${place}.`,
    next: {
      en: 'Create it with access "create", or check the path.',
      nl: 'Maak het aan met access "create", of controleer het pad.',
    },
    command: {
      en: `Create it with \`grootboek init --ledger ${place} …\`, or check the path.`,
      nl: `Maak het aan met \`grootboek init --ledger ${place} …\`, of controleer het pad.`,
    },
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
  ReadOnly: ({ place }) => ({
    en: `${place} may not be written to. Check the permissions of the file and its folder.`,
    nl: `In ${place} mag niet worden geschreven. Controleer de rechten op het bestand en de map.`,
  }),
})
