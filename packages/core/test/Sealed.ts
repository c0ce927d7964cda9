/** Small journals for tests of verification. */
import { hash } from "node:crypto"
import { Journal } from "@grootboek/core"

export const sha256: Journal.Sha256 = (bytes) => hash("sha256", bytes, "hex")

/** Returns a chain of `count` entries: the years from 2026 are closed, one by one. */
export const chain = (count: number): ReadonlyArray<Journal.Sealed> => {
  let head = Journal.genesis
  return Array.from({ length: count }, (_, i) => {
    const proposal = {
      id: `close:${i}`,
      actor: "test",
      event: { _tag: "YearClosed", year: 2026 + (i % 100) } as const,
    }
    const { head: next, ...sealed } = Journal.seal(
      proposal,
      head,
      `2026-01-01T00:00:${String(i % 60).padStart(2, "0")}.000Z`,
      sha256,
    )
    head = next
    return sealed
  })
}

/** Returns a stored entry with another text in its body. */
export const altered = (sealed: Journal.Sealed, from: string, to: string): Journal.Sealed => ({
  ...sealed,
  body: new TextEncoder().encode(new TextDecoder().decode(sealed.body).replace(from, to)),
})

/** Returns the chain resealed from an entry on, as an attacker without a signing key can. */
export const rewritten = (
  entries: ReadonlyArray<Journal.Sealed>,
  from: number,
  edit: (text: string) => string,
): ReadonlyArray<Journal.Sealed> => {
  let previous = from === 1 ? Journal.genesis.hash : (entries[from - 2]?.hash ?? "")
  return entries.map((sealed) => {
    if (sealed.position < from) return sealed
    const text = new TextDecoder().decode(sealed.body)
    const changed = sealed.position === from ? edit(text) : text
    const body = new TextEncoder().encode(changed.replace(/"previous":"\w+"/, `"previous":"${previous}"`))
    previous = Journal.hashOf(body, sha256)
    return { ...sealed, body, hash: previous }
  })
}
