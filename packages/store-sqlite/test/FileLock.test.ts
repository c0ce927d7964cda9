/** A lock between programs, and between two parts of one program. */
import { join } from "node:path"
import * as Program from "@grootboek/testing/Program"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { FileLock } from "../src/index.ts"
import { folder } from "./Place.ts"

const at = <A, E>(work: (path: string) => Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.flatMap(folder, (dir) => work(join(dir, "lock")))))

test("acquire: waits until the lock is released", () =>
  at((path) =>
    Effect.gen(function* () {
      const order: Array<string> = []
      const turn = (name: string) =>
        Effect.scoped(
          Effect.gen(function* () {
            yield* FileLock.acquire(path)
            order.push(`${name} begins`)
            yield* Effect.sleep(50)
            order.push(`${name} ends`)
          }),
        )
      yield* Effect.all([turn("a"), turn("b"), turn("c")], { concurrency: "unbounded" })
      expect(order.map((line) => line.split(" ")[1])).toEqual([
        "begins",
        "ends",
        "begins",
        "ends",
        "begins",
        "ends",
      ])
    }),
  ))

test("acquire: fails with Locked when the lock is kept", () =>
  at((path) =>
    Effect.scoped(
      Effect.gen(function* () {
        yield* FileLock.acquire(path)
        const second = yield* Effect.result(Effect.scoped(FileLock.acquire(path, { waitMs: 60 })))
        expect(Result.isFailure(second) && second.failure).toMatchObject({
          problem: { code: "Locked", place: path },
        })
      }),
    ),
  ))

test("acquire: succeeds after the program that kept the lock is killed", () =>
  at((path) =>
    Effect.gen(function* () {
      const program = yield* Effect.promise(() => Program.bundle(join(import.meta.dirname, "Locker.ts")))
      const child = Program.start(program, [path], { stdio: ["ignore", "pipe", "inherit"] })
      yield* Effect.promise(() => new Promise((resolve) => child.stdout?.once("data", resolve)))
      const early = yield* Effect.result(Effect.scoped(FileLock.acquire(path, { waitMs: 40 })))
      expect(Result.isFailure(early)).toBe(true)
      const ended = new Promise((resolve) => child.once("exit", resolve))
      child.kill("SIGKILL")
      yield* Effect.promise(() => ended)
      yield* Effect.scoped(FileLock.acquire(path, { waitMs: 1_000 }))
    }),
  ))
