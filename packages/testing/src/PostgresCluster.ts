/**
 * A cluster on loopback that fails over: three etcd, three PostgreSQL nodes under Patroni, and HAProxy, from Debian's
 * packages and the files of `examples/patroni`. Every process is ended by its id, also when this program is interrupted.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import {
  chownSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Blockade from "./Blockade.ts"

/** The number of a node or an etcd member. */
export type ClusterNode = 1 | 2 | 3

export const clusterNodes: ReadonlyArray<ClusterNode> = [1, 2, 3]

/** A running cluster. */
export interface Cluster {
  /** Returns the URL of the leader through HAProxy. */
  readonly url: (user: string, database?: string) => string
  /** Returns the node whose Patroni says that it leads, other than `except`. */
  readonly leader: (except?: ClusterNode) => Promise<ClusterNode | undefined>
  /** Waits until one node leads, one is its synchronous standby, and all run. */
  readonly healthy: () => Promise<void>
  readonly killNode: (node: ClusterNode) => void
  readonly killPostmaster: (node: ClusterNode) => void
  readonly startNode: (node: ClusterNode) => void
  readonly pausePatroni: (node: ClusterNode) => void
  readonly continuePatroni: (node: ClusterNode) => void
  readonly killEtcd: (member: ClusterNode) => void
  readonly startEtcd: (member: ClusterNode) => void
  /** Cuts a node off from etcd and from the other nodes; programs still reach it. */
  readonly cutOff: (node: ClusterNode) => void
  readonly reconnect: (node: ClusterNode) => void
  /** Ends every process and removes the data. */
  readonly remove: () => Promise<void>
}

/** The interface between Patroni and etcd: version 2 as in the example, or 3, with which entries were lost. */
export type EtcdApi = "etcd" | "etcd3"

/** Debian's packages that a cluster needs. */
export const debianPackages = ["patroni", "etcd-server", "haproxy", "postgresql-15"] as const

const binaries = join("/usr/lib/postgresql/15/bin")
const programs: Readonly<Record<(typeof debianPackages)[number], string>> = {
  patroni: "/usr/bin/patroni",
  "etcd-server": "/usr/bin/etcd",
  haproxy: "/usr/sbin/haproxy",
  "postgresql-15": join(binaries, "postgres"),
}

/** Returns the packages that are not installed. */
export const missing = (): ReadonlyArray<string> =>
  debianPackages.filter((name) => !existsSync(programs[name]))

/** Installs the missing packages, where this process may, without starting their services. */
export const install = (): void => {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return
  const policy = "/usr/sbin/policy-rc.d"
  const isOurs = !existsSync(policy)
  if (isOurs) writeFileSync(policy, "#!/bin/sh\nexit 101\n", { mode: 0o755 })
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const
  try {
    execFileSync("apt-get", ["update", "-q"], options)
    execFileSync("apt-get", ["install", "-qy", "--no-install-recommends", ...debianPackages], options)
  } catch (cause) {
    console.log(`the installation failed: ${cause instanceof Error ? cause.message.split("\n")[0] : cause}`)
  } finally {
    if (isOurs) rmSync(policy)
  }
}

