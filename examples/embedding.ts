import { Money, open } from "grootboek"

// Every hash is checked; a journal that was changed or cut is refused.
const ledger = await open(process.argv[2] ?? "out/w13/journal.ndjson")
const cell = { form: "M2", row: "Autofinancieringsmarge/III", year: 2031 } as const
const { exact, postings } = await ledger.explain(cell, { at: "plan:2026/0" })
console.log(`${Money.format(exact)} euro, the sum of ${postings.length} postings`)
