/** The journal and its entries. */

export const journal = {
  title: { nl: "Journaal", en: "Journal" },
  search: { nl: "Zoek op soort, bestand of nummer", en: "Search by kind, file or number" },
  count: {
    nl: (shown: string, all: string) => `${shown} van ${all} boekingen`,
    en: (shown: string, all: string) => `${shown} of ${all} entries`,
  },
  entry: { nl: (position: string) => `Boeking ${position}`, en: (position: string) => `Entry ${position}` },
  id: { nl: "Code", en: "Id" },
  actor: { nl: "Door", en: "By" },
  number: { nl: "Nummer", en: "Number" },
  kind: { nl: "Soort", en: "Kind" },
  line: { nl: "Regel", en: "Line" },
  time: { nl: "Geregistreerd", en: "Recorded" },
  source: { nl: "Bron", en: "Source" },
  sourceHash: { nl: "SHA-256 van de bron", en: "SHA-256 of the source" },
  previous: { nl: "Vorige hash", en: "Previous hash" },
  hash: { nl: "Hash", en: "Hash" },
  event: { nl: "Gegevens zoals opgeslagen (JSON)", en: "Data as stored (JSON)" },
  postings: { nl: "Mutaties", en: "Postings" },
  show: { nl: "Toon de staten op dit moment", en: "Show the statements at this moment" },
  download: { nl: "Bewaar het journaal (NDJSON)", en: "Save the journal (NDJSON)" },
  list: { nl: "Boekingen", en: "Entries" },
  pick: { nl: "Kies een boeking.", en: "Choose an entry." },
}
