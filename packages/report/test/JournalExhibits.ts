/** An input for every damage, store error and finding. */
import type { Finding, JournalStore, Replay } from "@grootboek/core"
import type { Exhibits } from "./RefusalExhibits.ts"

/** Every damage. */
export const damages: Exhibits<Replay.ReplayError> = {
  PositionGap: ["an entry removed", { _tag: "PositionGap", position: 18, expected: 17 }],
  HashMismatch: [
    "one byte changed",
    { _tag: "HashMismatch", position: 17, stored: "1".repeat(64), computed: "2".repeat(64) },
  ],
  BrokenChain: [
    "an entry replaced, hash and all",
    { _tag: "BrokenChain", position: 18, previous: "1".repeat(64), expected: "2".repeat(64) },
  ],
  TimeWentBack: [
    "a record time set back",
    {
      _tag: "TimeWentBack",
      position: 18,
      time: "2026-01-01T00:00:00.000Z",
      previous: "2026-01-05T09:00:00.000Z",
    },
  ],
  MalformedEntry: [
    "an entry that is not JSON",
    {
      _tag: "MalformedEntry",
      position: 17,
      field: "(body)",
      problem: "SyntaxError: Unexpected end of JSON input",
      reason: { kind: "json" },
      offset: 120,
    },
  ],
  UnknownEvent: [
    "an event of a later version",
    { _tag: "UnknownEvent", position: 17, kind: "PlanMerged", version: 2 },
  ],
  AmountOverflow: [
    "a journal whose sums exceed a cell",
    {
      _tag: "AmountOverflow",
      position: 17,
      place: { phase: "estimate", direction: "U", account: "6140000", policyItem: "9090", action: "A10101" },
      year: 2026,
    },
  ],
}

/** Every store error. */
export const stores: Exhibits<JournalStore.StoreError> = {
  PositionConflict: [
    "two writers at once",
    { _tag: "PositionConflict", ledger: "main", expected: 71, actual: 72 },
  ],
  IdConflict: [
    "an id used again for other content",
    { _tag: "IdConflict", ledger: "main", conflicts: [{ id: "line:abc", position: 17 }] },
  ],
  Misfit: [
    "an event that breaks its schema",
    {
      _tag: "Misfit",
      ledger: "main",
      id: "line:abc",
      field: "event.amounts.2026",
      problem: "Expected an amount such as 12.50, with two to six decimals",
      reason: { kind: "amount" },
    },
  ],
  Damaged: [
    "a damaged export",
    {
      _tag: "Damaged",
      ledger: "main",
      damage: { _tag: "HashMismatch", position: 17, stored: "1".repeat(64), computed: "2".repeat(64) },
    },
  ],
  StoreFailed: [
    "a disk that is full",
    {
      _tag: "StoreFailed",
      operation: "append",
      reason: "DiskFull: budget.db: SQLITE_FULL",
      problem: { code: "DiskFull", place: "budget.db", detail: "SQLITE_FULL" },
    },
  ],
}

const found = <Code extends Finding.Code>(code: Code, message: string) => ({
  code,
  position: 17,
  field: "(body)",
  offset: 0,
  message,
})

/** Every finding. */
export const findings: {
  readonly [Code in Finding.Code]: readonly [cause: string, facts: Finding.Finding & { readonly code: Code }]
} = {
  PositionGap: ["an entry removed", found("PositionGap", "expected entry 17, found entry 18")],
  HashMismatch: [
    "one byte changed",
    found("HashMismatch", "entry 17 has the hash 2222…, but 1111… was recorded"),
  ],
  BrokenChain: [
    "an entry replaced",
    found("BrokenChain", "entry 18 follows 1111…, but the hash before it is 2222…"),
  ],
  TimeWentBack: ["a record time set back", found("TimeWentBack", "entry 18 was recorded before entry 17")],
  MalformedEntry: [
    "an entry that is not JSON",
    found("MalformedEntry", "entry 17 (body): Unexpected end of JSON input"),
  ],
  UnknownEvent: [
    "an event of a later version",
    found("UnknownEvent", "entry 17 holds PlanMerged of version 2"),
  ],
  NotCanonical: [
    "an entry with a blank added and hashed anew",
    found("NotCanonical", "entry 17 is not in canonical form"),
  ],
  IdReused: ["an id copied to another entry", found("IdReused", "entry 18 has the id line:abc of entry 17")],
  IdNotFound: ["an index that lost a row", found("IdNotFound", "entry 17 is not found by its id")],
  MalformedLine: [
    "a line of prose in an export",
    found("MalformedLine", "line 17 is neither an entry nor the last line"),
  ],
  CutLine: ["an export cut in the middle of a line", found("CutLine", "line 17 has no line end")],
  TrailerMissing: ["an export cut between lines", found("TrailerMissing", "the last line is missing")],
  TrailerMismatch: [
    "an export without its last entry",
    found("TrailerMismatch", "the last line declares 71 entries"),
  ],
  AfterTrailer: ["two exports in one file", found("AfterTrailer", "line 73 follows the last line")],
  BeforeCheckpoint: [
    "a journal without its tail",
    found("BeforeCheckpoint", "the journal is shorter than the checkpoint"),
  ],
  CheckpointMismatch: [
    "a journal rewritten",
    found("CheckpointMismatch", "the journal differs from that of the checkpoint"),
  ],
}
