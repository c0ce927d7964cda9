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

const found = <Facts extends Finding.FindingFacts>(facts: Facts) => ({
  code: facts._tag,
  position: 17,
  field: "(body)",
  offset: 0,
  facts,
})

const [one, other] = ["1".repeat(64), "2".repeat(64)]

/** Every finding. */
export const findings: {
  readonly [Code in Finding.Code]: readonly [
    cause: string,
    finding: Finding.Finding & { readonly facts: Extract<Finding.FindingFacts, { readonly _tag: Code }> },
  ]
} = {
  PositionGap: ["an entry removed", found({ _tag: "PositionGap", expected: 16, claimed: 17 })],
  HashMismatch: ["one byte changed", found({ _tag: "HashMismatch", computed: other, stored: one })],
  BrokenChain: ["an entry replaced", found({ _tag: "BrokenChain", previous: one, expected: other })],
  TimeWentBack: [
    "a record time set back",
    found({
      _tag: "TimeWentBack",
      time: "2026-01-01T00:00:00.000Z",
      previous: "2026-01-05T09:00:00.000Z",
    }),
  ],
  MalformedEntry: [
    "an entry that is not JSON",
    found({
      _tag: "MalformedEntry",
      field: "(body)",
      problem: "SyntaxError: Unexpected end of JSON input",
      reason: { kind: "json" },
    }),
  ],
  UnknownEvent: [
    "an event of a later version",
    found({ _tag: "UnknownEvent", kind: "PlanMerged", version: 2 }),
  ],
  InvalidEntry: [
    "an estimate on an action that is not declared, added to the file and hashed anew",
    found({ _tag: "InvalidEntry", reason: { _tag: "UnknownAction", action: "A99999" } }),
  ],
  IdReused: ["an id copied to another entry", found({ _tag: "IdReused", id: "line:abc", earlier: 16 })],
  IdNotFound: ["an index that lost a row", found({ _tag: "IdNotFound" })],
  LineEndsChanged: [
    "an export that was sent as text by mail",
    found({ _tag: "LineEndsChanged", marks: ["carriageReturns", "blankEnd"] }),
  ],
  MalformedLine: ["a line of prose in an export", found({ _tag: "MalformedLine", line: 17 })],
  LineTooLong: [
    "a file of one line of 400 MB",
    found({ _tag: "LineTooLong", line: 1, length: 400_000_000, most: 67_108_864 }),
  ],
  CutLine: ["an export cut in the middle of a line", found({ _tag: "CutLine", line: 17 })],
  TrailerMissing: ["an export cut between lines", found({ _tag: "TrailerMissing", last: 16 })],
  TrailerMismatch: [
    "an export without its last entry",
    found({ _tag: "TrailerMismatch", entries: 17, head: one, last: 16, hash: other }),
  ],
  AfterTrailer: ["two exports in one file", found({ _tag: "AfterTrailer", line: 19 })],
  BeforeCheckpoint: [
    "a journal without its tail",
    found({ _tag: "BeforeCheckpoint", entries: 17, last: 12 }),
  ],
  OtherOrigin: [
    "the checkpoint of another authority",
    found({ _tag: "OtherOrigin", origin: "grootboek/W13", expected: "grootboek/Lier" }),
  ],
  CheckpointMismatch: [
    "a journal rewritten",
    found({ _tag: "CheckpointMismatch", entries: 17, hash: one, signed: other }),
  ],
}
