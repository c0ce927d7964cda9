/** Ports of this machine. */
import { createServer, type Server } from "node:net"

/** Lets a server listen on a port that is free, and returns the port. */
export const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  return typeof address === "object" && address !== null ? address.port : 0
}

/** Returns this many different ports. Another program may take one before it is used. */
export const freePorts = async (count: number): Promise<ReadonlyArray<number>> => {
  const probes = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(probes.map(listen))
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))))
  return ports
}
