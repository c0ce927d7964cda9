/** Ports of this machine on which nothing listens. */
import { createServer } from "node:net"

/** Returns so many different ports. Another program may take one before it is used. */
export const freePorts = async (count: number): Promise<ReadonlyArray<number>> => {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer()
      await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
      return probe
    }),
  )
  return Promise.all(
    probes.map(async (probe) => {
      const address = probe.address()
      await new Promise((resolve) => probe.close(resolve))
      return typeof address === "object" && address !== null ? address.port : 0
    }),
  )
}
