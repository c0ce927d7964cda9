/**
 * Writes the fields around an event when they repeat those of the entry before: the entries of a batch have one actor,
 * one file and one time. Their schemas were checked once; only the id, the position and the line are new.
 */
import * as Bytes from "./Bytes.ts"
import { isPlain } from "./Struct.ts"

/** The fields around an event. */
export interface FieldsAround {
  readonly actor: string
  readonly id: string
  readonly position: number
  readonly previous: string
  readonly time: string
  readonly source?: { readonly name: string; readonly sha256: string; readonly line?: number } | undefined
}

/** Remembers the fields of the last entry that its schema accepted. */
export class RepeatedFields {
  private readonly version: number
  private actor: string | undefined
  private time: string | undefined
  private name: string | undefined
  private sha256: string | undefined
  private start = none
  private file = none
  private end = none

  /** @param version - the version of event shapes that an entry states */
  constructor(version: number) {
    this.version = version
  }

  /** Remembers fields that their schemas accept. */
  remember({ actor, time, source }: FieldsAround): void {
    this.actor = actor
    this.start = Bytes.token(`{"actor":${JSON.stringify(actor)},"event":`)
    this.time = time
    this.end = Bytes.token(`,"time":${JSON.stringify(time)},"version":${this.version}}`)
    if (source === undefined) return
    this.name = source.name
    this.sha256 = source.sha256
    this.file = Bytes.token(
      `"name":${JSON.stringify(source.name)},"sha256":${JSON.stringify(source.sha256)}}`,
    )
  }

  /** Writes an entry whose other fields are the remembered ones; returns false, with nothing written, for any other. */
  write(event: Uint8Array, fields: FieldsAround, output: Bytes.ByteWriter): boolean {
    const { actor, id, position, previous, source, time } = fields
    if (actor !== this.actor || time !== this.time || !isId(id) || !isHash(previous)) return false
    if (!Number.isSafeInteger(position) || position < 0 || Object.is(position, -0)) return false
    if (source !== undefined && !this.isRepeated(source)) return false
    output.token(this.start)
    output.all(event)
    output.token(idKey)
    output.ascii(id)
    output.token(positionKey)
    output.ascii(String(position))
    output.token(previousKey)
    output.ascii(previous)
    output.byte(quote)
    if (source !== undefined) {
      output.token(sourceKey)
      if (source.line !== undefined) {
        output.token(lineKey)
        output.ascii(String(source.line))
        output.byte(comma)
      }
      output.token(this.file)
    }
    output.token(this.end)
    return true
  }

  private isRepeated(source: NonNullable<FieldsAround["source"]>): boolean {
    if (!isPlain(source)) return false
    const { line, name, sha256 } = source
    if (name !== this.name || sha256 !== this.sha256) return false
    if (line !== undefined && (!Number.isSafeInteger(line) || Object.is(line, -0))) return false
    let members = 0
    for (const _ in source) members++
    return members === (line === undefined ? 2 : 3)
  }
}

/** The characters of an id, by code: those that the schema `EntryId` accepts. */
const inId = Uint8Array.from({ length: 128 }, (_, code) =>
  /[A-Za-z0-9:._/-]/.test(String.fromCharCode(code)) ? 1 : 0,
)

const isId = (id: unknown): boolean => {
  if (typeof id !== "string" || id.length === 0 || id.length > 128) return false
  for (let i = 0; i < id.length; i++) if (inId[id.charCodeAt(i)] !== 1) return false
  return true
}

// The hash of the entry before. Any other text is refused here and checked by the schema.
const isHash = (hash: unknown): boolean => typeof hash === "string" && hash.length === 64 && isId(hash)

const none = Bytes.token("")
const quote = 0x22
const comma = 0x2c
const idKey = Bytes.token(',"id":"')
const positionKey = Bytes.token('","position":')
const previousKey = Bytes.token(',"previous":"')
const sourceKey = Bytes.token(',"source":{')
const lineKey = Bytes.token('"line":')
