/** COPY into a table in PostgreSQL's binary format, the fastest way to insert many rows. */
import type { Batch } from "@grootboek/core"
import type pg from "pg"

/** Copies rows into a table of (position, id, hash, body). */
export const copy = (client: pg.PoolClient, table: string, rows: ReadonlyArray<Batch.Row>): Promise<void> =>
  new Promise((resolve, reject) => {
    client.query(new CopyIn(table, rows, { resolve, reject }))
  })

/** The methods of the driver during a COPY, which its types omit. */
interface CopyConnection {
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
}

interface CopyCallbacks {
  readonly resolve: () => void
  readonly reject: (cause: Error) => void
}

/** A query with the methods that the driver calls as the server answers. */
class CopyIn implements pg.Submittable {
  readonly table: string
  readonly rows: ReadonlyArray<Batch.Row>
  readonly callbacks: CopyCallbacks

  constructor(table: string, rows: ReadonlyArray<Batch.Row>, callbacks: CopyCallbacks) {
    this.table = table
    this.rows = rows
    this.callbacks = callbacks
  }

  submit(connection: pg.Connection): void {
    connection.query(`COPY ${this.table} (position, id, hash, body) FROM STDIN (FORMAT binary)`)
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (const chunk of chunksOf(this.rows)) connection.sendCopyFromChunk(chunk)
    connection.endCopyFrom()
  }

  handleError(cause: Error): void {
    this.callbacks.reject(cause)
  }

  handleReadyForQuery(): void {
    this.callbacks.resolve()
  }

  handleCommandComplete(): void {}
}

const chunkSize = 1 << 16

function* chunksOf(rows: ReadonlyArray<Batch.Row>): Generator<Buffer> {
  let parts: Array<Uint8Array> = [header]
  let size = header.length
  for (const { position, id, hash, body } of rows) {
    const bigint = Buffer.alloc(8)
    bigint.writeBigInt64BE(BigInt(position))
    parts.push(fields)
    size += 2
    for (const field of [bigint, Buffer.from(id), Buffer.from(hash, "hex"), body]) {
      const length = Buffer.alloc(4)
      length.writeInt32BE(field.length)
      parts.push(length, field)
      size += 4 + field.length
    }
    if (size < chunkSize) continue
    yield Buffer.concat(parts)
    parts = []
    size = 0
  }
  yield Buffer.concat([...parts, end])
}

const header = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)])
const fields = Buffer.from([0, 4])
const end = Buffer.from([255, 255])
