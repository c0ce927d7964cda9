/** The error gallery of checkpoints: every refusal of a checkpoint or a proof, with an input that causes it and its message. */
import type { Checkpoint } from "@grootboek/core"
import type { ConsistencyProof } from "@grootboek/core/journal"
import * as CheckpointMessage from "../src/words/CheckpointMessage.ts"
import type { Both } from "../src/words/Language.ts"

type Exhibits<Facts extends { readonly _tag: string }> = {
  readonly [Tag in Facts["_tag"]]: readonly [cause: string, facts: Extract<Facts, { readonly _tag: Tag }>]
}

const checkpoints: Exhibits<Checkpoint.CheckpointRefusal> = {
  NotACheckpoint: ["another file", { _tag: "NotACheckpoint", problem: "noSignedStatement" }],
  NotSignedBy: [
    "a checkpoint of somebody else",
    { _tag: "NotSignedBy", name: "w13.example/keeper", signers: ["lier.example/keeper"] },
  ],
  ForgedSignature: [
    "a checkpoint whose number was changed",
    { _tag: "ForgedSignature", name: "w13.example/keeper" },
  ],
}

const proofs: Exhibits<ConsistencyProof.ConsistencyRefusal> = {
  NotAProof: ["`--consistency` with another file", { _tag: "NotAProof" }],
  RootMissing: ["a checkpoint of 0.1.0", { _tag: "RootMissing", entries: 71 }],
  OtherProof: [
    "the proof of other checkpoints",
    { _tag: "OtherProof", proved: { old: 71, new: 73 }, asked: { old: 71, new: 80 } },
  ],
  OtherLedger: [
    "checkpoints of two authorities",
    { _tag: "OtherLedger", origins: ["grootboek/W13", "grootboek/Lier"] },
  ],
  NotContinued: ["a journal rewritten in between", { _tag: "NotContinued", asked: { old: 71, new: 80 } }],
}

/** One refusal: its name, its cause, and its message. */
export interface CheckpointExhibit {
  readonly name: string
  readonly cause: string
  readonly said: Both
}

const rowsOf = <Facts>(
  exhibits: Readonly<Record<string, readonly [cause: string, facts: Facts]>>,
  message: (facts: Facts) => Both,
): ReadonlyArray<CheckpointExhibit> =>
  Object.entries(exhibits).map(([name, [cause, facts]]) => ({ name, cause, said: message(facts) }))

/** Every refusal. */
export const rows: ReadonlyArray<CheckpointExhibit> = [
  ...rowsOf<Checkpoint.CheckpointRefusal>(checkpoints, CheckpointMessage.refusal),
  ...rowsOf<ConsistencyProof.ConsistencyRefusal>(proofs, CheckpointMessage.inconsistent),
]

/** The marks around this part of the gallery in its file. */
export const marks = { begin: "<!-- checkpoint: begin -->", end: "<!-- checkpoint: end -->" }

/** This part of the gallery as Markdown. */
export const markdown = (): string =>
  [
    "| name | caused by | English | Dutch |",
    "|---|---|---|---|",
    ...rows.map(({ name, cause, said }) => `| \`${name}\` | ${cause} | ${said.en} | ${said.nl} |`),
    "",
  ].join("\n")
