/** Reading a journal: verifying, decoding and folding its entries, compared with reading and hashing the bytes alone. */
import { Journal, Replay, Verify } from "@grootboek/core"
import * as Result from "effect/Result"
import * as Journals from "./Journals.ts"
import * as Kinds from "./Kinds.ts"
import { inTurns } from "./Measure.ts"
import * as Table from "./Table.ts"

export const lines = (postings: number): ReadonlyArray<Table.Result> => {
  const size = postings.toLocaleString("en")
  // As a store returns them: each body in its own memory.
  const entries = [...Journals.sealed(postings)].map((one) => ({ ...one, body: Buffer.from(one.body) }))
  const texts = entries.map(({ body }) => body.toString("utf8"))
  const times = inTurns(
    {
      bytes: () => entries.reduce((sum, { body }) => body.reduce((all, byte) => all + byte, sum), 0),
      hash: () => entries.map(({ body }) => Journals.sha256(body)).length,
      ours: () => Result.getOrThrow(Replay.all(entries, Journals.sha256)),
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
  const line = (job: string, against: string, ours: number, theirs: number): Table.Result =>
    Table.atMost({ job, size, against }, each(ours), each(theirs), undefined)
  return [
    line(
      "an event: verified, decoded, folded",
      "reading its bytes one by one",
      times.ours.median,
      times.bytes.median,
    ),
    line("an event: verified, decoded, folded", "hashing its bytes", times.ours.median, times.hash.median),
    line(
      "an event: verified, decoded, folded",
      "JSON.parse of its text alone",
      times.ours.median,
      times.json.median,
    ),
    line("an event: hashed with its tag", "hashing its bytes", times.hashed.median, times.hash.median),
    line(
      "an event: opened with full error messages",
      "JSON.parse of its text alone",
      times.opened.median,
      times.json.median,
    ),
    ...ofKinds(5_400),
  ]
}

/** Measures events of all kinds, most of which are rare in a journal and larger than an estimate. */
const ofKinds = (count: number): ReadonlyArray<Table.Result> => {
  const proposals = Kinds.proposals(count)
  const entries = Kinds.sealed(proposals).map((one) => ({ ...one, body: Buffer.from(one.body) }))
  const texts = entries.map(({ body }) => body.toString("utf8"))
  const times = inTurns(
    {
      verified: () => {
        const { findings } = Verify.all(entries, Journals.sha256)
        if (findings.length > 0) throw new Error("a golden event is damaged")
      },
      json: () => texts.map((text) => JSON.parse(text)).length,
      sealed: () => Kinds.sealed(proposals).length,
      written: () => proposals.map(({ event }) => JSON.stringify(event)).length,
    },
    5,
  )
  const size = `${count.toLocaleString("en")} events`
  const line = (job: string, against: string, ours: number, theirs: number): Table.Result =>
    Table.atMost({ job, size, against }, ours / count, theirs / count, undefined)
  const [verified, json] = [times.verified.median, times.json.median]
  return [
    line("an event of any kind: verified and decoded", "JSON.parse of its text alone", verified, json),
    line(
      "an event of any kind: checked, encoded, hashed",
      "JSON.stringify of it alone",
      times.sealed.median,
      times.written.median,
    ),
  ]
}
