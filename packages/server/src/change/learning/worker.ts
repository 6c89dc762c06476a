import { parentPort, workerData } from 'node:worker_threads'
import { learnTopics } from '@otklik/model/change/topics'
import { stem } from '../language/stem.ts'
import type { LearnOrder } from './learn.ts'

// What `learn.ts` gives is all that this thread is started with.
const { coded, rubricator } = workerData as LearnOrder
parentPort?.postMessage(learnTopics(coded, rubricator, stem))
