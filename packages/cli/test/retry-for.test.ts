import { createServer } from "node:net"
import { grootboek } from "@grootboek/testing/CommandLine"
import { describe, expect, test } from "vitest"

/** Returns a port on which nothing listens. */
const closedPort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 1))
    })
  })

describe("retry-for in the address of a server", () => {
  test("waits for the server, informs once, and then reports that there is none", async () => {
    const address = `postgres://writer:secret@127.0.0.1:${await closedPort()}/ledgers?retry-for=1`
    const begun = performance.now()
    const { status, err } = await grootboek("log", "--ledger", address, "--lang", "nl")
    expect(performance.now() - begun).toBeGreaterThan(1_000)
    expect(status).toBe(3)
    expect(err.match(/Nieuwe pogingen volgen/g)).toHaveLength(1)
    expect(err).toContain("Er antwoordt geen server")
    expect(err).not.toContain("secret")
  })

  test.each([
    ["retry-for=soon", "retry-for"],
    ["heads=", "heads"],
  ])("refuses %s as wrong usage", async (parameter, name) => {
    const ran = await grootboek(
      "log",
      "--ledger",
      `postgres://127.0.0.1/ledgers?${parameter}`,
      "--lang",
      "en",
    )
    expect(ran).toMatchObject({ status: 2, out: "" })
    expect(ran.err).toContain(name)
  })
})
