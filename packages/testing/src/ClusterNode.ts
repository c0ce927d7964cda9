/** The number of a node or an etcd member of a cluster. */
export type ClusterNode = 1 | 2 | 3

export const clusterNodes: ReadonlyArray<ClusterNode> = [1, 2, 3]

/** Returns the number that a text names. */
export const nodeOf = (text: string): ClusterNode => clusterNodes.find((node) => String(node) === text) ?? 1
