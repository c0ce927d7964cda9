/** Blocks of a journal sent from one worker to another. */
import { Journal } from "@grootboek/core"
import { describe, expect, test } from "vitest"
import * as HashedBlocks from "../../src/model/HashedBlocks.ts"
import { hash, open } from "../../src/model/OpenedJournal.ts"
import * as Packet from "../../src/pack/Packet.ts"
import { sealed } from "../W13.ts"

const entries = sealed()
const packet = [...Packet.journal(entries.slice(0, 60)), ...Packet.journal(entries.slice(60))].join("\n")
const label = { language: "nl", entries: entries.length, head: entries.at(-1)?.hash ?? "" } as const

/** Sends a packet, and returns what arrives. */
const sent = async (text: string) => {
  const { port1, port2 } = new MessageChannel()
  const blocks = HashedBlocks.receive(port2)
  const sending = HashedBlocks.send(text, port1)
  const out = []
  for await (const block of blocks) out.push(block)
  await sending
  port1.close()
  return out
}

describe("HashedBlocks", () => {
  test("receive: returns every entry, with the hash that was computed of its body", async () => {
    const blocks = await sent(packet)
    expect(blocks.length).toBe(2)
    expect(blocks.flatMap((block) => block.sealed)).toEqual(
      entries.map(({ position, hash: recorded, body }) => ({
        position,
        hash: recorded,
        body: new Uint8Array(body),
      })),
    )
    expect(blocks.flatMap((block) => block.computed)).toEqual(
      entries.map(({ body }) => Journal.hashOf(body, hash)),
    )
  })

  test("receive: returns the damage of a block after its entries", async () => {
    const [first = "", second = ""] = packet.split("\n")
    const blocks = await sent(`${first}\n!${second}`)
    expect(blocks[0]?.damage).toBeUndefined()
    expect(blocks[1]?.damage).toMatchObject({ _tag: "MalformedEntry", position: 61 })
  })

  test("open: reports a computed hash that is not the recorded one", async () => {
    const blocks = await sent(packet)
    const changed = blocks.map((block) => ({
      ...block,
      computed: block.computed?.map((one, index) => (index === 41 ? "0".repeat(64) : one)) ?? [],
    }))
    const opened = await open({ journal: "", snapshot: "" }, label, { blocks: of(changed) })
    expect(opened.check.fault).toMatchObject({ _tag: "HashMismatch", position: 42, computed: "0".repeat(64) })
    const intact = await open({ journal: "", snapshot: "" }, label, { blocks: of(blocks) })
    expect(intact.check.fault).toBeUndefined()
  })
})

const of = async function* <A>(items: ReadonlyArray<A>): AsyncGenerator<A> {
  yield* items
}
