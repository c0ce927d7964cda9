/** Changes an entry in a SQLite ledger without its store, as anyone who may write the file can. */
import Libsql from "libsql"

/** Replaces the body of an entry by one of the same length. */
export const changeBody = (file: string, position: number, change: (body: Buffer) => Buffer): void => {
  const driver = new Libsql(file)
  const segment = driver
    .prepare("SELECT place, lengths, bodies FROM segments WHERE place & 4294967295 <= ? ORDER BY place DESC")
    .get([position]) as {
    readonly place: number
    readonly lengths: ArrayBuffer
    readonly bodies: ArrayBuffer
  }
  const turn = position - (segment.place % 2 ** 32)
  const lengths = Buffer.from(segment.lengths).toString().split(",").map(Number)
  const start = lengths.slice(0, turn).reduce((sum, length) => sum + length, 0)
  const bodies = Buffer.from(segment.bodies)
  const old = bodies.subarray(start, start + (lengths[turn] ?? 0))
  const next = change(Buffer.from(old))
  if (next.length !== old.length) throw new RangeError(`${next.length} bytes instead of ${old.length}`)
  next.copy(bodies, start)
  driver.exec("DROP TRIGGER segments_are_not_changed")
  driver.prepare("UPDATE segments SET bodies = ? WHERE place = ?").run([bodies, segment.place])
  driver.close()
}
