/**
 * Blocks of entries that one worker unpacks and hashes, while another verifies and folds the blocks before.
 *
 * The verifying worker compares the computed hashes with the recorded ones, as it does with hashes that it computes.
 */
import { Journal } from "@grootboek/core"
import * as Embedded from "../pack/Embedded.ts"
import { hash, type JournalBlock } from "./OpenedJournal.ts"
import * as SentBlock from "./SentBlock.ts"

/** What is sent of a block, and after the last one. */
type BlockMessage =
  | {
      readonly blocks: ReadonlyArray<SentBlock.SentBlock>
      /** The computed hashes, as one text. */
      readonly computed: string
      readonly damage: Journal.Damage | undefined
    }
  | "end"

/** Unpacks a journal, hashes its entries, and sends both. */
export const send = async (packet: string, port: MessagePort): Promise<void> => {
  const tell = (message: BlockMessage, moved: ReadonlyArray<ArrayBuffer> = []) =>
    port.postMessage(message, { transfer: [...moved] })
  for await (const { sealed, damage } of Embedded.journal(packet)) {
    const computed = sealed.map(({ body }) => Journal.hashOf(body, hash)).join(" ")
    const blocks = SentBlock.of(sealed)
    tell(
      { blocks, computed, damage },
      blocks.map(({ bytes }) => bytes),
    )
  }
  tell("end")
}

/** Returns the blocks that are sent, in order, until the last one. */
export const receive = async function* (port: MessagePort): AsyncGenerator<JournalBlock> {
  const waiting: Array<BlockMessage> = []
  let wake = (): void => undefined
  port.onmessage = ({ data }: MessageEvent<BlockMessage>) => {
    waiting.push(data)
    wake()
  }
  for (;;) {
    if (waiting.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    const message = waiting.shift()
    if (message === undefined || message === "end") return
    const { blocks, computed, damage } = message
    yield { sealed: blocks.flatMap(SentBlock.entries), computed: computed.split(" "), damage }
  }
}
