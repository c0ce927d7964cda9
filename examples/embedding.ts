import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { Archive, Explain, Ledger, Money, Replay } from "@grootboek/core"
import * as Result from "effect/Result"

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")
const { sealed } = Archive.read(readFileSync(process.argv[2] ?? "out/w13/journal.ndjson"), sha256)
const ledger = Result.getOrThrow(Replay.all(sealed, sha256)) // every hash is checked on the way
const at = Result.getOrThrow(Ledger.moment(ledger, "plan:2026/0"))
const cell = { form: "M2", row: "Autofinancieringsmarge/III", year: 2031 } as const
const { exact, postings } = Result.getOrThrow(Explain.cell(ledger, cell, { at }))
console.log(`${Money.format(exact)} euro, the sum of ${postings.length} postings`)
