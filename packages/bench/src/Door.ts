/** The door through which a journal is read: ours against the floor of reading and hashing its bytes. */
import { Journal, Ledger } from "@grootboek/core"
import * as Result from "effect/Result"
import * as Journals from "./Journals.ts"
import { inTurns } from "./Measure.ts"
import * as Table from "./Table.ts"

/** The lines about the door. */
export const lines = (postings: number): ReadonlyArray<Table.Line> => {
  const size = postings.toLocaleString("en")
  // As a store hands them out: each body in memory of its own.
  const entries = [...Journals.sealed(postings)].map((one) => ({ ...one, body: Buffer.from(one.body) }))
  const texts = entries.map(({ body }) => body.toString("utf8"))
  const times = inTurns(
    {
      bytes: () => entries.reduce((sum, { body }) => body.reduce((all, byte) => all + byte, sum), 0),
      hash: () => entries.map(({ body }) => Journals.sha256(body)).length,
      ours: () => Result.getOrThrow(Ledger.replay(entries, Journals.sha256)),
      hashed: () => entries.map(({ body }) => Journal.hashOf(body, Journals.sha256)).length,
      json: () => texts.map((text) => JSON.parse(text)).length,
      opened: () => {
        let head = Journal.genesis
        for (const one of entries)
          head = Journal.headOf(Result.getOrThrow(Journal.open(one, head, Journals.sha256)))
      },
    },
    5,
  )
  const each = (ms: number): number => ms / entries.length
  const line = (job: string, against: string, ours: number, theirs: number): Table.Line =>
    Table.atMost({ job, size, against }, each(ours), each(theirs), undefined)
  return [
    line(
      "an event: verified, read at a glance, folded",
      "reading its bytes one by one",
      times.ours.median,
      times.bytes.median,
    ),
    line(
      "an event: verified, read at a glance, folded",
      "hashing its bytes",
      times.ours.median,
      times.hash.median,
    ),
    line(
      "an event: verified, read at a glance, folded",
      "JSON.parse of its text alone",
      times.ours.median,
      times.json.median,
    ),
    line("an event: hashed with its tag", "hashing its bytes", times.hashed.median, times.hash.median),
    line(
      "an event: opened with every word about what is wrong",
      "JSON.parse of its text alone",
      times.opened.median,
      times.json.median,
    ),
  ]
}
