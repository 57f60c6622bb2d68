import { parentPort, workerData } from 'node:worker_threads'
import { loadGeography } from '../geography.ts'
import type { CountedPopulation } from './countedPopulation.ts'
import { groundParts, sharedParts } from './groundParts.ts'
import type { FromGroundThread } from './prepareGround.ts'

// What `prepareGround` hands over when it starts this thread.
const counted = workerData as CountedPopulation | null

const say = (message: FromGroundThread) => parentPort?.postMessage(message)

/** Thread that makes the ground once, says how far it has come, and ends. */
say({ parts: sharedParts(groundParts(loadGeography(), counted, (done, all) => say({ done, all }))) })
