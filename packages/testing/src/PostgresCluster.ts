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
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Blockade from "./Blockade.ts"
import * as ClusterFiles from "./ClusterFiles.ts"
import { type ClusterNode, clusterNodes } from "./ClusterNode.ts"
import { binaries, programs } from "./ClusterPackages.ts"
import { freePorts } from "./FreePorts.ts"
import * as PatroniStatus from "./PatroniStatus.ts"

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
  /** Returns the last lines that each program of the cluster logged. */
  readonly logs: () => string
  /** Ends every process and removes the data. */
  readonly remove: () => Promise<void>
}

/** Starts a cluster and waits until it is healthy. */
export const start = async (api: ClusterFiles.EtcdApi = "etcd"): Promise<Cluster> => {
  const home = mkdtempSync(join(tmpdir(), "grootboek-cluster-"))
  own(home)
  const running = new Map<string, ChildProcess>()
  const [proxy = 0, ...free] = await freePorts(13)
  const ports = ClusterFiles.portsOf(free)
  const blockade = await Blockade.make({
    etcd: clusterNodes.map(ports.etcd),
    postgres: clusterNodes.map(ports.postgres),
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
    const name = `etcd${member}`
    const isNew = !existsSync(join(home, name))
    const script = ClusterFiles.etcd(ports, { home, member, isNew })
    launch(name, ["/bin/sh", configure(`${name}.sh`, script), name])
  }
  const startNode = (node: ClusterNode): void => {
    const file = configure(`node${node}.yml`, ClusterFiles.patroni(ports, { home, node, api, blockade }))
    launch(`node${node}`, [programs.patroni, file])
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

  const { leader, isHealthy } = PatroniStatus.of(ports.rest)
  const healthy = (): Promise<void> => until(isHealthy)

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
    logs: () =>
      readdirSync(home)
        .filter((name) => name.endsWith(".log"))
        .map((name) => `${name}:\n${readFileSync(join(home, name), "utf8").slice(-1_000)}`)
        .join("\n"),
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
    const config = ClusterFiles.haproxy(ports, proxy)
    launch("haproxy", [programs.haproxy, "-db", "-f", configure("haproxy.cfg", config)])
    await healthy()
    return cluster
  } catch (cause) {
    const logs = cluster.logs()
    await cluster.remove()
    throw new Error(`${cause instanceof Error ? cause.message : cause}\n${logs}`)
  }
}

/** A cluster did not do what was waited for. */
export class NotRecovered extends Error {
  constructor() {
    super("the cluster did not recover within two minutes")
  }
}

/** Waits until something holds; fails with `NotRecovered` after two minutes. */
export const until = async (holds: () => Promise<boolean> | boolean, everyMs = 200): Promise<void> => {
  const begun = performance.now()
  while (!(await holds())) {
    if (performance.now() - begun > 120_000) throw new NotRecovered()
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

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
