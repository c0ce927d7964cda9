/** Writes the bodies of entries around the bytes of their events, and compares stored bodies with such bytes. */
import * as Bytes from "./Bytes.ts"
import * as Codec from "./Codec.ts"
import { Current, type Sha256, type Source, tag } from "./Envelope.ts"
import * as History from "./History.ts"
import { lazily, type NodeCodec } from "./NodeCodec.ts"
import { RepeatedFields } from "./RepeatedFields.ts"

/** A body and its hash. */
export interface Hashed {
  readonly body: Uint8Array
  readonly hash: string
}

/** The fields of an entry besides its event and its version. */
export interface Around extends Omit<Current, "event" | "version" | "source"> {
  readonly source?: Source | undefined
}

/**
 * Writes and hashes the body of an entry around the canonical bytes of its event; `undefined` when something around it
 * does not fit its schema.
 */
export const write = (event: Uint8Array, around: Around, sha256: Sha256): Hashed | undefined => {
  output.begin()
  output.token(tag)
  if (repeated.write(event, around, output)) return hashed(output.end(), sha256)
  const { actor, id, position, previous, source, time } = around
  const { version } = History
  // Two plain records: a spread makes one whose keys are slow to list.
  const entry =
    source === undefined
      ? { actor, event, id, position, previous, time, version }
      : { actor, event, id, position, previous, source, time, version }
  if (envelope.write(entry, output)) {
    repeated.remember(around)
    return hashed(output.end(), sha256)
  }
  output.undo()
  return undefined
}

/** Returns whether a body of the current version has an event with these bytes. */
export const holds = (body: Uint8Array, event: Uint8Array): boolean => {
  // An actor has no quotes: the second one after its key ends it.
  const from = body.indexOf(quote, actorStart.bytes.length) + 1
  input.begin(body)
  if (!input.token(actorStart)) return false
  input.at = from
  if (!input.token(eventStart) || !input.token(Bytes.tokenOf(event)) || !input.token(idStart)) return false
  input.at = Math.max(0, body.length - end.bytes.length)
  return input.token(end)
}

const quote = 0x22
const actorStart = Bytes.token('{"actor":"')
const eventStart = Bytes.token(',"event":')
const idStart = Bytes.token(',"id":"')
// The same bytes may mean something else in another version.
const end = Bytes.token(`,"version":${History.version}}`)
const input = new Bytes.ByteReader()

const output = new Bytes.ByteWriter()
const repeated = new RepeatedFields(History.version)

const hashed = (tagged: Uint8Array, sha256: Sha256): Hashed => ({
  body: tagged.subarray(tag.bytes.length),
  hash: sha256(tagged),
})

/** Copies the bytes of an event. */
const written: NodeCodec = {
  write: (value, output) => {
    if (!(value instanceof Uint8Array)) return false
    output.all(value)
    return true
  },
  read: () => undefined,
}

const envelope = lazily(() => Codec.ofNode(Current.ast, { BudgetEvent: written }))
