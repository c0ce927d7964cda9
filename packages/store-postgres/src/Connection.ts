/** Connections to a server: their address, TLS and time limits. */
import { StoreProblem } from "@grootboek/core"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Scope from "effect/Scope"
import pg from "pg"
import * as DriverProblem from "./DriverProblem.ts"

type StoreError = ReturnType<typeof DriverProblem.failed>

export interface PoolOptions {
  /** The largest number of connections. A reader uses one until it ends. */
  readonly connections: number
  /** How long to wait for a free connection, and for the server to accept one. */
  readonly connectTimeoutMs: number
  /** How long a statement may take; 0 for the setting of the server. */
  readonly statementTimeoutMs: number
  /** How long to wait for the answer to a statement; 0 for no limit. */
  readonly answerTimeoutMs: number
}

/** A pool with its address and limits. */
export interface Connections extends PoolOptions {
  readonly url: string
  readonly pool: pg.Pool
}

/** Makes a pool, which is closed when the scope ends. It connects on first use. */
export const make = (url: string, options: PoolOptions): Effect.Effect<Connections, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => poolOf(url, options)),
      (opened) => Effect.promise(() => opened.end()),
    ),
    (pool) => ({ ...options, url, pool }),
  )

/** Returns the settings of the driver for an address. */
export const settings = (url: string, connectTimeoutMs: number): pg.ClientConfig => ({
  connectionString: verifying(url),
  connectionTimeoutMillis: connectTimeoutMs,
  keepAlive: true,
  application_name: "grootboek",
})

/** Runs a task, and reports its errors as those of an operation. */
export const attempt = <A>(
  connections: Connections,
  operation: string,
  work: () => Promise<A>,
): Effect.Effect<A, StoreError> =>
  Effect.tryPromise({ try: work, catch: (cause) => failed(connections, operation, cause) })

export const failed = (
  { url, answerTimeoutMs }: Connections,
  operation: string,
  cause: unknown,
): StoreError =>
  textOf(cause) === "Query read timeout"
    ? StoreProblem.failed(operation, {
        code: "TimedOut",
        place: DriverProblem.placeOf(url),
        detail: `${answerTimeoutMs / 1_000} s`,
      })
    : DriverProblem.failed(operation, cause, url)

/** Lends a connection to a task. A connection on which a query failed is closed, because its state is not known. */
export const borrow = async <A>(
  connections: Connections,
  work: (client: pg.PoolClient) => Promise<A>,
): Promise<A> => {
  const client = await connect(connections)
  try {
    const answer = await work(client)
    client.release()
    return answer
  } catch (cause) {
    client.release(true)
    throw cause
  }
}

/** Lends a connection until the scope ends; then it is released without a transaction, or closed if the work failed. */
export const lend = (
  connections: Connections,
  operation: string,
): Effect.Effect<pg.PoolClient, StoreError, Scope.Scope> =>
  Effect.acquireRelease(
    attempt(connections, operation, () => connect(connections)),
    (client, exit) =>
      // A statement that was not answered would delay every later one.
      Exit.isFailure(exit)
        ? Effect.sync(() => client.release(true))
        : Effect.promise(() =>
            client.query("ROLLBACK; UNLISTEN *").then(
              () => {
                client.removeAllListeners("notification")
                client.release()
              },
              () => client.release(true),
            ),
          ),
  )

const connect = async ({ pool, url, connectTimeoutMs }: Connections): Promise<pg.PoolClient> => {
  try {
    return await pool.connect()
  } catch (cause) {
    if (textOf(cause).startsWith("timeout exceeded"))
      throw new StoreProblem.StoreProblemError("PoolFull", DriverProblem.placeOf(url), `${pool.options.max}`)
    throw named(cause, url, connectTimeoutMs)
  }
}

/**
 * Returns the error of a server that did not accept a connection in time, or the error itself. The driver has a text for
 * each of its time limits, and no code.
 */
export const named = (cause: unknown, url: string, connectTimeoutMs: number): unknown => {
  const text = textOf(cause)
  if (!text.includes("connection timeout") && text !== "timeout expired") return cause
  const limit = `${connectTimeoutMs / 1_000} s`
  return new StoreProblem.StoreProblemError("NoAnswer", DriverProblem.placeOf(url), limit)
}

const textOf = (cause: unknown): string => (cause instanceof Error ? cause.message : "")

const poolOf = (
  url: string,
  { connections, connectTimeoutMs, statementTimeoutMs, answerTimeoutMs }: PoolOptions,
): pg.Pool => {
  const pool = new pg.Pool({
    ...settings(url, connectTimeoutMs),
    max: connections,
    ...(statementTimeoutMs > 0 ? { statement_timeout: statementTimeoutMs } : {}),
    // The limit of the server does not apply to COMMIT, which waits for a standby, nor to a server that hangs.
    ...(answerTimeoutMs > 0 ? { query_timeout: answerTimeoutMs } : {}),
  })
  // A connection that breaks while it is idle must not end the process; the next query fails.
  pool.on("error", () => {})
  pool.on("connect", (client) => client.on("error", () => {}))
  return pool
}

// The driver verifies the certificate for these modes as well, and warns that it will not do so in its next version.
const verifying = (url: string): string =>
  /[?&]uselibpqcompat=true(?:&|$)/.test(url)
    ? url
    : url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, "$1verify-full")
