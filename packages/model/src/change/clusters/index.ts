/** What the uncoded rest speaks of: proposals of new topics. */
export { type Cluster, clustersOf } from './clusters.ts'
