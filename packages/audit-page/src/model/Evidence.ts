/**
 * What a file of the reader proves: a source file, another export or page of the journal, or a signed checkpoint.
 *
 * The file is compared with the embedded journal by its bytes; nothing of it enters a figure.
 */
import { Archive, type BudgetLine, Checkpoint, Explain, type Journal, Ledger, Money } from "@grootboek/core"
import { PlaceNames } from "@grootboek/core/answer"
import * as Result from "effect/Result"
import * as Embedded from "../pack/Embedded.ts"
import { hash, type OpenedJournal } from "./OpenedJournal.ts"

/** A line of a source file, and a posting that came from it. */
export interface SourcePosting {
  readonly line: number | undefined
  readonly text: string
  readonly posting: Explain.ExplainedPosting
}

/** What was found out about a file. */
export type Evidence =
  | {
      readonly kind: "source"
      readonly sha256: string
      readonly entries: number
      readonly postings: ReadonlyArray<SourcePosting>
    }
  | { readonly kind: "unknown"; readonly sha256: string }
  | {
      readonly kind: "journal"
      /** The number of entries from the first on that both have, byte for byte. */
      readonly same: number
      readonly theirs: number
      readonly ours: number
      /** The number of entries of the file that do not match their hash. */
      readonly findings: number
    }
  | {
      readonly kind: "checkpoint"
      readonly entries: number
      readonly origin: string
      readonly verdict: "same" | "other" | "beyond"
    }
  | { readonly kind: "unsigned"; readonly problem: Unsigned }

/** Why a signature is not accepted, or could not be checked by this browser. */
type Unsigned = Checkpoint.CheckpointRefusal["_tag"] | "KeyMissing" | "NotAKey" | "NoEd25519"

/**
 * Returns what a file proves about verified entries. A checkpoint needs the published key of its signer.
 *
 * Entries behind a bad entry are left out by the caller: their hashes prove nothing.
 */
export const of = async (
  opened: Pick<OpenedJournal, "ledger" | "sealed">,
  file: Uint8Array,
  key: string,
): Promise<Evidence> => {
  const text = textOf(file.subarray(0, 200))
  if (/^\{"(?:entry|trailer)":/.test(text)) return compareJournals(opened.sealed, file)
  if (/^<!doctype html>/i.test(text)) return comparePages(opened.sealed, textOf(file))
  if (/\n\n— /.test(textOf(file.subarray(0, 2_000)))) return checkpoint(opened.sealed, textOf(file), key)
  return source(opened.ledger, file)
}

const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

const source = (ledger: Ledger.Ledger, file: Uint8Array): Evidence => {
  const sha256 = hash(file)
  const { columns, traces } = ledger
  const structure = Ledger.planAt(ledger)?.structure
  const names = (place: BudgetLine.Place): PlaceNames.PlaceNames =>
    structure === undefined ? {} : PlaceNames.of(structure, place)
  const lines = file[0] === 0x50 && file[1] === 0x4b ? [] : textOf(file).split(/\r\n|\r|\n/)
  const postings: Array<SourcePosting> = []
  let entries = 0
  for (let entry = 1; entry <= Ledger.position(ledger); entry++) {
    if (traces.sourceAt(entry)?.sha256 !== sha256) continue
    entries += 1
    const start = columns.endOf(entry - 1)
    for (let index = start; index < columns.endOf(entry); index++) {
      const amount = Money.ofMicros(columns.amountOf(index))
      const posting = Explain.posting(ledger, { posting: index, entry, turn: index - start, amount }, names)
      const line = posting.source?.line
      postings.push({ line, text: line === undefined ? "" : (lines[line - 1] ?? ""), posting })
    }
  }
  return entries === 0 ? { kind: "unknown", sha256 } : { kind: "source", sha256, entries, postings }
}

const compareJournals = (
  ours: ReadonlyArray<Journal.Sealed>,
  file: Uint8Array,
): Extract<Evidence, { kind: "journal" }> => {
  const { sealed, findings } = Archive.readWithFindings(file, hash)
  const differs = ours.findIndex((one, index) => !isSame(one, sealed[index]))
  return {
    kind: "journal",
    same: differs < 0 ? ours.length : differs,
    theirs: sealed.length,
    ours: ours.length,
    findings: findings.length,
  }
}

// The bodies are compared too: the file may state a hash that its body does not have.
const isSame = (ours: Journal.Sealed, theirs: Journal.Sealed | undefined): boolean =>
  ours.hash === theirs?.hash &&
  ours.body.length === theirs.body.length &&
  ours.body.every((byte, at) => byte === theirs.body[at])

const comparePages = async (ours: ReadonlyArray<Journal.Sealed>, html: string): Promise<Evidence> => {
  const packet = /<script type="text\/plain" id="journal">\n([^<]*)/.exec(html)?.[1] ?? ""
  const sealed: Array<Journal.Sealed> = []
  let damaged = 0
  for await (const block of Embedded.journal(packet)) {
    sealed.push(...block.sealed)
    if (block.damage !== undefined) damaged += 1
  }
  const compared = compareJournals(ours, Archive.write(sealed))
  return { ...compared, findings: compared.findings + damaged }
}

const checkpoint = async (
  ours: ReadonlyArray<Journal.Sealed>,
  note: string,
  line: string,
): Promise<Evidence> => {
  if (line.trim() === "") return { kind: "unsigned", problem: "KeyMissing" }
  const key = Checkpoint.published(line.trim(), hash)
  if (Result.isFailure(key)) return { kind: "unsigned", problem: "NotAKey" }
  // The signatures are collected first, because the browser checks them later.
  const signatures: Array<SignedMessage> = []
  const verify = (message: Uint8Array, signature: Uint8Array): boolean =>
    signatures.push({ message, signature }) > 0
  const opened = Checkpoint.open(note, { ...key.success, verify }, hash)
  if (Result.isFailure(opened)) return { kind: "unsigned", problem: opened.failure._tag }
  const isSigned = await areSigned(signatures, key.success)
  if (isSigned !== true)
    return { kind: "unsigned", problem: isSigned === undefined ? "NoEd25519" : "ForgedSignature" }
  const { entries, origin, hash: signed } = opened.success
  const isEqual = entries === 0 || ours[entries - 1]?.hash === signed
  const verdict = entries > ours.length ? "beyond" : isEqual ? "same" : "other"
  return { kind: "checkpoint", entries, origin, verdict }
}

interface SignedMessage {
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/** Returns whether a key signed every message; undefined when the browser has no Ed25519. */
const areSigned = async (
  signed: ReadonlyArray<SignedMessage>,
  { bytes }: Checkpoint.PublicKey,
): Promise<boolean | undefined> => {
  try {
    const key = await crypto.subtle.importKey("raw", bytes.slice(), "Ed25519", false, ["verify"])
    for (const { message, signature } of signed)
      if (!(await crypto.subtle.verify("Ed25519", key, signature.slice(), message.slice()))) return false
    return true
  } catch {
    return undefined
  }
}
