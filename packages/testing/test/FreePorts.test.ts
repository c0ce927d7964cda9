import { createServer } from "node:net"
import { expect, test } from "vitest"
import { freePorts, listen } from "../src/FreePorts.ts"

test("free ports: differ, can be listened on, and are not those of outgoing connections", async () => {
  const ports = await freePorts(50)
  expect(new Set(ports).size).toBe(50)
  for (const port of ports) {
    expect(port).toBeLessThan(32_768)
    const server = createServer()
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject)
      server.listen(port, "127.0.0.1", resolve)
    })
    await new Promise((resolve) => server.close(resolve))
  }
})

test("listen: takes a port of the system", async () => {
  const server = createServer()
  expect(await listen(server)).toBeGreaterThan(0)
  await new Promise((resolve) => server.close(resolve))
})
