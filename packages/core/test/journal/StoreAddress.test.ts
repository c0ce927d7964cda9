/** Addresses of stores: paths, and servers with options. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { StoreAddress } from "../../src/index.ts"

const parse = (text: string) => StoreAddress.parse(text)

describe("store address", () => {
  test("server: takes its own parameters out of the URL", () => {
    const text = "postgres://a@h:5/d?ledger=x&sslmode=verify-full&retry-for=60&heads=%2Fvar%2Fheads"
    expect(Result.getOrUndefined(parse(text))).toEqual({
      _tag: "Server",
      url: "postgres://a@h:5/d?sslmode=verify-full",
      ledger: "x",
      role: "a",
      retryForMs: 60_000,
      heads: "/var/heads",
    })
  })

  test("server: repeats nothing and remembers nothing by default", () => {
    expect(Result.getOrUndefined(parse("postgres://h/d"))).toMatchObject({
      ledger: "main",
      retryForMs: 0,
      heads: "",
    })
  })

  test.each(["abc", "-1", "1.5", "3601", "60s", ""])("server: refuses retry-for=%s", (value) => {
    const refused = { failure: { _tag: "NotAnOption", scheme: "postgres", option: "retry-for" } }
    expect(parse(`postgres://h/d?retry-for=${value}`)).toMatchObject(refused)
  })

  test("server: refuses a folder of heads without a name", () => {
    expect(parse("postgres://h/d?heads=")).toMatchObject({ failure: { option: "heads" } })
  })
})
