import { parentPort } from 'node:worker_threads'
import { loadGeography } from '../geography.ts'
import { groundParts } from './ground.ts'

/** Thread that makes the ground once and ends. */
parentPort?.postMessage(groundParts(loadGeography()))
