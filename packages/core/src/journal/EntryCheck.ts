/** The checks of one stored entry: in itself, and in its place in the chain. */
import * as Result from "effect/Result"
import * as Canonical from "../codec/Canonical.ts"
import { decoder, exactDecoder } from "../value/Utf8.ts"
import * as EntryTail from "./EntryTail.ts"
import * as Finding from "./Finding.ts"
import * as Journal from "./Journal.ts"
import * as Lines from "./Lines.ts"

/** Checks the hash and the content of an entry; also returns the parsed entry unless it is unreadable. */
export const inItself = (
  sealed: Journal.Sealed,
  sha256: Journal.Sha256,
): { readonly findings: ReadonlyArray<Finding.Finding>; readonly entry?: Journal.Entry } => {
  const findings: Array<Finding.Finding> = []
  const computed = Journal.hashOf(sealed.body, sha256)
  if (computed !== sealed.hash)
    findings.push({
      ...found(sealed, { _tag: "HashMismatch", computed, stored: sealed.hash }, "hash"),
      offset: 0,
    })
  const entry = Journal.parse(sealed)
  if (Result.isFailure(entry)) {
    findings.push(ofDamage(sealed, entry.failure))
    return { findings }
  }
  const reason = writtenOtherwise(sealed.body)
  if (reason !== undefined) findings.push(found(sealed, { _tag: "InvalidEntry", reason }, "(body)"))
  return { findings, entry: entry.success }
}

/** Compares the position, hash and time that an entry states with the head before it. */
export const inItsPlace = (
  sealed: Journal.Sealed,
  stated: StatedFields,
  head: Journal.Head,
): Array<Finding.Finding> => {
  const findings: Array<Finding.Finding> = []
  const { position } = sealed
  const expected = head.position + 1
  const { position: claimed = position, previous = head.hash, time = head.time } = stated
  if (position !== expected || claimed !== position)
    findings.push(found(sealed, { _tag: "PositionGap", expected, claimed }, "position"))
  if (previous !== head.hash)
    findings.push(found(sealed, { _tag: "BrokenChain", previous, expected: head.hash }, "previous"))
  if (time < head.time)
    findings.push(found(sealed, { _tag: "TimeWentBack", time, previous: head.time }, "time"))
  return findings
}

const ofDamage = (sealed: Journal.Sealed, damage: Journal.Unreadable): Finding.Finding => {
  if (damage._tag === "UnknownEvent") {
    const { _tag, kind, version } = damage
    return found(sealed, { _tag, kind, version }, "event")
  }
  const { _tag, field, problem, reason, offset } = damage
  const finding = found(sealed, { _tag, field, problem, reason }, field)
  return offset > 0 ? { ...finding, offset } : finding
}

/** Returns a finding at a field of an entry. */
export const found = (
  { position, body }: Journal.Sealed,
  facts: Finding.FindingFacts,
  field: string,
): Finding.Finding => Finding.of(facts, { position, field, offset: Finding.offsetOf(body, field) })

/** The id of an entry and the fields that state its place in the chain, as far as they can be read. */
export interface StatedFields {
  readonly id: string | undefined
  readonly position: number | undefined
  readonly previous: string | undefined
  readonly time: string | undefined
}

/** Reads these fields from the end of the body, without the schema: damage elsewhere in the entry must not hide a wrong position. */
export const statedFields = ({ body }: Journal.Sealed): StatedFields => {
  const text = decoder.decode(body)
  const place = text.lastIndexOf('","position":')
  const previous = /","position":\d+,"previous":"([0-9a-f]{64})"/.exec(text.slice(place))?.[1]
  const time = /,"time":"([^"]{24})","version":\d+\}$/.exec(text)?.[1]
  return { id: EntryTail.idOf(body), position: EntryTail.positionOf(body), previous, time }
}

/** Returns why a body that can be parsed is not canonical. */
const writtenOtherwise = (body: Uint8Array): Finding.InvalidReason | undefined => {
  if (Lines.startsWith(body, Lines.byteOrderMark)) return { _tag: "ByteOrderMark" }
  const text = exactDecoder.decode(body)
  return Canonical.stringify(JSON.parse(text)) === text ? undefined : { _tag: "NotCanonical" }
}
