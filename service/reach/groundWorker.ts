import { parentPort, workerData } from 'node:worker_threads'
import { loadGeography } from '../geography.ts'
import type { CountedPopulation } from './countedPopulation.ts'
import { groundParts, sharedParts } from './groundParts.ts'

// What `prepareGround` hands over when it starts this thread.
const counted = workerData as CountedPopulation | null

/** Thread that makes the ground once and ends. */
parentPort?.postMessage(sharedParts(groundParts(loadGeography(), counted)))
