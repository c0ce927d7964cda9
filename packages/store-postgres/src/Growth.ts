/** The growth of a ledger: notified by the server, and polled as well. */
import type { JournalStore } from "@grootboek/core"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import pg from "pg"
import * as Connection from "./Connection.ts"
import * as DriverProblem from "./DriverProblem.ts"
import * as Entries from "./Entries.ts"

/** A ledger to follow, and how often to look at it without a notification. */
export interface Following {
  readonly ledger: string
  readonly pollMs: number
}

/**
 * Returns the position of the head of a ledger, now and after each append. Fails when the role is not admitted any more.
 *
 * Anyone who can connect may listen, so the server notifies on a channel with a secret name, and says nothing more. The
 * name changes when a role is dismissed. A reader that misses a notification sees the growth at its next poll.
 */
export const follow = (
  connections: Connection.Connections,
  { ledger, pollMs }: Following,
): Stream.Stream<number, JournalStore.StoreError> =>
  wakes(connections, { ledger, pollMs }).pipe(
    Stream.mapEffect(() =>
      Effect.flatMap(
        Connection.attempt(connections, "growth", () =>
          Connection.borrow(connections, async (client) => {
            await Entries.requireAdmission(client, ledger)
            return Entries.headOf(client, ledger)
          }),
        ),
        (head) => Effect.fromResult(head),
      ),
    ),
    Stream.map(({ position }) => position),
    Stream.changes,
  )

const wakes = (connections: Connection.Connections, { ledger, pollMs }: Following) =>
  Stream.callback<void, JournalStore.StoreError>(
    (queue) =>
      Effect.gen(function* () {
        const client = yield* Connection.lend(connections, "growth")
        client.on("notification", () => Queue.offerUnsafe(queue, undefined))
        client.on("error", (cause) =>
          Queue.failCauseUnsafe(queue, Cause.fail(Connection.failed(connections, "growth", cause))),
        )
        let channel: string | undefined
        for (;;) {
          channel = yield* Connection.attempt(connections, "growth", () => listen(client, ledger, channel))
          // The first wake emits the entries that were appended before.
          Queue.offerUnsafe(queue, undefined)
          yield* Effect.sleep(pollMs)
        }
      }),
    { bufferSize: 1, strategy: "sliding" },
  )

/** Listens on the channel of a ledger, unless the connection listens on it already. Returns the channel. */
const listen = async (
  client: pg.PoolClient,
  ledger: string,
  current: string | undefined,
): Promise<string | undefined> => {
  await Entries.requireAdmission(client, ledger)
  try {
    const channel = await Entries.channelOf(client, ledger)
    if (channel !== undefined && channel !== current) {
      await client.query(`UNLISTEN *; LISTEN ${pg.escapeIdentifier(channel)}`)
    }
    return channel
  } catch (cause) {
    // A replica cannot listen, and tables of the first version have no channels: there the poll remains.
    if (!withoutChannel.has(DriverProblem.codeOf(cause))) throw cause
    return undefined
  }
}

/** Errors of a server without channels: read-only transaction, feature not supported, undefined function. */
const withoutChannel: ReadonlySet<string> = new Set(["25006", "0A000", "42883"])
