/** Messages about files that are read or written. */
import type { Finding, Remark } from "@grootboek/core"
import { FindingText, RemarkText } from "@grootboek/report"
import type { Both, Language } from "./Language.ts"

export const isFolder = (path: string): Both => ({
  en: `${path} is a folder. Give the path of a file in it.`,
  nl: `${path} is een map. Geef het pad van een bestand in die map.`,
})

/** A file is too long to be a key, a checkpoint, a proof or a mapping. */
export const tooLong = (path: string): Both => ({
  en: `${path} is longer than a megabyte, so it is no key, checkpoint, proof or mapping. Check the path.`,
  nl: `${path} is langer dan een megabyte, en dus geen sleutel, controlepunt, bewijs of kolomtoewijzing. Controleer het pad.`,
})

export const isStream = (path: string): Both => ({
  en: `${path} is a pipe or a device, and an import reads its files more than once. Save it as a file first.`,
  nl: `${path} is geen gewoon bestand, en een import leest zijn bestanden meer dan één keer. Bewaar het eerst als bestand.`,
})

export const severalSheets = (name: string, sheets: ReadonlyArray<string>): Both => {
  const list = sheets.map((sheet) => `"${sheet}"`).join(", ")
  return {
    en: `${name}: the sheets ${list} all hold such a table. Choose one with --sheet.`,
    nl: `${name}: de bladen ${list} bevatten allemaal zo'n tabel. Kies er één met --sheet.`,
  }
}

/** Returns a message after the name of its file. */
export const within = (file: string, { en, nl }: Both): Both => ({
  en: `${file}: ${en}`,
  nl: `${file}: ${nl}`,
})

export const about = <Fault>(
  name: string,
  words: { readonly message: (fault: Fault, language: keyof Both) => string },
  fault: Fault,
): Both => within(name, { en: words.message(fault, "en"), nl: words.message(fault, "nl") })

export const unreadable = (path: string, code: string): Both => ({
  en: `${path}: cannot be read (${code}). Check the path and its permissions.`,
  nl: `${path}: kan niet worden gelezen (${code}). Controleer het pad en de rechten.`,
})

export const unwritable = (path: string, code: string): Both => ({
  en: `${path}: cannot be written (${code}); check the folder and its permissions.`,
  nl: `${path}: kan niet worden geschreven (${code}); controleer de map en de rechten.`,
})

export const outputFailed = (code: string): Both => ({
  en: `The answer cannot be written to standard output (${code}). Free some space or write to another file, then run the command again.`,
  nl: `Het antwoord kan niet naar de standaarduitvoer worden geschreven (${code}). Maak plaats vrij of schrijf naar een ander bestand, en voer de opdracht opnieuw uit.`,
})

/** A database is never overwritten. */
export const isDatabase = (path: string): Both => ({
  en: `${path} is a database, which may be a ledger, and is not overwritten. Give the path of another file.`,
  nl: `${path} is een databank, misschien een grootboek, en wordt niet overschreven. Geef het pad van een ander bestand.`,
})

/** A key is never overwritten. */
export const isKey = (path: string): Both => ({
  en: `${path}: there is a key here, which is not overwritten. Give the path of another file.`,
  nl: `${path} bevat een sleutel en wordt niet overschreven. Geef het pad van een ander bestand.`,
})

export const rejectsIsInput = (path: string): Both => ({
  en: `--rejects ${path} is a file that is imported: name another file for the refused rows.`,
  nl: `--rejects ${path} is een bestand dat geïmporteerd wordt: geef een ander bestand voor de geweigerde rijen.`,
})

export const finding = (file: string, found: Finding.Finding): Both => {
  const { en, nl } = FindingText.problem(found)
  const step = (language: Language) =>
    found.code === "LineEndsChanged" ? `. ${FindingText.advice(found.code, language)}` : ""
  return {
    en: `${file}: ${found.code}: ${en}${step("en")}`,
    nl: `${file}: ${found.code}: ${nl}${step("nl")}`,
  }
}

/** An export passed through a program that writes UTF-16. */
export const journalInUtf16 = (file: string): Both => ({
  en: `${file}: the file is UTF-16 text, as PowerShell writes it with ">", so its entries cannot be checked. Export the journal again with --out FILE, or save the file as UTF-8 without a byte order mark.`,
  nl: `${file}: het bestand is UTF-16-tekst, zoals PowerShell die schrijft met ">", dus de boekingen kunnen niet gecontroleerd worden. Exporteer het journaal opnieuw met --out BESTAND, of bewaar het bestand als UTF-8 zonder bytevolgordemarkering.`,
})

export const moreFindings = (count: number): Both => ({
  en: `… and ${count} more findings.`,
  nl: `… en nog ${count} bevindingen.`,
})

/** A remark about a valid entry of an export. */
export const remark = (file: string, found: Remark.Remark): Both => ({
  en: `${file}: note: ${RemarkText.message(found, "en")}`,
  nl: `${file}: opmerking: ${RemarkText.message(found, "nl")}`,
})

export const changed = (path: string): Both => ({
  en: `${path} changed while it was restored. Verify the ledger, and restore into a new one.`,
  nl: `${path} is gewijzigd tijdens het terugzetten. Controleer het grootboek, en zet terug in een nieuw grootboek.`,
})

export const written = (path: string): Both => ({ en: `Written: ${path}`, nl: `Geschreven: ${path}` })

export const moreAmbiguous = (name: string, count: number): Both => ({
  en: `${name}: ${count === 1 ? "1 more figure" : `${count} more figures`} can be read in two ways. Declare the format of all of them with one --numbers.`,
  nl: `${name}: nog ${count === 1 ? "1 cijfer kan" : `${count} cijfers kunnen`} op twee manieren gelezen worden. Geef met --numbers de notatie van alle cijfers samen op.`,
})

export const moreNotes = (file: string, count: number): Both => ({
  en: `${file}: and ${count} more notes`,
  nl: `${file}: en nog ${count} opmerkingen`,
})
