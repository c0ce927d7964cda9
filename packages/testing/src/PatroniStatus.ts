/** The status of a cluster, as the Patroni of each node answers over HTTP on loopback. */
import { type ClusterNode, clusterNodes } from "./ClusterNode.ts"

export interface PatroniStatus {
  /** Returns the node whose Patroni says that it leads, other than `except`. */
  readonly leader: (except?: ClusterNode) => Promise<ClusterNode | undefined>
  /** Whether one node leads, one is its synchronous standby, and all run. */
  readonly isHealthy: () => Promise<boolean>
}

/** Reads the status by the port of each node. */
export const of = (portOf: (node: ClusterNode) => number): PatroniStatus => {
  // A busy or paused node does not answer in time, or breaks off its answer.
  const status = async (node: ClusterNode, path: string): Promise<string | undefined> => {
    try {
      const url = `http://127.0.0.1:${portOf(node)}${path}`
      const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) })
      const text = await answer.text()
      return answer.ok ? text : undefined
    } catch {
      return undefined
    }
  }
  const leader = async (except?: ClusterNode): Promise<ClusterNode | undefined> => {
    const answers = await Promise.all(
      clusterNodes.map(async (node) =>
        node !== except && (await status(node, "/primary")) !== undefined ? node : undefined,
      ),
    )
    return answers.find((node) => node !== undefined)
  }
  const isHealthy = async (): Promise<boolean> => {
    for (const node of clusterNodes) {
      const answer = await status(node, "/cluster")
      if (answer === undefined) continue
      const { members = [] }: { readonly members?: ReadonlyArray<Member> } = JSON.parse(answer)
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
  return { leader, isHealthy: async () => (await isHealthy()) && (await leader()) !== undefined }
}

interface Member {
  readonly role: string
  readonly state: string
}
