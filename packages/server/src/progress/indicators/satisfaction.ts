import { csi as figure } from '@otklik/model/indicators'
import type { Mean } from '@otklik/model/api'
import { type Counts, ratingSample } from '../cube/counts.ts'

/** Mean of the ratings, 1–5; a rating is the mean of its criteria or its score: правила сертификации, приложение № 1. */
export function csi(counts: Counts): Mean {
  const { n, mean, sd } = ratingSample(counts)
  return figure(n, mean, sd)
}