/** Starts a cluster and waits until it is healthy. */
export const start = async (api: EtcdApi = "etcd"): Promise<Cluster> => {
  const home = mkdtempSync(join(tmpdir(), "grootboek-cluster-"))
  own(home)
  const running = new Map<string, ChildProcess>()
  const [proxy = 0, ...ports] = await freePorts(13)
  const port = (kind: number, node: ClusterNode): number => ports[kind * 3 + node - 1] ?? 0
  const [client, peer, rest, data] = [0, 1, 2, 3] as const
  const blockade = await Blockade.make({
    etcd: clusterNodes.map((member) => port(client, member)),
    postgres: clusterNodes.map((node) => port(data, node)),
  })

  const launch = (name: string, [program = "", ...args]: ReadonlyArray<string>): void => {
    const log = openSync(join(home, `${name}.log`), "a")
    const env = { PATH: `${binaries}:/usr/bin:/bin`, LC_ALL: "C", HOME: home }
    running.set(name, spawn(program, args, { ...identity(), cwd: home, env, stdio: ["ignore", log, log] }))
  }
  const signal = (name: string, how: NodeJS.Signals): void => void running.get(name)?.kill(how)
  const configure = (name: string, text: string): string => {
    const file = join(home, name)
    writeFileSync(file, text)
    own(file)
    return file
  }

  const startEtcd = (member: ClusterNode): void => {
    const script = example("etcd.sh")
      .replaceAll(/etcd([123]):2379/g, (_, n) => `127.0.0.1:${port(client, nodeOf(n))}`)
      .replaceAll(/etcd([123]):2380/g, (_, n) => `127.0.0.1:${port(peer, nodeOf(n))}`)
      .replaceAll("$1:2379", `127.0.0.1:${port(client, member)}`)
      .replaceAll("$1:2380", `127.0.0.1:${port(peer, member)}`)
      .replaceAll("/var/lib/etcd", home)
      .replace(
        "--initial-cluster-state new",
        existsSync(join(home, `etcd${member}`)) ? "--initial-cluster-state existing" : "$&",
      )
    launch(`etcd${member}`, ["/bin/sh", configure(`etcd${member}.sh`, script), `etcd${member}`])
  }
  const startNode = (node: ClusterNode): void => {
    const file = example("patroni.yml")
      .replace("THIS_NODE\n", `node${node}\n`)
      .replaceAll("THIS_NODE:8008", `127.0.0.1:${port(rest, node)}`)
      .replace("connect_address: THIS_NODE:5432", `connect_address: 127.0.0.1:${blockade.postgresPort(node)}`)
      .replaceAll("THIS_NODE:5432", `127.0.0.1:${port(data, node)}`)
      .replace(/^etcd:$/m, `${api}:\n  use_proxies: true`)
      .replaceAll(/etcd([123]):2379/g, (_, n) => `127.0.0.1:${blockade.etcdPort(node, nodeOf(n))}`)
      .replace("/var/lib/postgresql/15/grootboek", join(home, `data${node}`))
      .replace("/var/run/postgresql", home)
      .replaceAll(/samenet scram-sha-256|postgres peer/g, (rule) =>
        rule === "postgres peer" ? "all trust" : "127.0.0.1/32 trust",
      )
      .replace("mode: required", "mode: off")
      .replace("max_connections: 60", "max_connections: 60\n        shared_buffers: 16MB")
    launch(`node${node}`, [programs.patroni, configure(`node${node}.yml`, file)])
  }
  const postmaster = (node: ClusterNode): number | undefined => {
    const file = join(home, `data${node}`, "postmaster.pid")
    const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0
    return pid > 1 && isPostgres(pid) ? pid : undefined
  }
  const killPostmaster = (node: ClusterNode): void => {
    const pid = postmaster(node)
    if (pid !== undefined) process.kill(pid, "SIGKILL")
  }
  const killNode = (node: ClusterNode): void => {
    signal(`node${node}`, "SIGKILL")
    killPostmaster(node)
  }
  const endAll = (): void => {
    for (const node of clusterNodes) killNode(node)
    for (const name of running.keys()) signal(name, "SIGKILL")
  }
  const endAtExit = (): void => {
    endAll()
    rmSync(home, { recursive: true, force: true })
  }
  process.once("exit", endAtExit)

  const status = async (node: ClusterNode, path: string): Promise<Response | undefined> =>
    fetch(`http://127.0.0.1:${port(rest, node)}${path}`, { signal: AbortSignal.timeout(1_000) }).catch(
      () => undefined,
    )
  const leader = async (except?: ClusterNode): Promise<ClusterNode | undefined> => {
    const answers = await Promise.all(
      clusterNodes.map(async (node) =>
        node !== except && (await status(node, "/primary"))?.ok === true ? node : undefined,
      ),
    )
    return answers.find((node) => node !== undefined)
  }
  const isHealthy = async (): Promise<boolean> => {
    for (const node of clusterNodes) {
      const answer = await status(node, "/cluster")
      if (answer?.ok !== true) continue
      const { members = [] }: { readonly members?: ReadonlyArray<Member> } = JSON.parse(await answer.text())
      const count = (role: string) => members.filter((member) => member.role === role).length
      return (
        members.length === 3 &&
        count("leader") === 1 &&
        count("sync_standby") === 1 &&
        members.every(({ state }) => state === "running" || state === "streaming")
      )
    }
    return false
  }
  const healthy = (): Promise<void> =>
    until(async () => (await isHealthy()) && (await leader()) !== undefined)

  const cluster: Cluster = {
    url: (user, database = "postgres") => `postgres://${user}@127.0.0.1:${proxy}/${database}`,
    leader,
    healthy,
    killNode,
    killPostmaster,
    startNode,
    pausePatroni: (node) => signal(`node${node}`, "SIGSTOP"),
    continuePatroni: (node) => signal(`node${node}`, "SIGCONT"),
    killEtcd: (member) => signal(`etcd${member}`, "SIGKILL"),
    startEtcd,
    cutOff: (node) => blockade.close(node),
    reconnect: (node) => blockade.open(node),
    remove: async () => {
      process.removeListener("exit", endAtExit)
      endAll()
      await blockade.remove()
      await new Promise((resolve) => setTimeout(resolve, 500))
      // A server that Patroni was starting.
      for (const node of clusterNodes) killPostmaster(node)
      rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
  try {
    for (const member of clusterNodes) startEtcd(member)
    for (const node of clusterNodes) startNode(node)
    const config = clusterNodes
      .reduce(
        (text, node) =>
          text.replace(
            `node${node}:5432 check port 8008`,
            `127.0.0.1:${port(data, node)} check port ${port(rest, node)}`,
          ),
        example("haproxy.cfg"),
      )
      .replace("THIS_PROXY:5432", `127.0.0.1:${proxy}`)
    launch("haproxy", [programs.haproxy, "-db", "-f", configure("haproxy.cfg", config)])
    await healthy()
    return cluster
  } catch (cause) {
    const logs = readdirSync(home).filter((name) => name.endsWith(".log"))
    const last = logs.map((name) => `${name}: ${readFileSync(join(home, name), "utf8").slice(-400)}`)
    await cluster.remove()
    throw new Error(`${cause instanceof Error ? cause.message : cause}\n${last.join("\n")}`)
  }
}

/** Waits until something holds; fails after two minutes. */
export const until = async (holds: () => Promise<boolean> | boolean, everyMs = 200): Promise<void> => {
  const begun = performance.now()
  while (!(await holds())) {
    if (performance.now() - begun > 120_000) throw new Error("the cluster did not recover within two minutes")
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

interface Member {
  readonly role: string
  readonly state: string
}

const nodeOf = (text: string): ClusterNode => clusterNodes.find((node) => String(node) === text) ?? 1

const example = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../../../examples/patroni", name), "utf8")

// PostgreSQL does not run as root. Debian's package makes this user.
const identity = (): { readonly uid?: number; readonly gid?: number } =>
  process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {}

const idOf = (which: "-u" | "-g"): number =>
  Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }))

const own = (path: string): void => {
  const { uid, gid } = identity()
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

// The id may belong to another program by now.
const isPostgres = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres"
  } catch {
    return false
  }
}

const freePorts = async (count: number): Promise<ReadonlyArray<number>> => {
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
