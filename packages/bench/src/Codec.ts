/** Reading a journal: verifying, decoding and folding its entries, compared with reading and hashing the bytes alone. */
import { BudgetEvent, Journal, Replay, Verify } from "@grootboek/core"
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
    ...ofEachKind(2_000),
    ...described(10_000),
  ]
}

/** Measures events of all kinds, most of which are rare in a journal and larger than an estimate. */
const ofKinds = (count: number): ReadonlyArray<Table.Result> => {
  const proposals = Kinds.proposals(count)
  const entries = Kinds.stored(proposals)
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

const repeats = 5

// Long enough for several garbage collections, which otherwise fall into the same few jobs of every round.
const repeated = (job: () => void) => (): void => {
  for (let turn = 0; turn < repeats; turn++) job()
}

/** The largest ratio for an event of a kind. Estimates and realisations have goals of their own. */
const goalOf = (kind: BudgetEvent.Kind): number | undefined => {
  if (kind === "EstimatePosted" || kind === "ActualRecorded") return undefined
  return kind === "StructureDeclared" ? 2 : 1.5
}

/**
 * Measures reading the entries of each kind, from bytes to events: the chain, the id and the content are checked, as `verify`
 * does. The hash of an entry is taken from the entry, because hashing has a row of its own.
 */
const ofEachKind = (count: number): ReadonlyArray<Table.Result> => {
  const jobs: Record<string, () => unknown> = {}
  for (const kind of BudgetEvent.kinds) {
    const entries = Kinds.stored(Kinds.ofKind(kind, count))
    jobs[`${kind} read`] = repeated(() => {
      let at = 0
      const { findings } = Verify.all(entries, () => entries[at++]?.hash ?? "")
      if (findings.length > 0) throw new Error("a golden event is damaged")
    })
    jobs[`${kind} parsed`] = repeated(() => {
      for (const { body } of entries) JSON.parse(body.toString("utf8"))
    })
  }
  const times = inTurns(jobs, 5)
  const each = (job: string): number => (times[job]?.median ?? 0) / count / repeats
  return BudgetEvent.kinds.map((kind) =>
    Table.atMost(
      {
        job: `${kind}: read`,
        size: `${count.toLocaleString("en")} events`,
        against: "JSON.parse of the same bytes",
      },
      each(`${kind} read`),
      each(`${kind} parsed`),
      goalOf(kind),
    ),
  )
}

/** Measures estimates and realisations whose descriptions are all different. */
const described = (count: number): ReadonlyArray<Table.Result> => {
  const [plain, accents] = [
    Kinds.stored(Kinds.described(count, "plain")),
    Kinds.stored(Kinds.described(count, "accents")),
  ]
  const times = inTurns({
    plain: () => Result.getOrThrow(Replay.all(plain, Journals.sha256)),
    accents: () => Result.getOrThrow(Replay.all(accents, Journals.sha256)),
  })
  const job = "an estimate or realisation, each with a description: verified, decoded, folded"
  const size = `${count.toLocaleString("en")} events`
  return [
    Table.within({ job, size }, times.plain.median / count, undefined),
    Table.within({ job: `${job}, with accents`, size }, times.accents.median / count, 0.006),
  ]
}
